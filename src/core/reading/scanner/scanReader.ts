import type { Dialect } from '../dialect';
import type { EncodingGuess } from '../encoding';
import { LONGEST_RECORD, RecordReader, type RecordSink } from '../recordReader';
import { type RecordSource, TextRecords } from '../recordSource';
import { TextDecoding } from '../textDecoding';
import { ByteCells } from './byteCells';
import { BROKEN, OFFSET, RECORD, type ScanKernel, type Scanning, WIDE } from './kernel';

const PAGE = 65_536;
/** How many ends of fields the kernel may write at a time, and where. The page before is the kernel's own. */
const MOST_ENDS = 1 << 17;
const ENDS = PAGE;
/** Where a piece of the file lies. */
const INPUT = ENDS + MOST_ENDS * 4;
/** Zeros that must follow what is scanned: a block of 64 units of two bytes. */
const ZEROS = 128;
const FEED = 10;
const RETURN = 13;

/** True for texts that the kernel reads: units of one byte that agree with ASCII, or UTF-16LE; records end with a line feed. */
export function isScannable({ encoding }: EncodingGuess, { newline }: Dialect): boolean {
  return encoding !== 'utf-16be' && newline === '\n';
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
  readonly #cells: ByteCells;
  readonly #width: 1 | 2;
  readonly #strict = new TextDecoder('utf-8', { fatal: true });
  #memory: Uint8Array;
  #line = 1;
  /** Bytes of the byte-order mark that are still to come. */
  #skip: number;
  /** Bytes of an unfinished record at the beginning of the input. */
  #kept = 0;
  #toldInvalid = false;
  /** Takes over for the rest of the file. */
  #plain: TextRecords | undefined;

  constructor(scanning: Scanning, guess: EncodingGuess, dialect: Dialect, sink: RecordSink) {
    this.#width = guess.encoding === 'utf-16le' ? 2 : 1;
    this.#kernel = scanning.kernel(this.#width);
    this.#guess = { ...guess, bomLength: 0 };
    this.#dialect = dialect;
    this.#sink = { ...sink, invalid: (line) => this.#invalid(line, sink) };
    this.#cells = new ByteCells(scanning, guess.encoding);
    this.#skip = guess.bomLength;
    this.#memory = new Uint8Array(this.#kernel.memory.buffer);
    this.#makeRoom(INPUT);
  }

  push(bytes: Uint8Array): void {
    const fresh = bytes.subarray(Math.min(this.#skip, bytes.length));
    this.#skip -= bytes.length - fresh.length;
    if (this.#plain !== undefined) {
      this.#plain.push(fresh);
      return;
    }
    const length = this.#kept + fresh.length;
    this.#makeRoom(INPUT + length + ZEROS);
    this.#memory.set(fresh, INPUT + this.#kept);
    const done = this.#scan(length);
    this.#memory.copyWithin(INPUT, INPUT + done, INPUT + length);
    this.#kept = length - done;
  }

  end(): void {
    const rest = this.#plain ?? this.#universal();
    if (this.#plain === undefined) {
      rest.push(this.#memory.slice(INPUT, INPUT + this.#kept));
    }
    rest.end();
  }

  /** Reads the complete records of the input; returns how many bytes they are. */
  #scan(length: number): number {
    const end = INPUT + length - (length % this.#width);
    this.#memory.fill(0, INPUT + length, INPUT + length + ZEROS);
    const odd = end < INPUT + length ? (this.#memory[end] ?? 0) : 0;
    this.#memory[end] = 0;
    let start = INPUT;
    for (;;) {
      const count = this.#kernel.scan(start, end, this.#dialect.delimiter.charCodeAt(0), ENDS, MOST_ENDS);
      this.#emit(start, count);
      start = this.#kernel.stop.value;
      if (this.#kernel.filled.value === 0 || count === 0) {
        break;
      }
    }
    if (end < INPUT + length) {
      this.#memory[end] = odd;
    }
    if (this.#kernel.filled.value !== 0 || end - start > LONGEST_RECORD) {
      return this.#giveUp(start, length);
    }
    return start - INPUT + (this.#kernel.misplaced.value === 0 ? 0 : this.#readPlainly(start, end));
  }

  /** Hands over the records whose ends the kernel has written. */
  #emit(base: number, count: number): void {
    const ends = new Uint32Array(this.#kernel.memory.buffer, ENDS, count);
    const cells = this.#cells;
    cells.showPiece(this.#memory, ends, base);
    let start = base;
    let first = 0;
    for (let at = 0; at < count; at++) {
      const mark = ends[at] ?? 0;
      if (mark < RECORD) {
        continue;
      }
      const next = base + (mark & OFFSET) + this.#width;
      if ((mark & WIDE) !== 0 && !this.#isValid(start, next)) {
        this.#readPlainly(start, next);
      } else {
        const line = this.#line;
        this.#line += (mark & BROKEN) === 0 ? 1 : this.#breaksIn(start, next);
        cells.showRecord(start, first, at, line);
        if (cells.length > 1 || cells.cell(0).trim() !== '') {
          this.#sink.record(cells);
        }
      }
      start = next;
      first = at + 1;
    }
  }

  /** UTF-8 may turn out not to be; anything is text in the other encodings. */
  #isValid(start: number, end: number): boolean {
    if (this.#guess.encoding !== 'utf-8') {
      return true;
    }
    try {
      this.#strict.decode(this.#memory.subarray(start, end));
      return true;
    } catch {
      return false;
    }
  }

  /** Line breaks of a record as VS Code counts them, its end included. */
  #breaksIn(start: number, end: number): number {
    let breaks = 0;
    for (let at = start; at < end; at += this.#width) {
      const unit = this.#unit(at);
      breaks += unit === FEED || (unit === RETURN && this.#unit(at + this.#width) !== FEED) ? 1 : 0;
    }
    return breaks;
  }

  #unit(at: number): number {
    const low = this.#memory[at] ?? 0;
    return this.#width === 1 ? low : low | ((this.#memory[at + 1] ?? 0) << 8);
  }

  /** Reads complete records the universal way; returns how many bytes they are. */
  #readPlainly(start: number, end: number): number {
    const bytes = this.#memory.slice(start, end);
    const reader = new RecordReader(this.#dialect, this.#sink, this.#line);
    const { text, invalidAt } = new TextDecoding(this.#guess).push(bytes);
    if (invalidAt !== undefined) {
      this.#sink.invalid(reader.lineAhead(text, invalidAt));
    }
    reader.push(text);
    this.#line = reader.line;
    return afterFeeds(bytes, this.#width, feedsIn(text.slice(0, text.length - reader.unfinished)));
  }

  /** Leaves the rest of the file to the universal way; returns the length of all that was there. */
  #giveUp(start: number, length: number): number {
    this.#plain = this.#universal();
    this.#plain.push(this.#memory.slice(start, INPUT + length));
    return length;
  }

  #universal(): TextRecords {
    return new TextRecords(this.#guess, this.#dialect, this.#sink, this.#line);
  }

  #invalid(line: number, sink: RecordSink): void {
    if (!this.#toldInvalid) {
      this.#toldInvalid = true;
      sink.invalid(line);
    }
  }

  #makeRoom(bytes: number): void {
    const missing = bytes - this.#kernel.memory.buffer.byteLength;
    if (missing > 0) {
      this.#kernel.memory.grow(Math.ceil(missing / PAGE));
      this.#memory = new Uint8Array(this.#kernel.memory.buffer);
    }
  }
}

function feedsIn(text: string): number {
  let feeds = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    feeds++;
  }
  return feeds;
}

/** The place behind the n-th line feed: records end there, whatever the encoding. */
function afterFeeds(bytes: Uint8Array, width: 1 | 2, feeds: number): number {
  let at = 0;
  for (let left = feeds; left > 0; left--) {
    at = bytes.indexOf(FEED, at);
    while (width === 2 && (at % 2 === 1 || bytes[at + 1] !== 0)) {
      at = bytes.indexOf(FEED, at + 1);
    }
    at += width;
  }
  return at;
}
