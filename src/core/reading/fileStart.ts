import Papa from 'papaparse';
import { Columns } from './columns';
import { type Delimiter, type Dialect, guessDialect, laidOut } from './dialect';
import { directivesIn } from './directives';
import { type Encoding, type EncodingGuess, guessEncoding, wholeUtf8 } from './encoding';
import { looksLikeJson, titlesOfJson } from './json/jsonStart';
import { isMarkerLine } from './marker';
import { ownText } from './ownText';
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
  /** Lines of it that begin with `#`. */
  readonly directives: readonly string[];
  /** Titles of the first record that is no directive, marker or empty line; of JSON, names of the first object's members. */
  readonly columns: Columns;
}

/** Looks at the beginning of a file (up to `START_BYTES`). */
export function readFileStart(bytes: Uint8Array): FileStart {
  const encoding = guessEncoding(bytes);
  const text = decodeStart(bytes.subarray(encoding.bomLength, TEXT_BYTES), encoding.encoding);
  const dialect = guessDialect(text);
  const directives = directivesIn(text);
  if (looksLikeJson(text)) {
    return { encoding, dialect: laidOut(dialect, 'json'), text, directives, columns: new Columns(titlesOfJson(text)) };
  }
  return {
    encoding,
    dialect,
    text,
    directives,
    columns: columnsOf(headerOf(text, dialect.newline), dialect.delimiter),
  };
}

/** What was made of the header before: exports that lie together have the same one. */
let before = { header: '', delimiter: '', columns: new Columns([]) };

function columnsOf(header: string, delimiter: Delimiter): Columns {
  if (header !== before.header || delimiter !== before.delimiter) {
    before = { header: ownText(header), delimiter, columns: new Columns(titlesOf(header, delimiter)) };
  }
  return before.columns;
}

/** What makes a header more than titles with delimiters between them. */
const ODD = /["\r\n\ufeff]/;

/** Papaparse takes two milliseconds to get going, which a header with nothing odd about it does without. */
function titlesOf(header: string, delimiter: Delimiter): readonly string[] {
  if (header !== '' && !ODD.test(header)) {
    return header.split(delimiter);
  }
  return Papa.parse<string[]>(header, { delimiter }).data[0] ?? [];
}

/** A character that the end of the bytes cuts is left out. */
function decodeStart(bytes: Uint8Array, encoding: Encoding): string {
  switch (encoding) {
    case 'windows-1252':
      return decodeWindows1252(bytes);
    case 'utf-8':
      return new TextDecoder().decode(wholeUtf8(bytes));
    default:
      return new TextDecoder(encoding).decode(bytes, { stream: true });
  }
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
