import { printable } from '../../report/printable';

/** How a table is written for a spreadsheet. */
export interface CsvOptions {
  /** Spreadsheets expect a semicolon where the decimal separator is a comma: numbers follow. */
  readonly delimiter: ',' | ';';
}

/** A cell: text is always in quotes, a number never; null is an empty cell. */
export type CsvCell = string | number | null;

/** What spreadsheets take for a formula (OWASP: CSV Injection), also in the wide forms that they read as the narrow ones. */
const FORMULA = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]/;

/**
 * A table as CSV for Excel: UTF-8 with a byte-order mark, CRLF, RFC 4180. A text that a spreadsheet would take for a formula
 * has an apostrophe before it; line breaks, tabs and other control characters become spaces.
 */
export function csvText(rows: readonly (readonly CsvCell[])[], { delimiter }: CsvOptions): string {
  return `\uFEFF${rows.map((row) => `${row.map((cell) => cellText(cell, delimiter)).join(delimiter)}\r\n`).join('')}`;
}

function cellText(cell: CsvCell, delimiter: CsvOptions['delimiter']): string {
  if (cell === null) {
    return '';
  }
  if (typeof cell === 'number') {
    return delimiter === ';' ? String(cell).replace('.', ',') : String(cell);
  }
  const text = printable(cell);
  return `"${(FORMULA.test(cell) || FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
