import type { RecordCursor } from '../reading/recordCursor';
import type { FormatContext } from './format';

/** Behind a clock: `Z`, `UTC`, an offset; or milliseconds since 1970. */
const ZONE = /\d:\d\d.*(?:Z|UTC|GMT|[+-]\d\d:?\d\d)\s*$|^\/Date\(/is;
const Z = 90;

/** Looks whether times tell their zone, and says of the file where one does not. */
export class ToldZone {
  readonly #context: FormatContext;
  readonly #column: number;
  /** Nothing to look for: the title tells it, or it has been said. */
  #isDone: boolean;

  constructor(context: FormatContext, column: number, title: string) {
    this.#context = context;
    this.#column = column;
    this.#isDone = column < 0 || /utc|gmt/i.test(title);
  }

  /** Looks at a record whose time can be read. */
  check(record: RecordCursor): void {
    if (this.#isDone || record.unitAt(this.#column, record.lengthOf(this.#column) - 1) === Z) {
      return;
    }
    if (!ZONE.test(record.cell(this.#column))) {
      this.#isDone = true;
      this.#context.facts.account.problem(0, 'zoneNotTold');
    }
  }
}
