import type { Direction } from '../../src/core/model/connector';
import type { TlsState } from '../../src/core/model/tls';

/** What a generator wrote, to be compared with what the engine reads. */
export class Totals {
  /** Messages by `direction | connector | day | TLS state`. */
  readonly figures = new Map<string, number>();
  readonly leftOut = new Map<string, number>();
  records = 0;
  internal = 0;
  sessions = 0;
  sessionsWithoutMessage = 0;

  /** `connector`: its name; `(none)` without a connector, `(untold)` where the export does not tell. */
  message(direction: Direction, connector: string, day: string, tls: TlsState): void {
    add(this.figures, `${direction} | ${connector} | ${day} | ${tls}`, 1);
  }

  leaveOut(reason: string, records: number): void {
    if (records > 0) {
      add(this.leftOut, reason, records);
    }
  }

  get messages(): number {
    return [...this.figures.values()].reduce((sum, count) => sum + count, 0);
  }
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}
