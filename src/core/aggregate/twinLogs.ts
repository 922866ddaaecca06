import type { Direction } from '../model/connector';

/** Rows of the lesser log, on the same days. */
interface LesserLog {
  readonly direction: Direction;
  readonly scope: string;
  readonly days: readonly number[];
  /** By file, as far as they were counted as used. */
  readonly rows: Map<number, number>;
}

/**
 * Two logs that tell the same mail, of which one tells more: what it tells is known by direction, scope (a server, a
 * connector) and day, and there the rows of the lesser one are left out (docs/counting.md).
 */
export class TwinLogs {
  readonly #told = new Set<string>();
  readonly #lesser = new Map<string, LesserLog>();

  /** Notes that the better log tells mail of a day. `scope` is lower case. */
  tells(direction: Direction, scope: string, day: number): void {
    this.#told.add(keyOf(direction, scope, day));
  }

  /** Notes rows of the lesser log that belong together: those in a file, and the days of their messages. */
  lesser(direction: Direction, scope: string, days: readonly number[], file: number, rows: number): void {
    const key = `${direction}|${days.join(' ')}|${scope}`;
    let log = this.#lesser.get(key);
    if (log === undefined) {
      log = { direction, scope, days, rows: new Map() };
      this.#lesser.set(key, log);
    }
    log.rows.set(file, (log.rows.get(file) ?? 0) + rows);
  }

  /** True where the better log tells this mail of the day. */
  isTwin(direction: Direction, scope: string, day: number): boolean {
    return this.#told.has(keyOf(direction, scope, day));
  }

  /** How many rows of each file are left out: those all of whose days the better log tells. */
  leftOut(): Map<number, number> {
    const total = new Map<number, number>();
    for (const { direction, scope, days, rows } of this.#lesser.values()) {
      if (!days.every((day) => this.isTwin(direction, scope, day))) {
        continue;
      }
      for (const [file, count] of rows) {
        total.set(file, (total.get(file) ?? 0) + count);
      }
    }
    return total;
  }
}

function keyOf(direction: Direction, scope: string, day: number): string {
  return `${direction}|${day}|${scope}`;
}
