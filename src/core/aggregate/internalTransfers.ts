import type { Direction } from '../model/connector';

/** Who tells of SMTP transfers between Exchange servers: the protocol logs of a service. */
export interface TransferTeller {
  readonly direction: Direction;
  /** Set where the Hub service logged them: its server, lower case. */
  readonly hubServer: string | null;
}

/** Counts the transfers between Exchange servers by the log that tells them, which is that of a day: another one may tell the same mail. */
export class InternalTransfers {
  readonly #numbers = new Map<string, number>();
  readonly #tellers: TransferTeller[] = [];
  /** Messages by day, by the number of who tells of them. */
  readonly #days: Map<number, number>[] = [];

  /** The number of who tells. */
  numberOf({ direction, hubServer }: TransferTeller): number {
    const key = `${direction}${hubServer === null ? '' : ` hub ${hubServer}`}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#tellers.length;
      this.#numbers.set(key, number);
      this.#tellers.push({ direction, hubServer });
      this.#days.push(new Map());
    }
    return number;
  }

  /** Adds messages of a day, told by who has that number. */
  add(number: number, day: number, messages: number): void {
    const days = this.#days[number] as Map<number, number>;
    days.set(day, (days.get(day) ?? 0) + messages);
  }

  /** How many messages there are in the logs that `holds` accepts. */
  count(holds: (teller: TransferTeller, day: number) => boolean): number {
    let total = 0;
    for (const [number, teller] of this.#tellers.entries()) {
      for (const [day, messages] of this.#days[number] as Map<number, number>) {
        total += holds(teller, day) ? messages : 0;
      }
    }
    return total;
  }
}
