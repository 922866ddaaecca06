import { type ColumnPlan, NO_PLAN, type Slot } from '../columnPlan';
import type { Encoding } from '../encoding';
import type { NameDecoder, Names } from '../names';
import type { RecordCursor } from '../recordCursor';
import { TextCells } from '../textCells';
import { decodeWindows1252 } from '../windows1252';
import { keptNames } from './keptNames';
import { IS_ODD, IS_WIDE, OFFSET, ROW_HEADER, type ScanKernel, type Scanning } from './kernel';

const QUOTE = 34;
const RETURN = 13;
/** What names may tell: see passings.as. */
const SEEN = 1;
const OUTBOUND = 5;
const INBOUND = 6;

/** A record as bytes, with the row of numbers that the kernel made of it; a cell becomes text when it is asked for. */
export class ByteCells implements RecordCursor, NameDecoder {
  readonly names: Names;
  readonly #kernel: ScanKernel;
  readonly #scanning: Scanning;
  readonly #encoding: Encoding;
  readonly #isQuoting: boolean;
  readonly #width: 1 | 2;
  readonly #decoder: InstanceType<typeof TextDecoder>;
  /** Answers where the kernel is not sure. */
  readonly #texts: TextCells;
  #memory: Uint8Array = new Uint8Array(0);
  #numbers: Int32Array = new Int32Array(0);
  /** Where offsets count from, in the memory. */
  #base = 0;
  /** The row's position among the numbers. */
  #row = 0;
  /** Position of its first wish. */
  #wishes = 0;
  #plan: ColumnPlan = NO_PLAN;
  #isTurned = false;
  /** Positions of the ends and of the names' places among the numbers. */
  readonly #ends: number;
  readonly #places: number;
  /** The column that was located last, and where its text is. */
  #located = -2;
  #from = 0;
  #to = 0;
  #isQuoted = false;
  /** The first quotation mark in it, or its end; -1 as long as nobody has looked. */
  #quote = -1;
  line = 0;
  length = 0;
  readonly unterminated = false;
  readonly isHeader = false;

  /** `isQuoting`: fields may stand in quotes. */
  constructor(kernel: ScanKernel, scanning: Scanning, encoding: Encoding, isQuoting: boolean) {
    this.#kernel = kernel;
    this.#isQuoting = isQuoting;
    this.#ends = kernel.ENDS.value >> 2;
    this.#places = kernel.PLACES.value >> 2;
    this.#scanning = scanning;
    this.#encoding = encoding;
    this.#width = encoding === 'utf-16le' ? 2 : 1;
    this.#decoder = decoderOf(encoding);
    this.names = keptNames(kernel, encoding, isQuoting, this);
    this.#texts = new TextCells((column) => this.cell(column), this.names);
  }

  /** The kernel's memory has moved: its bytes, and the same as numbers. */
  showMemory(memory: Uint8Array, numbers: Int32Array): void {
    this.#memory = memory;
    this.#numbers = numbers;
  }

  /** Rows that follow are of records whose offsets count from `base`, and answer `plan`. */
  showPiece(base: number, plan: ColumnPlan): void {
    this.#base = base;
    this.#plan = plan;
  }

  /** Shows a row of the kernel's; `row`: its position among the memory's 32-bit numbers. */
  showRow(row: number): void {
    this.#row = row;
    this.#wishes = row + ROW_HEADER;
    this.length = this.#numbers[row + 2] as number;
    this.line = this.#numbers[row + 3] as number;
    this.#isTurned = false;
    this.#located = -2;
  }

  /** Where the next record begins. */
  get next(): number {
    const last = this.#ends + (this.#numbers[this.#row + 1] as number) + this.length - 1;
    return this.#base + ((this.#numbers[last] as number) & OFFSET) + this.#width;
  }

  name(slot: Slot): number {
    const name = this.#numbers[this.#wishes + slot] as number;
    return name >= 0 ? name : this.#asText().name(slot);
  }

