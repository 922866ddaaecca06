import type { Encoding } from '../encoding';
import type { RecordCursor } from '../recordReader';
import { decodeWindows1252 } from '../windows1252';
import { OFFSET, type Scanning, WIDE } from './kernel';

const QUOTE = 34;
const RETURN = 13;

/** A record as bytes with the ends of its fields; a cell becomes text when it is asked for. */
export class ByteCells implements RecordCursor {
  readonly #scanning: Scanning;
  readonly #encoding: Encoding;
  readonly #width: 1 | 2;
  readonly #decoder: InstanceType<typeof TextDecoder>;
  #memory: Uint8Array = new Uint8Array(0);
  #ends: Uint32Array = new Uint32Array(0);
  /** Where offsets count from, in the memory. */
  #base = 0;
  /** The record's first byte. */
  #start = 0;
  /** Position of the record's first end among the ends. */
  #first = 0;
  #isWide = false;
  line = 0;
  length = 0;
  readonly unterminated = false;

  constructor(scanning: Scanning, encoding: Encoding) {
    this.#scanning = scanning;
    this.#encoding = encoding;
    this.#width = encoding === 'utf-16le' ? 2 : 1;
    this.#decoder = new TextDecoder(encoding, { ignoreBOM: true });
  }

  /** The ends of a piece: offsets from `base` in the memory, with marks. */
  showPiece(memory: Uint8Array, ends: Uint32Array, base: number): void {
    this.#memory = memory;
    this.#ends = ends;
    this.#base = base;
  }

  /** A record of the piece: its first byte, and its ends from position `first` to `last`. */
  showRecord(start: number, first: number, last: number, line: number): void {
    this.#start = start;
    this.#first = first;
    this.length = last - first + 1;
    this.#isWide = ((this.#ends[last] ?? 0) & WIDE) !== 0;
    this.line = line;
  }

  cell(column: number): string {
    if (column < 0 || column >= this.length) {
      return '';
    }
    const at = this.#first + column;
    const width = this.#width;
    const start = column === 0 ? this.#start : this.#base + ((this.#ends[at - 1] ?? 0) & OFFSET) + width;
    let end = this.#base + ((this.#ends[at] ?? 0) & OFFSET);
    const isLast = column === this.length - 1;
    if (isLast && end > start && this.#unit(end - width) === RETURN) {
      end -= width;
    }
    const isQuoted = end - start >= 2 * width && this.#unit(start) === QUOTE;
    const text = isQuoted ? this.#quoted(start + width, end - width, isLast) : this.#text(start, end);
    return column === 0 && text.startsWith('\uFEFF') ? text.slice(1) : text;
  }

  #quoted(start: number, end: number, isLast: boolean): string {
    const raw = this.#text(start, end);
    const text = raw.includes('"') ? raw.replaceAll('""', '"') : raw;
    // The universal reader cannot tell this carriage return from that of a line's end either.
    return isLast && text.endsWith('\r') ? text.slice(0, -1) : text;
  }

  #unit(address: number): number {
    const low = this.#memory[address] ?? 0;
    return this.#width === 1 ? low : low | ((this.#memory[address + 1] ?? 0) << 8);
  }

  #text(start: number, end: number): string {
    if (end <= start) {
      return '';
    }
    if (this.#isWide) {
      const bytes = this.#memory.subarray(start, end);
      return this.#encoding === 'windows-1252' ? decodeWindows1252(bytes) : this.#decoder.decode(bytes);
    }
    return this.#width === 1
      ? this.#scanning.ascii(this.#memory, start, end)
      : this.#scanning.utf16(this.#memory, start, end);
  }
}
