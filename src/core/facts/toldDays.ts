import { DIRECTIONS, type Direction } from '../model/connector';

/** A day of which a log tells mail. `scope`: a server or a connector, lower case. */
export interface ToldDay {
  readonly direction: Direction;
  readonly scope: string;
  readonly day: number;
}

/** The days of which a log tells mail: few, noted again and again. */
export class ToldDays {
  /** Days by scope. */
  readonly #days = { inbound: new Map<string, Set<number>>(), outbound: new Map<string, Set<number>>() };

  add(direction: Direction, scope: string, day: number): void {
    const byScope = this.#days[direction];
    const days = byScope.get(scope);
    if (days === undefined) {
      byScope.set(scope, new Set([day]));
    } else {
      days.add(day);
    }
  }

  *all(): Generator<ToldDay> {
    for (const direction of DIRECTIONS) {
      for (const [scope, days] of this.#days[direction]) {
        for (const day of days) {
          yield { direction, scope, day };
        }
      }
    }
  }
}
