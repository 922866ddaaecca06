import { NO_PLAN } from './columnPlan';
import { cellsOf, normalizeTitle } from './columns';
import type { Delimiter } from './dialect';
import type { Encoding } from './encoding';
import { type FileStart, readFileStart } from './fileStart';
import { JsonRecords } from './json/jsonRecords';
import { readTime } from './localDate';
import { isMarkerLine } from './marker';
import type { RecordCursor, RecordSink } from './recordCursor';
import { TextRecords } from './recordSource';
import { START_BYTES } from './startBytes';

/** How many different values of a column are shown, and how much of each. */
const VALUES = 3;
const LONGEST_VALUE = 80;
/** Nobody chooses among more. */
const MOST_COLUMNS = 500;
/** A longer text is no title. */
const LONGEST_TITLE = 100;

/** A column and its first different values that are not empty. */
export interface ColumnPreview {
  readonly title: string;
  readonly values: readonly string[];
}

/** What a file shows to somebody who has to say what it is. */
export interface FilePreview {
  readonly encoding: Encoding;
  /** `text`: lines without a header that names columns. */
  readonly layout: 'table' | 'json' | 'text';
  /** Of a table. */
  readonly delimiter: Delimiter | null;
  /** All titles, as a mapping names the file by them; of JSON those of the first object. None of a text. */
  readonly header: readonly string[];
  /** Every column that has a title, once, as many as can be chosen from; of JSON those of other objects too. None of a text. */
  readonly columns: readonly ColumnPreview[];
}

/** Looks into a file's first bytes (up to {@link START_BYTES}); undefined where they are none, or no text. */
export function previewFile(bytes: Uint8Array): FilePreview | undefined {
  const start = bytes.length === 0 ? undefined : readFileStart(bytes);
  if (start === undefined || start.encoding.binary) {
    return undefined;
  }
  const { encoding } = start.encoding;
  const header = start.columns.titles;
  const isJson = start.dialect.layout === 'json';
  const { titles, rows } = isJson ? readObjects(bytes, start) : readRows(bytes, start);
  if (isJson ? header.length === 0 : !isHeader(header, rows)) {
    return { encoding, layout: 'text', delimiter: null, header: [], columns: [] };
  }
  return {
    encoding,
    layout: isJson ? 'json' : 'table',
    delimiter: isJson ? null : start.dialect.delimiter,
    header,
    columns: columnsOf(titles, rows),
  };
}

/** Titles, and the records below them as far as they are complete. */
interface Shown {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function readRows(bytes: Uint8Array, start: FileStart): Shown {
  const rows: string[][] = [];
  const source = new TextRecords(
    start.encoding,
    start.dialect,
    sinkOf((record) => rows.push(cellsOf(record))),
  );
  source.push(bytes);
  if (bytes.length < START_BYTES) {
    source.end();
  }
  const first = rows.findIndex(([cell = '']) => !isMarkerLine(cell));
  return { titles: start.columns.titles, rows: first < 0 ? [] : rows.slice(first + 1) };
}

function readObjects(bytes: Uint8Array, start: FileStart): Shown {
  let titles = start.columns.titles;
  const rows: string[][] = [];
  const source = new JsonRecords(
    start.encoding,
    sinkOf((record) => {
      if (record.isHeader) {
        titles = cellsOf(record);
      } else {
        rows.push(cellsOf(record));
      }
    }),
  );
  source.push(bytes);
  source.end();
  return { titles, rows };
}

/** What cannot be read is no concern of a preview. */
function sinkOf(record: (cursor: RecordCursor) => void): RecordSink {
  return { plan: NO_PLAN, record, malformed: () => {}, invalid: () => {} };
}

/** True where a table's first row looks like titles, and those below like its records. */
function isHeader(titles: readonly string[], rows: Shown['rows']): boolean {
  const fits = rows.filter((row) => row.length === titles.length).length;
  const named = titles.filter((title) => title.trim() !== '');
  return named.length > 1 && named.every(looksLikeTitle) && 2 * fits >= rows.length;
}

function looksLikeTitle(text: string): boolean {
  return text.length <= LONGEST_TITLE && /\p{L}/u.test(text) && !text.includes('@') && readTime(text) === undefined;
}

function columnsOf(titles: readonly string[], rows: Shown['rows']): ColumnPreview[] {
  const known = new Set<string>(['']);
  return titles.flatMap((title, column) => {
    const name = normalizeTitle(title);
    if (known.has(name) || known.size > MOST_COLUMNS) {
      return [];
    }
    known.add(name);
    return [{ title, values: firstValues(rows, column) }];
  });
}

function firstValues(rows: Shown['rows'], column: number): string[] {
  const values = new Set<string>();
  for (const row of rows) {
    const value = shownValue(row[column] ?? '');
    if (value !== '') {
      values.add(value);
    }
    if (values.size === VALUES) {
      break;
    }
  }
  return [...values];
}

function shownValue(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const clean = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();
  return clean.length > LONGEST_VALUE ? `${clean.slice(0, LONGEST_VALUE)}…` : clean;
}
