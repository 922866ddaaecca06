import { ownText } from './ownText';
import type { RecordCursor } from './recordCursor';

/** Titles come again with every file of a kind. */
const known = new Map<string, string>();
const MOST_KNOWN = 1000;
const LONGEST_KNOWN = 100;

/** A title as it is compared: lower case, without spaces, hyphens, underscores, dots and question marks. */
export function normalizeTitle(title: string): string {
  if (title.length > LONGEST_KNOWN) {
    return normalized(title);
  }
  let found = known.get(title);
  if (found === undefined) {
    found = normalized(title);
    if (known.size >= MOST_KNOWN) {
      known.clear();
    }
    known.set(ownText(title), ownText(found));
  }
  return found;
}

function normalized(title: string): string {
  return title
    .toLowerCase()
    .replace(/[\s\-_.?()%\u200e\u00a0\u202f]/g, '')
    .trim();
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
