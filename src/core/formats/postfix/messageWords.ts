import { parseTlsVersion, Tls } from '../../model/tls';
import { NameTable } from '../../reading/nameTable';
import type { RecordCursor } from '../../reading/recordCursor';
import type { Connection } from './logEvent';

const COLON = 58;
const EQUALS = 61;
const CLOSE = 62;
const COMMA = 44;
/** Levels that smtp may have been set to, and their words for having no policy yet. */
const ENCRYPTING = /^(?:may|encrypt|dane|dane-only|half-dane|fingerprint|verify|secure)$/i;
const OLD = /^TLSv1$/i;
/** Words of an address that holds spaces, of a recipient's line, or before a sender's item. */
const MOST_WORDS = 40;

/**
 * Whether a word is `text`: asked from its length and its ends, which is enough for words of Postfix's own, where no one else's
 * text stands.
 */
export function isWord(record: RecordCursor, column: number, text: string): boolean {
  const { length } = text;
  return (
    record.lengthOf(column) === length &&
    record.unitAt(column, 0) === text.charCodeAt(0) &&
    record.unitAt(column, length - 1) === text.charCodeAt(length - 1)
  );
}

export function beginsWith(record: RecordCursor, column: number, text: string): boolean {
  for (let position = 0; position < text.length; position++) {
    if (record.unitAt(column, position) !== text.charCodeAt(position)) {
      return false;
    }
  }
  return true;
}

/**
 * Whether a word is the item whose name `text` is, with its equals sign. Only the ends of the name are looked at: what Postfix
 * writes there is no one else's text.
 */
export function isItem(record: RecordCursor, column: number, text: string): boolean {
  return record.unitAt(column, 0) === text.charCodeAt(0) && record.unitAt(column, text.length - 1) === EQUALS;
}

/** True where a word ends with a colon, as a queue id does. */
export function endsWithColon(record: RecordCursor, column: number): boolean {
  return record.unitAt(column, record.lengthOf(column) - 1) === COLON;
}

/** True where an item ends with a comma: others follow it. */
export function endsWithComma(record: RecordCursor, column: number): boolean {
  return record.unitAt(column, record.lengthOf(column) - 1) === COMMA;
}

/** The word from `column` on that begins with a text; -1 where there is none. */
export function findWord(record: RecordCursor, column: number, text: string): number {
  const end = Math.min(record.length, column + MOST_WORDS);
  for (let word = column; word < end; word++) {
    if (beginsWith(record, word, text)) {
      return word;
    }
  }
  return -1;
}

/** The word behind an address in angle brackets that begins at `column` and may hold spaces; -1 where it does not end. */
export function behindAddress(record: RecordCursor, column: number): number {
  const end = Math.min(record.length, column + MOST_WORDS);
  for (let word = column; word < end; word++) {
    const length = record.lengthOf(word);
    if (record.unitAt(word, length - 1) === COMMA && record.unitAt(word, length - 2) === CLOSE) {
      return word + 1;
    }
  }
  return -1;
}

/** Where the parts of `… TLS connection established from HOST: TLSv1.2 with cipher NAME …` stand. */
export interface TlsWords {
  /** `established`, not `reused`. */
  readonly isNew: boolean;
  readonly host: number;
  readonly version: number;
}

/** Finds a TLS line's parts; undefined where the line is none. `direction`: `from` or `to`. */
export function tlsWords(record: RecordCursor, message: number, direction: string): TlsWords | undefined {
  // Before 2.6 nothing stands before it.
  const at = isWord(record, message, 'TLS') ? message : message + 1;
  if (!isWord(record, at, 'TLS') || !isWord(record, at + 1, 'connection') || !isWord(record, at + 3, direction)) {
    return undefined;
  }
  const isNew = isWord(record, at + 2, 'established');
  if (!isNew && !isWord(record, at + 2, 'reused')) {
    return undefined;
  }
  const host = at + 4;
  // The server's own name stands between where the client asked for it: `from HOST to NAME: TLSv1.3`.
  const version = endsWithColon(record, host) ? host + 1 : host + 3;
  return isWord(record, version + 1, 'with') && isWord(record, version + 2, 'cipher')
    ? { isNew, host, version }
    : undefined;
}

/** Reads words that come again and again once. */
export class WordReader {
  readonly #versions = new NameTable();
  readonly #items = new NameTable();

  /** What a TLS line tells, whose version stands at a word. */
  connection(record: RecordCursor, version: number): Connection {
    const state = known(this.#versions, record.nameOf(version), () => readVersion(record.cell(version)));
    const cipher = record.hasText(version + 3) ? record.nameOf(version + 3) : -1;
    return { state: state as Tls, cipher, proof: record.line };
  }

  /** What `tls=may,` tells of a delivery: none, encrypted, or nothing. */
  item(record: RecordCursor, column: number): Tls {
    return known(this.#items, record.nameOf(column), () => readTlsItem(record.cell(column))) as Tls;
  }
}

/** `TLSv1` is 1.0. */
function readVersion(text: string): Tls {
  return OLD.test(text) ? Tls.tls10 : parseTlsVersion(text);
}

/**
 * `tls=may`: encrypted, as that level wants; `tls=may:none`: not, though it would have liked to; `tls=may?`: it was not known
 * yet (docs/formats.md).
 */
function readTlsItem(text: string): Tls {
  const [levels = ''] = text.replace(/^tls=/i, '').replace(/,$/, '').split('/');
  const level = levels.split(':').at(-1) ?? '';
  return /^none$/i.test(level) ? Tls.none : ENCRYPTING.test(level) ? Tls.tls : Tls.unknown;
}

function known(table: NameTable, name: number, read: () => number): number {
  let value = table.get(name);
  if (value === undefined) {
    value = read();
    table.set(name, value);
  }
  return value;
}
