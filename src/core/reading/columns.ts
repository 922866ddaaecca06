import { ownText } from './ownText';
import type { RecordCursor } from './recordCursor';

/** Titles that were normalized: formats ask each file for the same ones, and exports of a kind have the same. */
const NORMALIZED = new Map<string, string>();
const MOST_NORMALIZED = 2000;
const LONGEST_NORMALIZED = 100;

/** A title as it is compared: lower case, without spaces, hyphens, underscores, dots and question marks. */
export function normalizeTitle(title: string): string {
  let name = NORMALIZED.get(title);
  if (name === undefined) {
    const own = ownText(title);
    name = own
      .toLowerCase()
      .replace(/[\s\-_.?()%\u200e\u00a0\u202f]/g, '')
      .trim();
    if (NORMALIZED.size < MOST_NORMALIZED && own.length < LONGEST_NORMALIZED) {
      NORMALIZED.set(own, name);
    }
  }
  return name;
}

/** The columns of a file by their titles. */
export class Columns {
  readonly #positions = new Map<string, number>();

  constructor(readonly titles: readonly string[]) {
    titles.forEach((title, position) => {
      const name = normalizeTitle(title);
      if (!this.#positions.has(name)) {
        this.#positions.set(name, position);
      }
    });
  }

  /** The position of the first of the titles that is there (any case, `-` and `_` alike); -1 where none is. */
  find(...titles: readonly string[]): number {
    for (const title of titles) {
      const position = this.#positions.get(normalizeTitle(title));
      if (position !== undefined) {
        return position;
      }
    }
    return -1;
  }

  has(title: string): boolean {
    return this.find(title) >= 0;
  }
}

/** All cells of a record. */
export function cellsOf(record: RecordCursor): string[] {
  return Array.from({ length: record.length }, (_, column) => record.cell(column));
}