  keyHigh(slot: Slot): number {
    return this.#isOdd ? this.#asText().key(slot).high | 0 : (this.#numbers[this.#wishes + slot] as number);
  }

  keyLow(slot: Slot): number {
    return this.#isOdd ? this.#asText().key(slot).low | 0 : (this.#numbers[this.#wishes + slot + 1] as number);
  }

  day(slot: Slot): number {
    const day = this.#numbers[this.#wishes + slot] as number;
    return day >= 0 ? day : this.#asText().day(slot);
  }

  millisecond(slot: Slot): number {
    const isTold = (this.#numbers[this.#wishes + slot] as number) >= 0;
    return isTold ? (this.#numbers[this.#wishes + slot + 1] as number) : this.#asText().millisecond(slot);
  }

  natural(slot: Slot): number {
    const number = this.#numbers[this.#wishes + slot] as number;
    return number >= 0 ? number : this.#asText().natural(slot);
  }

  item(slot: Slot, key: number): number {
    const item = this.#numbers[this.#wishes + slot + key] as number;
    return this.#isOdd || item === -1 ? this.#asText().item(slot, key) : item;
  }

  passes(seen: number): void {
    if (!this.#isOdd) {
      this.#kernel.tells(this.#wishes * 4, seen + SEEN);
    }
  }

  crosses(isInbound: boolean): void {
    if (!this.#isOdd && this.#plan.noted?.crossings !== undefined) {
      this.#kernel.tells(this.#wishes * 4, isInbound ? INBOUND : OUTBOUND);
    }
  }

  nameOf(column: number): number {
    this.#locate(column);
    const name = column === 0 ? -1 : this.#kernel.nameOf(this.#from, this.#to) | 0;
    return name >= 0 ? name : this.names.of(this.cell(column));
  }

  hostOf(column: number): number {
    this.#locate(column);
    if (column === 0 || this.#isQuoted || this.#from === this.#to) {
      return this.#asText().hostOf(column);
    }
    const name = this.#kernel.hostIn(this.#from, this.#to) | 0;
    return name >= 0 ? name : this.#asText().hostOf(column);
  }

  domainOf(column: number, from: number, isPath: boolean): number {
    if (column === 0 || !this.#isPlain(column, from)) {
      return this.#asText().domainOf(column, from, isPath);
    }
    const begin = Math.min(this.#from + from * this.#width, this.#to);
    const name = this.#kernel.domainIn(begin, this.#to, Number(isPath)) | 0;
    return name >= 0 ? name : this.#asText().domainOf(column, from, isPath);
  }

  fingerprint(column: number): number {
    this.#locate(column);
    const isSure = !this.#isWideRow || (this.#encoding === 'utf-8' && column !== 0);
    const found = isSure ? this.#kernel.fingerprint(this.#from, this.#to, Number(this.#isQuoted)) | 0 : 0;
    return found !== 0 || this.#from === this.#to ? found : this.#asText().fingerprint(column);
  }

  hasText(column: number): boolean {
    this.#locate(column);
    return column === 0 ? this.cell(0) !== '' : this.#to > this.#from;
  }

  lengthOf(column: number): number {
    this.#locate(column);
    const isSure = !this.#isWideRow && !(this.#isQuoted && this.#hasQuote());
    return isSure ? (this.#to - this.#from) / this.#width : this.cell(column).length;
  }

  unitAt(column: number, position: number): number {
    if (!this.#isPlain(column, position + 1)) {
      return this.cell(column).charCodeAt(position);
    }
    const at = this.#from + position * this.#width;
    return at < this.#to ? this.#unit(at) : Number.NaN;
  }

  cell(column: number): string {
    this.#locate(column);
    const text = this.#text(this.#from, this.#to, this.#isWideRow);
    const plain = this.#isQuoted && text.includes('"') ? text.replaceAll('""', '"') : text;
    return column === 0 && plain.startsWith('\uFEFF') ? plain.slice(1) : plain;
  }

  get #isOdd(): boolean {
    return ((this.#numbers[this.#row + 4] as number) & IS_ODD) !== 0;
  }

  get #isWideRow(): boolean {
    return ((this.#numbers[this.#row + 4] as number) & IS_WIDE) !== 0;
  }

  #asText(): TextCells {
    if (!this.#isTurned) {
      this.#isTurned = true;
      this.#texts.turn(this.#plan);
    }
    return this.#texts;
  }

  /** Finds a column's text without its quotes: first byte, and behind its last one. Both 0 where there is no such column. */
  #locate(column: number): void {
    if (column === this.#located) {
      return;
    }
    this.#located = column;
    this.#isQuoted = false;
    this.#quote = -1;
    if (column < 0 || column >= this.length) {
      this.#from = 0;
      this.#to = 0;
      return;
    }
    const width = this.#width;
    const ends = this.#ends + (this.#numbers[this.#row + 1] as number) + column;
    const isLast = column === this.length - 1;
    let from =
      column === 0
        ? (this.#numbers[this.#row] as number)
        : this.#base + ((this.#numbers[ends - 1] as number) & OFFSET) + width;
    let to = this.#base + ((this.#numbers[ends] as number) & OFFSET);
    if (isLast && to > from && this.#unit(to - width) === RETURN) {
      to -= width;
    }
    if (this.#isQuoting && to - from >= 2 * width && this.#unit(from) === QUOTE) {
      this.#isQuoted = true;
      from += width;
      to -= width;
      // The universal reader cannot tell this carriage return from that of a line's end either.
      if (isLast && to > from && this.#unit(to - width) === RETURN) {
        to -= width;
      }
    }
    this.#from = from;
    this.#to = to;
  }

  /** Locates a column; true where each of its first `count` code units is one unit of the file too. */
  #isPlain(column: number, count: number): boolean {
    this.#locate(column);
    if (column === 0 && this.#isWideRow) {
      return false;
    }
    const end = Math.min(this.#to, this.#from + count * this.#width);
    if (this.#isQuoted && this.#hasQuote(end)) {
      return false;
    }
    for (let at = this.#from; this.#width === 1 && this.#isWideRow && at < end; at++) {
      if ((this.#memory[at] as number) > 127) {
        return false;
      }
    }
    return true;
  }

  /** True where the located text, which is quoted, holds a quotation mark before `end`. */
  #hasQuote(end = this.#to): boolean {
    if (this.#quote < 0) {
      this.#quote = this.#kernel.quoteIn(this.#from, this.#to);
    }
    return this.#quote < end;
  }

  #unit(address: number): number {
    const low = this.#memory[address] ?? 0;
    return this.#width === 1 ? low : low | ((this.#memory[address + 1] ?? 0) << 8);
  }

  textOfName(name: number): string {
    const place = this.#places + 2 * name;
    const start = this.#numbers[place] as number;
    const text = this.#text(start, start + (this.#numbers[place + 1] as number), true);
    // A quotation mark can only come of a quoted field, where it is doubled.
    return this.#isQuoting && text.includes('"') ? text.replaceAll('""', '"') : text;
  }

  #text(start: number, end: number, isWide: boolean): string {
    if (end <= start) {
      return '';
    }
    if (isWide) {
      const bytes = this.#memory.subarray(start, end);
      return this.#encoding === 'windows-1252' ? decodeWindows1252(bytes) : this.#decoder.decode(bytes);
    }
    return this.#width === 1
      ? this.#scanning.ascii(this.#memory, start, end)
      : this.#scanning.utf16(this.#memory, start, end);
  }
}

/** Many files are read, of few encodings. */
const decoders = new Map<Encoding, InstanceType<typeof TextDecoder>>();

function decoderOf(encoding: Encoding): InstanceType<typeof TextDecoder> {
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding, { ignoreBOM: true });
  decoders.set(encoding, decoder);
  return decoder;
}
