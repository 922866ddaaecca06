import Papa from 'papaparse';
import { Columns } from './columns';
import { type Dialect, guessDialect, laidOut } from './dialect';
import { type Encoding, type EncodingGuess, guessEncoding } from './encoding';
import { looksLikeJson, titlesOfJson } from './json/jsonStart';
import { isMarkerLine } from './marker';
import { decodeWindows1252 } from './windows1252';

/** How many of them are made text of: enough for a header, and many files are recognised. */
const TEXT_BYTES = 16_384;

/** How many characters of an unknown header are shown. */
const SHOWN = 200;

/** What the first bytes of a file show. */
export interface FileStart {
  readonly encoding: EncodingGuess;
  readonly dialect: Dialect;
  readonly text: string;
  /** Titles of the first record that is no directive, marker or empty line; of JSON, names of the first object's members. */
  readonly columns: Columns;
}

/** Looks at the beginning of a file (up to `START_BYTES`). */
export function readFileStart(bytes: Uint8Array): FileStart {
  const encoding = guessEncoding(bytes);
  const text = decodeStart(bytes.subarray(encoding.bomLength, TEXT_BYTES), encoding.encoding);
  const dialect = guessDialect(text);
  if (looksLikeJson(text)) {
    return { encoding, dialect: laidOut(dialect, 'json'), text, columns: new Columns(titlesOfJson(text)) };
  }
  const { data } = Papa.parse<string[]>(headerOf(text, dialect.newline), { delimiter: dialect.delimiter });
  return { encoding, dialect, text, columns: new Columns(data[0] ?? []) };
}

/** A character that the end of the bytes cuts is left out. */
function decodeStart(bytes: Uint8Array, encoding: Encoding): string {
  return encoding === 'windows-1252'
    ? decodeWindows1252(bytes)
    : new TextDecoder(encoding).decode(bytes, { stream: true });
}

/** What to show of an unknown file: its first line, or a log's own word for what it is; without control characters. */
export function shownStart(text: string): string {
  const lines = text.split(/\r\n|\n|\r/);
  const line = lines.find((each) => /^#Log-type:/i.test(each)) ?? lines.find((each) => each.trim() !== '') ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const clean = line.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffd\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();
  return clean.length > SHOWN ? `${clean.slice(0, SHOWN)}…` : clean;
}

function headerOf(text: string, newline: string): string {
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf(newline, start);
    const line = text.slice(start, end < 0 ? text.length : end);
    if (line.trim() !== '' && !isMarkerLine(line)) {
      return line.replace(/\r$/, '');
    }
    if (end < 0) {
      break;
    }
    start = end + newline.length;
  }
  return '';
}
