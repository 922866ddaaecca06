/** How a CSV file quotes: every field, or only those that need it. */
export type Quoting = 'everything' | 'needed';

const NEEDS_QUOTES = /[",\r\n]/;

/** A record as a line that ends with CRLF. */
export function csvLine(cells: readonly string[], quoting: Quoting): string {
  let line = quoting === 'everything' ? quoted(cells[0] ?? '') : whereNeeded(cells[0] ?? '');
  for (let index = 1; index < cells.length; index++) {
    const cell = cells[index] as string;
    line += quoting === 'everything' ? `,${quoted(cell)}` : `,${whereNeeded(cell)}`;
  }
  return `${line}\r\n`;
}

/** A cell, in quotes where its text needs them. */
export function whereNeeded(cell: string): string {
  return NEEDS_QUOTES.test(cell) ? quoted(cell) : cell;
}

function quoted(cell: string): string {
  return cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : `"${cell}"`;
}
