import { NO_PLAN } from '../columnPlan';
import { type Dialect, isQuoting } from '../dialect';
import type { EncodingGuess } from '../encoding';
import type { Names } from '../names';
import type { RecordSink } from '../recordCursor';
import { LONGEST_RECORD, RecordReader, type Start } from '../recordReader';
import { type RecordSource, TextRecords } from '../recordSource';
import { TextDecoding } from '../textDecoding';
import { ByteCells } from './byteCells';
import { FollowedRows } from './followedRows';
import {
  delimiterOf,
  followingKernel,
  IS_INVALID,
  makeRoom,
  ROW_HEADER,
  type ScanKernel,
  type Scanning,
  ZEROS,
} from './kernel';
import { afterFeeds, feedsIn } from './lineFeeds';
import { NotedRows } from './notedRows';
import { plainSink } from './plainSink';
import { tellPlan } from './tellPlan';

/** True for texts that the kernel reads: units of one byte that agree with ASCII, or UTF-16LE; records end with a line feed. */
export function isScannable({ encoding }: EncodingGuess, { newline, layout }: Dialect): boolean {
  return encoding !== 'utf-16be' && newline === '\n' && layout !== 'json';
}

/** Where a row's own numbers stand before what was wished for. */
const LINE = 3;
const MARKS = 4;
const RECORD = 5;
const PASSED = 6;
const CROSSED = 7;
/** More than any memory has. */
const MOST_BYTES = 0x7fffffff;

/** How scanning begins, and where it ends. */
export interface ScanStart extends Start {
  /** Records that begin at this byte or later, counted from the first one pushed, are not wanted. */
  readonly limit?: number;
}

/**
 * Cuts a file's bytes into records with the SIMD kernel and makes text of a cell only when it is asked for. Gives what
 * {@link TextRecords} gives: from a misplaced quotation mark on, the rest of the piece is read the universal way, and
 * scanning goes on with the next piece; from a record without end on, the rest of the file.
 */
export class ScanReader implements RecordSource {
  readonly #kernel: ScanKernel;
  readonly #guess: EncodingGuess;
  readonly #dialect: Dialect;
  readonly #sink: RecordSink;
  readonly #plainSink: RecordSink;
  readonly #cells: ByteCells;
  readonly #width: 1 | 2;
  readonly #limit: number;
  readonly #longest: number;
  /** For universal readers on the way. */
  readonly #start: Start;
  readonly #isUtf8: number;
  /** How texts are read. */
  readonly #manner: string;
  readonly #input: number;
  #memory: Uint8Array = new Uint8Array(0);
  #numbers = new Int32Array(0);
  #plan = NO_PLAN;
  /** Rows that the kernel follows by itself, where the plan wants that. */
  #followed: FollowedRows | undefined;
  /** Rows that it notes by itself. */
  #noted: NotedRows;
  /** Bytes of the byte-order mark that are still to come. */
  #skip: number;
  /** Bytes of an unfinished record at the beginning of the input. */
  #kept = 0;
  /** How many bytes there have to be before they are looked through. */
  #enough = 0;
  /** Bytes before the input's first one, all read. */
  #done: number;
  #isPastLimit = false;
  /** The line behind what was read the universal way. */
  #plainLine = 1;
  /** Takes over for the rest of the file. */
  #plain: TextRecords | undefined;

