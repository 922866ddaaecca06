import Papa from 'papaparse';
import type { ProblemReason } from '../model/problem';
import type { Dialect } from './dialect';
import { countLineBreaks, LineBreaks } from './lines';
import { findRecordEnd } from './quoting';

/**
 * One record of a file, valid only until the next one is read. Formats ask for cells by column, so that a reader
 * which does not make strings of everything can be put under them.
 */
export interface RecordCursor {
  /** The record's first line in the file, 1-based, as VS Code counts lines. */
  readonly line: number;
  readonly length: number;
  /** True for the file's last record where no line break ends it: it may have been cut. */
  readonly unterminated: boolean;
  /** The cell's text without its quotes; empty where the record is shorter or the column is missing (-1). */
  cell(column: number): string;
}

/** Receives what a {@link RecordReader} finds, in the order of the file. */
export interface RecordSink {
  record(cursor: RecordCursor): void;
  /** A line that cannot be read. It counts as one record, left out. */
  malformed(line: number, reason: ProblemReason): void;
  /** The first line of the file that is not UTF-8 though the file is: it is read as Windows-1252. */
  invalid(line: number): void;
}

/** A record longer than this many characters is taken for an unbalanced quote. */
export const LONGEST_RECORD = 1 << 20;

/** A record as papaparse gives it: an array of texts. */
class FieldsCursor implements RecordCursor {
  #fields: readonly string[] = [];
  line = 0;
  unterminated = false;

  get length(): number {
    return this.#fields.length;
  }

  show(fields: readonly string[], line: number, unterminated: boolean): void {
    this.#fields = fields;
    this.line = line;
    this.unterminated = unterminated;
  }

  cell(column: number): string {
    const text = this.#fields[column] ?? '';
    // With "\n" as the end of records, a CRLF leaves its carriage return on the last field; files glued together leave marks.
    const end = column === this.#fields.length - 1 && text.endsWith('\r') ? text.slice(0, -1) : text;
    return column === 0 && end.startsWith('\uFEFF') ? end.slice(1) : end;
  }
}

/** Papaparse as it calls back; its published types do not cover the low-level parser. */
interface ParsedRow {
  readonly data: readonly string[][];
  readonly errors: readonly { readonly type: string }[];
  readonly meta: { readonly cursor: number };
}

/**
 * Cuts text into records with papaparse, piece by piece; at most one piece and one unfinished record are held. Where
 * a quotation mark is misplaced or never closed, the line it stands in is reported and reading goes on with the next
 * line, so that one bad line never swallows others.
 */
export class RecordReader {
  readonly #dialect: Dialect;
  readonly #sink: RecordSink;
  readonly #record = new FieldsCursor();
  #rest = '';
  #line: number;
  #stoppedAtBadQuote = false;
  /** The text before the rest ends with a carriage return. */
  #endsWithReturn = false;
  /** In the middle of a line that is too long to be a record. */
  #isDropping = false;

  /** `line`: that of the first character that is pushed. */
  constructor(dialect: Dialect, sink: RecordSink, line = 1) {
    this.#dialect = dialect;
    this.#sink = sink;
    this.#line = line;
  }

  /** Reads on with the next text of the file. */
  push(text: string): void {
    const wanted = this.#isDropping ? this.#drop(text) : text;
    if (wanted !== '') {
      this.#read(this.#rest + wanted, false);
    }
  }

  /** Reads what is left: the last record may lack its line break. */
  end(): void {
    if (this.#rest !== '') {
      this.#read(this.#rest + this.#dialect.newline, true);
    }
  }

  /** The line on which the unfinished record begins. */
  get line(): number {
    return this.#line;
  }

  /** How many characters of an unfinished record are held. */
  get unfinished(): number {
    return this.#rest.length;
  }

  /** The line of a place in the text that is pushed next. */
  lineAhead(next: string, position: number): number {
    return this.#line + countLineBreaks(this.#rest + next.slice(0, position));
  }

