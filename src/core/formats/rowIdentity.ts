import type { RecordCursor } from '../reading/recordCursor';
import { derivedKey, textKey } from '../reading/textKey';

/**
 * What stands for the text of a row that names no message: the same for equal rows, in whatever encoding, and whatever the
 * order of their columns. Which of the equal rows of a file it is, only the file as a whole tells (`UNNAMED`).
 */
export class RowIdentity {
  readonly #titles: readonly { readonly high: number; readonly low: number }[];
  /** Halves of the key of the record that was read last. */
  high = 0;
  low = 0;

  constructor(titles: readonly string[]) {
    this.#titles = titles.map((title) => textKey(title.trim().toLowerCase()));
  }

  /** Always true. */
  read(record: RecordCursor): boolean {
    this.high = 0;
    this.low = 0;
    for (const [column, title] of this.#titles.entries()) {
      // An empty cell is the same as none: JSON leaves members out.
      if (record.hasText(column)) {
        const { high, low } = derivedKey(title.high, title.low, record.fingerprint(column), 0);
        this.high = (this.high + high) | 0;
        this.low = (this.low + low) | 0;
      }
    }
    return true;
  }
}
