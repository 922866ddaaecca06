import type { Direction } from '../model/connector';

/** SMTP transfers between Exchange servers, as one protocol log of a day tells them. */
export interface InternalTransfer {
  readonly direction: Direction;
  /** Set where the Hub service logged them: its server, lower case. */
  readonly hubServer: string | null;
  readonly day: number;
}

/** Counts the transfers between Exchange servers by the log that tells them: another log may tell the same mail. */
export class InternalTransfers {
  readonly #byLog = new Map<string, InternalTransfer & { messages: number }>();

  add({ direction, hubServer, day }: InternalTransfer): void {
    const key = `${direction}|${day}|${hubServer === null ? '' : `hub ${hubServer}`}`;
    const known = this.#byLog.get(key);
    if (known === undefined) {
      this.#byLog.set(key, { direction, hubServer, day, messages: 1 });
    } else {
      known.messages++;
    }
  }

  /** How many messages there are in the logs that `holds` accepts. */
  count(holds: (transfer: InternalTransfer) => boolean): number {
    return [...this.#byLog.values()].filter(holds).reduce((total, { messages }) => total + messages, 0);
  }
}
