import type { Direction } from '../model/connector';

/** Rows and messages that the Hub service logged of one server, on the same days. */
interface HubLog {
  readonly direction: Direction;
  readonly server: string;
  readonly days: readonly number[];
  /** By file, as far as they were counted as used. */
  readonly rows: Map<number, number>;
  /** Messages between Exchange servers. */
  internal: number;
}

/**
 * Exchange logs the same mail twice: FrontEnd takes it in, Hub takes it over from FrontEnd. Where FrontEnd rows of a
 * server and day are there, that server's Hub rows of the day are left out.
 */
export class HubTwins {
  readonly #frontEnd = new Set<string>();
  readonly #hub = new Map<string, HubLog>();

  /** Notes rows of the FrontEnd service. `server` is lower case. */
  frontEnd(direction: Direction, server: string, day: number): void {
    this.#frontEnd.add(keyOf(direction, server, day));
  }

  /** Notes a session of the Hub service: its rows in a file, and the days of its messages. */
  hub(direction: Direction, server: string, days: readonly number[], file: number, rows: number): void {
    const log = this.#logOf(direction, server, days);
    log.rows.set(file, (log.rows.get(file) ?? 0) + rows);
  }

  /** Notes a message between Exchange servers that the Hub service logged. */
  hubInternal(direction: Direction, server: string, day: number): void {
    this.#logOf(direction, server, [day]).internal++;
  }

  /** True where FrontEnd tells this server's mail of the day. */
  isTwin(direction: Direction, server: string, day: number): boolean {
    return this.#frontEnd.has(keyOf(direction, server, day));
  }

  /** How many rows of each file are left out: those of sessions all of whose messages FrontEnd tells. */
  leftOut(): Map<number, number> {
    const total = new Map<number, number>();
    for (const log of this.#twins()) {
      for (const [file, rows] of log.rows) {
        total.set(file, (total.get(file) ?? 0) + rows);
      }
    }
    return total;
  }

  /** Internal messages that FrontEnd tells already. */
  get internal(): number {
    return this.#twins().reduce((total, log) => total + log.internal, 0);
  }

  merge(other: HubTwins): void {
    for (const key of other.#frontEnd) {
      this.#frontEnd.add(key);
    }
    for (const { direction, server, days, rows, internal } of other.#hub.values()) {
      for (const [file, count] of rows) {
        this.hub(direction, server, days, file, count);
      }
      this.#logOf(direction, server, days).internal += internal;
    }
  }

  #twins(): HubLog[] {
    return [...this.#hub.values()].filter(({ direction, server, days }) =>
      days.every((day) => this.isTwin(direction, server, day)),
    );
  }

  #logOf(direction: Direction, server: string, days: readonly number[]): HubLog {
    const key = `${direction}|${days.join(' ')}|${server}`;
    let log = this.#hub.get(key);
    if (log === undefined) {
      log = { direction, server, days, rows: new Map(), internal: 0 };
      this.#hub.set(key, log);
    }
    return log;
  }
}

function keyOf(direction: Direction, server: string, day: number): string {
  return `${direction}|${day}|${server}`;
}