  /** `scanning`: the host's; the reader has the kernel of that width to itself until it is done. */
  constructor(scanning: Scanning, guess: EncodingGuess, dialect: Dialect, sink: RecordSink, start: ScanStart = {}) {
    this.#width = guess.encoding === 'utf-16le' ? 2 : 1;
    const kernel = scanning.kernel(this.#width);
    this.#kernel = kernel;
    this.#guess = { ...guess, bomLength: 0 };
    this.#dialect = dialect;
    this.#sink = sink;
    this.#plainSink = plainSink(sink);
    this.#cells = new ByteCells(kernel, scanning, guess.encoding, isQuoting(dialect));
    this.#skip = guess.bomLength;
    this.#done = guess.bomLength;
    this.#limit = start.limit ?? Number.POSITIVE_INFINITY;
    this.#longest = start.longest ?? LONGEST_RECORD;
    this.#start = { names: this.#cells.names, longest: this.#longest };
    this.#isUtf8 = Number(guess.encoding === 'utf-8');
    this.#manner = `${guess.encoding} ${isQuoting(dialect)}`;
    this.#input = kernel.INPUT.value;
    kernel.begin(this.#isUtf8, start.line ?? 1);
    tellPlan(kernel, NO_PLAN, '');
    this.#noted = new NotedRows(kernel, sink, undefined);
    this.#makeRoom(this.#input + ZEROS);
  }

  get names(): Names {
    return this.#cells.names;
  }

  forget(): void {
    this.#kernel.forget();
    this.#cells.names.forget();
  }

  /** The line of the next record. */
  get line(): number {
    return this.#plain?.line ?? this.#kernel.line.value;
  }

  /** How many bytes have been read as records. */
  get done(): number {
    return this.#done;
  }

  /** True once a record was met that begins at the limit or behind it; {@link done} is where. */
  get isPastLimit(): boolean {
    return this.#isPastLimit;
  }

  push(bytes: Uint8Array): void {
    const fresh = bytes.subarray(Math.min(this.#skip, bytes.length));
    this.#skip -= bytes.length - fresh.length;
    if (this.#plain !== undefined) {
      this.#plain.push(fresh);
      this.#done += fresh.length;
      return;
    }
    this.room(fresh.length).set(fresh);
    this.filled(fresh.length);
  }

  /** True where the rest of the file is left to the universal way: the limit means nothing any more. */
  get hasGivenUp(): boolean {
    return this.#plain !== undefined;
  }

  /** Where to put the next bytes; then say how many they are. Not before a byte-order mark has been pushed. */
  room(length: number): Uint8Array {
    this.#makeRoom(this.#input + this.#kept + length + ZEROS);
    return this.#memory.subarray(this.#input + this.#kept, this.#input + this.#kept + length);
  }

  /** Reads the complete records, now that there are so many bytes more in the {@link room}. */
  filled(count: number): void {
    const length = this.#kept + count;
    this.#kept = length;
    if (this.#plain !== undefined) {
      this.#plain.push(this.#memory.slice(this.#input, this.#input + length));
      this.#done += length;
      this.#kept = 0;
    } else if (length >= this.#enough && !this.#isPastLimit) {
      const read = this.#scan(length);
      this.#memory.copyWithin(this.#input, this.#input + read, this.#input + length);
      this.#done += read;
      this.#kept = length - read;
      // An unfinished record is not looked through again for every bit that comes after it.
      this.#enough = Math.min(2 * this.#kept, this.#longest * this.#width + 1);
    }
  }

  settle(): void {
    this.#noted.take(this.#numbers);
  }

  end(): void {
    this.settle();
    const rest = this.#plain ?? this.#universal();
    if (this.#plain === undefined) {
      rest.push(this.#memory.slice(this.#input, this.#input + this.#kept));
      this.#plain = rest;
      this.#done += this.#kept;
      this.#kept = 0;
    }
    rest.end();
  }

  /** Reads the complete records of the input; returns how many bytes they are. */
  #scan(length: number): number {
    const end = this.#input + length - (length % this.#width);
    this.#memory.fill(0, this.#input + length, this.#input + length + ZEROS);
    const odd = end < this.#input + length ? (this.#memory[end] ?? 0) : 0;
    this.#memory[end] = 0;
    let start = this.#input;
    for (;;) {
      start = this.#follow(start, end);
      if (this.#isPastLimit) {
        break;
      }
      // Whatever is behind an odd row is followed again.
      const count = this.#kernel.scan(start, end, delimiterOf(this.#dialect), this.#follows ? 1 : 0);
      const next = this.#kernel.stop.value;
      start = this.#emit(start, count, next);
      if (count === 0 || this.#isPastLimit || (this.#kernel.filled.value === 0 && start === next)) {
        break;
      }
    }
    if (end < this.#input + length) {
      this.#memory[end] = odd;
    }
    if (this.#isPastLimit) {
      return start - this.#input;
    }
    if (this.#kernel.filled.value !== 0 || end - start > this.#longest * this.#width) {
      return this.#giveUp(start, length);
    }
    let read = start - this.#input;
    if (this.#kernel.misplaced.value !== 0) {
      this.settle();
      read += this.#readPlainly(start, end, this.#kernel.line.value);
      this.#kernel.begin(this.#isUtf8, this.#plainLine);
    }
    this.#isPastLimit = this.#done + read >= this.#limit;
    return read;
  }

  /** True where the kernel follows rows by itself. */
  get #follows(): boolean {
    return this.#followed?.goesOn === true;
  }

  /**
   * Has the kernel follow records from `start` on, where the plan wants that; returns the beginning of the first that it has not
   * followed.
   */
  #follow(start: number, end: number): number {
    this.#wantAnew();
    if (this.#followed === undefined || !this.#follows) {
      return start;
    }
    const last = this.#input + this.#limit - this.#done;
    const delimiter = delimiterOf(this.#dialect);
    const show = (place: number) => this.#shown(place, end, delimiter);
    const place = this.#followed.follow(start, end, last, delimiter, show);
    this.#isPastLimit = place >= last;
    return place;
  }

  /**
   * Hands over `count` records that the kernel has found from `base` to `stop`; returns where it stopped, or before that where rows are
   * followed from there on.
   */
  #emit(base: number, count: number, stop: number): number {
    const kernel = this.#kernel;
    const last = this.#input + this.#limit - this.#done;
    let start = base;
    for (let record = 0; record < count; ) {
      this.#wantAnew();
      if (record > 0 && this.#follows) {
        return start;
      }
      this.#cells.showPiece(base, this.#plan);
      const most = this.#follows ? 1 : count;
      this.#noted.begin();
      const rows = kernel.project(base, record, most, start, Math.min(last, MOST_BYTES));
      const read = rows > 0 || kernel.seen.value < most ? this.#rows(rows, last) : 0;
      if (this.#sink.plan !== this.#plan) {
        // What follows was made for another plan.
        const row = this.#rowAt(read - 1);
        start = this.#cells.next;
        kernel.begin(this.#isUtf8, this.#at(row + LINE) + kernel.breaksIn(this.#at(row), start));
        record = this.#at(row + RECORD) + 1;
      } else if (read < rows) {
        const row = this.#rowAt(read);
        kernel.begin(this.#isUtf8, this.#at(row + LINE));
        this.#isPastLimit = true;
        return this.#at(row);
      } else {
        record = kernel.seen.value;
        start = kernel.reached.value;
      }
    }
    return stop;
  }

  /** Hands over rows up to one behind `last`, or until the plan changes, with those between them; returns how many. */
  #rows(rows: number, last: number): number {
    const noted = this.#noted;
    noted.complete(this.#numbers);
    for (let index = 0; index < rows; index++) {
      const row = this.#rowAt(index);
      noted.upTo(this.#numbers, this.#at(row + PASSED), this.#at(row + CROSSED));
      if (this.#at(row) >= last) {
        noted.finish(this.#numbers);
        return index;
      }
      this.#row(row);
      if (this.#sink.plan !== this.#plan) {
        return index + 1;
      }
    }
    noted.finish(this.#numbers);
    return rows;
  }

  #row(row: number): void {
    const cells = this.#cells;
    cells.showRow(row);
    if ((this.#at(row + MARKS) & IS_INVALID) !== 0) {
      this.#readPlainly(this.#at(row), cells.next, cells.line);
    } else if (cells.length > 1 || cells.cell(0).trim() !== '') {
      this.#sink.record(cells);
    }
  }

  /** Where a row stands among the numbers. */
  #rowAt(index: number): number {
    return (this.#kernel.ROWS.value >> 2) + index * (ROW_HEADER + this.#plan.width);
  }

  #at(position: number): number {
    return this.#numbers[position] as number;
  }

  #wantAnew(): void {
    if (this.#sink.plan !== this.#plan) {
      this.#plan = this.#sink.plan;
      tellPlan(this.#kernel, this.#plan, this.#manner);
      const kernel = followingKernel(this.#kernel);
      const { follower, noted } = this.#plan;
      this.#noted = new NotedRows(this.#kernel, this.#sink, noted?.crossings?.numbers);
      this.#followed =
        kernel === undefined || follower === undefined ? undefined : new FollowedRows(kernel, follower, this.#numbers);
    }
  }

  /** The record at a place that the kernel has not followed yet, which goes on with it: its line is to be the next one's again. */
  #shown(place: number, end: number, delimiter: number): ByteCells {
    this.#kernel.scan(place, end, delimiter, 1);
    this.#cells.showPiece(place, this.#plan);
    this.#kernel.project(place, 0, 1, place, 0);
    this.#cells.showRow(this.#kernel.ROWS.value >> 2);
    this.#kernel.begin(this.#isUtf8, this.#cells.line);
    return this.#cells;
  }

  /** Reads complete records the universal way, and lines of which none can be made; returns how many bytes they are. */
  #readPlainly(start: number, end: number, line: number): number {
    const bytes = this.#memory.slice(start, end);
    const reader = new RecordReader(this.#dialect, this.#plainSink, { ...this.#start, line });
    const { text, invalidAt } = new TextDecoding(this.#guess).push(bytes);
    if (invalidAt !== undefined) {
      this.#plainSink.invalid(reader.lineAhead(text, invalidAt));
    }
    reader.push(text);
    this.#plainLine = reader.line;
    return afterFeeds(bytes, this.#width, feedsIn(text.slice(0, text.length - reader.unfinished)));
  }

  /** Leaves the rest of the file to the universal way; returns the length of all that was there. */
  #giveUp(start: number, length: number): number {
    this.settle();
    this.#plain = this.#universal();
    this.#plain.push(this.#memory.slice(start, this.#input + length));
    return length;
  }

  #universal(): TextRecords {
    const start = { ...this.#start, line: this.#kernel.line.value };
    return new TextRecords(this.#guess, this.#dialect, this.#plainSink, start);
  }

  #makeRoom(bytes: number): void {
    makeRoom(this.#kernel, bytes);
    if (this.#memory.buffer !== this.#kernel.memory.buffer) {
      this.#memory = new Uint8Array(this.#kernel.memory.buffer);
      this.#numbers = new Int32Array(this.#kernel.memory.buffer);
      this.#cells.showMemory(this.#memory, this.#numbers);
      this.#followed?.showMemory(this.#numbers);
    }
  }
}