  #read(text: string, final: boolean): void {
    const breaks = this.#breaksOf(text);
    let done = this.#parseMany(text, breaks, final);
    const stuck = final || text.length - done > LONGEST_RECORD || this.#stoppedAtBadQuote;
    if (stuck && done < text.length) {
      done = this.#parseOneByOne(text, done, breaks, final);
    }
    this.#endsWithReturn = done === 0 ? this.#endsWithReturn : text[done - 1] === '\r';
    this.#rest = text.slice(done);
    if (!final && this.#rest.length > LONGEST_RECORD) {
      this.#sink.malformed(this.#line, 'recordTooLong');
      this.#rest = this.#drop(this.#rest);
    }
  }

  /** Leaves text out up to the end of the line, and returns what follows. */
  #drop(text: string): string {
    const newline = text.indexOf(this.#dialect.newline);
    const end = newline < 0 ? text.length : newline + this.#dialect.newline.length;
    this.#line += this.#breaksOf(text).countTo(end);
    this.#endsWithReturn = end > 0 ? text[end - 1] === '\r' : this.#endsWithReturn;
    this.#isDropping = newline < 0;
    return text.slice(end);
  }

  /** The line feed of a CRLF that was cut behind its carriage return has been counted with it. */
  #breaksOf(text: string): LineBreaks {
    return new LineBreaks(text, this.#endsWithReturn && text.startsWith('\n') ? 1 : 0);
  }

  /** Hands complete records to the sink up to the first one with a misplaced quote; returns where it stopped. */
  #parseMany(text: string, breaks: LineBreaks, final: boolean): number {
    let done = 0;
    this.#stoppedAtBadQuote = false;
    const parser = new Papa.Parser({
      delimiter: this.#dialect.delimiter,
      newline: this.#dialect.newline,
      step: ((row: ParsedRow) => {
        if (row.errors.length > 0) {
          this.#stoppedAtBadQuote = true;
          parser.abort();
          return;
        }
        done = row.meta.cursor;
        this.#emit(row.data[0] ?? [], breaks.countTo(done), final && done === text.length);
      }) as unknown as () => void,
    });
    parser.parse(text, 0, true);
    return done;
  }

  /** Goes on record by record, leaving out lines whose quotes make no sense; returns where an unfinished record begins. */
  #parseOneByOne(text: string, from: number, breaks: LineBreaks, final: boolean): number {
    const { delimiter, newline } = this.#dialect;
    let start = from;
    while (start < text.length) {
      const found = findRecordEnd(text, start, delimiter, newline);
      if (found.kind === 'complete') {
        this.#parseOne(text.slice(start, found.end), breaks.countTo(found.end), final && found.end === text.length);
        start = found.end;
        continue;
      }
      if (found.kind === 'incomplete' && !final && text.length - start <= LONGEST_RECORD) {
        break;
      }
      const lineEnd = text.indexOf(newline, start);
      if (lineEnd < 0) {
        break;
      }
      start = lineEnd + newline.length;
      const line = this.#line;
      this.#line += breaks.countTo(start);
      this.#sink.malformed(line, final && start >= text.length ? 'truncatedRecord' : 'unbalancedQuote');
    }
    return start;
  }

  #parseOne(record: string, lineBreaks: number, last: boolean): void {
    // Not Papa.parse, which would take a byte-order mark off and read what follows in another way.
    const parser = new Papa.Parser(this.#dialect);
    const { data } = parser.parse(record, 0, true) as ParsedRow;
    this.#emit(data[0] ?? [], lineBreaks, last);
  }

  #emit(fields: readonly string[], lineBreaks: number, last: boolean): void {
    const line = this.#line;
    this.#line += lineBreaks;
    if (fields.length <= 1 && (fields[0] ?? '').trim() === '') {
      return;
    }
    this.#record.show(fields, line, last);
    this.#sink.record(this.#record);
  }
}
