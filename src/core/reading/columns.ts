import type { RecordCursor } from './recordCursor';

/** A title as it is compared: lower case, without spaces, hyphens, underscores, dots and question marks. */
export function normalizeTitle(title: string): string {
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
