import Papa from 'papaparse';
import { type Dialect, isQuoting } from './dialect';
import { FieldsCursor } from './fieldsCursor';
import { countLineBreaks, LineBreaks } from './lines';
import { Names } from './names';
import { findRecordEnd } from './quoting';
import type { RecordSink } from './recordCursor';

/** A record longer than this many characters is taken for an unbalanced quote. */
export const LONGEST_RECORD = 1 << 26;

/** Papaparse wants a quotation mark: one that no text holds. */
const NO_QUOTE = '\uffff';

/** How reading begins, where it is not at a file's first byte. */
export interface Start {
  /** The line of the first byte; 1 where it is not told. */
  readonly line?: number;
  /** Where numbers for texts come from. */
  readonly names?: Names;
  /** The longest record, in characters. */
  readonly longest?: number;
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
  /** What quotes fields; empty where nothing does. */
  readonly #quote: '"' | '';
  readonly #sink: RecordSink;
  readonly #record: FieldsCursor;
  readonly #longest: number;
  #rest = '';
  /** How much has to be there before it is looked through. */
  #enough = 0;
  #line: number;
  #stoppedAtBadQuote = false;
  /** The text before the rest ends with a carriage return. */
  #endsWithReturn = false;
  /** In the middle of a line that is too long to be a record. */
  #isDropping = false;

  constructor(
    dialect: Dialect,
    sink: RecordSink,
    { line = 1, names = new Names(), longest = LONGEST_RECORD }: Start = {},
  ) {
    this.#dialect = dialect;
    this.#quote = isQuoting(dialect) ? '"' : '';
    this.#sink = sink;
    this.#line = line;
    this.#record = new FieldsCursor(names);
    this.#longest = longest;
  }

  /** Reads on with the next text of the file. */
  push(text: string): void {
    const wanted = this.#isDropping ? this.#drop(text) : text;
    this.#rest += wanted;
    // An unfinished record is not looked through again for every bit that comes after it.
    if (wanted !== '' && this.#rest.length >= this.#enough) {
      this.#readOn();
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

  #readOn(): void {
    this.#read(this.#rest, false);
    this.#enough = Math.min(2 * this.#rest.length, this.#longest + 1);
  }

  #read(text: string, final: boolean): void {
    const breaks = this.#breaksOf(text);
    let done = this.#parseMany(text, breaks, final);
    const stuck = final || text.length - done > this.#longest || this.#stoppedAtBadQuote;
    if (stuck && done < text.length) {
      done = this.#parseOneByOne(text, done, breaks, final);
    }
    this.#endsWithReturn = done === 0 ? this.#endsWithReturn : text[done - 1] === '\r';
    this.#rest = text.slice(done);
    if (!final && this.#rest.length > this.#longest) {
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

  get #papa(): { delimiter: string; newline: '\n' | '\r'; quoteChar: string } {
    const { delimiter, newline } = this.#dialect;
    return { delimiter, newline, quoteChar: this.#quote || NO_QUOTE };
  }

  /** Hands complete records to the sink up to the first one with a misplaced quote; returns where it stopped. */
  #parseMany(text: string, breaks: LineBreaks, final: boolean): number {
    let done = 0;
    this.#stoppedAtBadQuote = false;
    const parser = new Papa.Parser({
      ...this.#papa,
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
      const found = findRecordEnd(text, start, delimiter, newline, this.#quote);
      if (found.kind === 'complete') {
        this.#parseOne(text.slice(start, found.end), breaks.countTo(found.end), final && found.end === text.length);
        start = found.end;
        continue;
      }
      if (found.kind === 'incomplete' && !final && text.length - start <= this.#longest) {
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
    const parser = new Papa.Parser(this.#papa);
    const { data } = parser.parse(record, 0, true) as ParsedRow;
    this.#emit(data[0] ?? [], lineBreaks, last);
  }

  #emit(fields: readonly string[], lineBreaks: number, last: boolean): void {
    const line = this.#line;
    this.#line += lineBreaks;
    if (fields.length <= 1 && (fields[0] ?? '').trim() === '') {
      return;
    }
    this.#record.show(fields, line, last, this.#sink.plan);
    this.#sink.record(this.#record);
  }
}
