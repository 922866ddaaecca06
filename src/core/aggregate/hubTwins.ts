import type { Direction } from '../model/connector';

/** The FrontEnd rows and Hub rows of a direction, server and day. */
interface Rows {
  frontEnd: boolean;
  /** Hub rows by file, as far as they were counted as used. */
  readonly hub: Map<number, number>;
}

/**
 * Exchange logs the same mail twice: FrontEnd takes it in, Hub takes it over from FrontEnd. Where FrontEnd rows of a
 * server and day are there, that server's Hub rows of the day are left out.
 */
export class HubTwins {
  readonly #rows = new Map<string, Rows>();

  /** Notes rows of the FrontEnd service. `server` is lower case. */
  frontEnd(direction: Direction, server: string, day: number): void {
    this.#of(direction, server, day).frontEnd = true;
  }

  /** Notes rows of the Hub service that were counted as used. */
  hub(direction: Direction, server: string, day: number, file: number, rows: number): void {
    const hub = this.#of(direction, server, day).hub;
    hub.set(file, (hub.get(file) ?? 0) + rows);
  }

  /** True where FrontEnd tells this server's mail of the day. */
  isTwin(direction: Direction, server: string, day: number): boolean {
    return this.#rows.get(keyOf(direction, server, day))?.frontEnd === true;
  }

  /** How many rows of each file are left out. */
  leftOut(): Map<number, number> {
    const total = new Map<number, number>();
    for (const { frontEnd, hub } of this.#rows.values()) {
      for (const [file, rows] of frontEnd ? hub : []) {
        total.set(file, (total.get(file) ?? 0) + rows);
      }
    }
    return total;
  }

  merge(other: HubTwins): void {
    for (const [key, rows] of other.#rows) {
      const mine = this.#rows.get(key) ?? { frontEnd: false, hub: new Map() };
      mine.frontEnd ||= rows.frontEnd;
      for (const [file, count] of rows.hub) {
        mine.hub.set(file, (mine.hub.get(file) ?? 0) + count);
      }
      this.#rows.set(key, mine);
    }
  }

  #of(direction: Direction, server: string, day: number): Rows {
    const key = keyOf(direction, server, day);
    let rows = this.#rows.get(key);
    if (rows === undefined) {
      rows = { frontEnd: false, hub: new Map() };
      this.#rows.set(key, rows);
    }
    return rows;
  }
}

function keyOf(direction: Direction, server: string, day: number): string {
  return `${direction}|${day}|${server}`;
}
