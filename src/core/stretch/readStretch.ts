import { FactsWriter } from '../facts/factsWriter';
import { Names } from '../reading/names';
import { makeRoom, ZEROS } from '../reading/scanner/kernel';
import { guessRecordStart } from './recordStart';
import type { FileBytes, Stretch, StretchPart } from './stretch';
import { type ReadingManner, StretchReading } from './stretchReading';

/** Bytes that are read at a time: few enough to stay in the processor's cache, enough for few calls, which are not worth compiling. */
const BATCH = 1 << 19;
/** Bytes among which a record's beginning is looked for first. */
const LOOKED = 1 << 17;
/** How far behind a stretch's end reading goes on at first, for the record that ends there. */
const BEYOND = 1 << 14;

/** Reads a stretch of a file. Yields what was read in one or more parts; more than one only where `isExact`. */
export function* readStretch(bytes: FileBytes, stretch: Stretch, manner: ReadingManner): Generator<StretchPart, void> {
  const used = { ...manner, scanning: stretch.isUniversal ? undefined : manner.scanning };
  const skip = stretch.from === 0 ? stretch.kind.encoding.bomLength : 0;
  const kind = { ...stretch.kind, encoding: { ...stretch.kind.encoding, bomLength: 0 } };
  const from = stretch.from + skip;
  const start = stretch.isExact ? from : guessStart(bytes, stretch, used);
  if (start < 0 || start >= stretch.to) {
    yield nothing(stretch, start < 0 ? -1 : start);
    return;
  }
  const reading = new StretchReading(kind, used, { state: stretch.state, limit: stretch.to - start });
  const batches = new Batches(bytes, reading, start, stretch, used);
  while (batches.read()) {
    yield { ...reading.take(), ...batches.place, isLast: false };
  }
  yield batches.isOfUnknown ? nothing(stretch, -1) : { ...reading.finish(), ...batches.place, isLast: true };
}

/** A stretch's bytes on their way to who reads them. */
class Batches {
  readonly #bytes: FileBytes;
  readonly #reading: StretchReading;
  readonly #start: number;
  readonly #stretch: Stretch;
  readonly #manner: ReadingManner;
  /** Where the universal reader gets them. */
  readonly #buffer: Uint8Array;
  #at: number;
  #isEnd = false;
  #endsOpen = false;
  /** Nothing could be cut into records: only the one who comes from the file's beginning knows what it is. */
  isOfUnknown = false;

  /** Of a stretch whose first record is at `start`. */
  constructor(bytes: FileBytes, reading: StretchReading, start: number, stretch: Stretch, manner: ReadingManner) {
    this.#bytes = bytes;
    this.#reading = reading;
    this.#start = start;
    this.#stretch = stretch;
    this.#manner = manner;
    this.#buffer = new Uint8Array(reading.scan === undefined ? BATCH : 0);
    this.#at = start;
  }

  /** Reads on; true where so much has been read that it should be taken, false where nothing is left or wanted. */
  read(): boolean {
    while (this.#readOne()) {
      if (this.#stretch.isExact && this.#reading.isMuch) {
        return true;
      }
    }
    return false;
  }

  /** Where what has been read begins and ends, and what is known there. */
  get place(): Pick<StretchPart, 'start' | 'end' | 'endsOpen' | 'unpacked'> {
    const start = this.#start;
    const { scan } = this.#reading;
    const end = scan === undefined ? this.#at : start + scan.done;
    return { start, end, endsOpen: this.#endsOpen, ...unpackedOf(this.#bytes, this.#isEnd) };
  }

  /** Reads a batch; false where it was the last one. */
  #readOne(): boolean {
    const { scan, source } = this.#reading;
    const size = Math.min(BATCH, Math.max(BEYOND, this.#stretch.to - this.#at + BEYOND));
    const room = scan?.room(size) ?? this.#buffer.subarray(0, size);
    const count = this.#bytes.read(room, this.#at);
    this.#at += count;
    if (count === 0) {
      this.#end();
      return false;
    }
    if (scan === undefined) {
      source.push(room.subarray(0, count));
    } else {
      scan.filled(count);
    }
    if (scan?.isPastLimit === true || this.#manner.isCancelled?.() === true) {
      return false;
    }
    this.isOfUnknown = scan?.hasGivenUp === true && !this.#stretch.isExact;
    return !this.isOfUnknown;
  }

  #end(): void {
    const { scan, source } = this.#reading;
    this.#isEnd = true;
    this.#endsOpen = scan === undefined || this.#start + scan.done < this.#at;
    source.end();
  }
}

/** How far a file in a container has been read; what is wrong with it is told with its last part. */
function unpackedOf({ unpacked }: FileBytes, isEnd: boolean): Pick<StretchPart, 'unpacked'> {
  if (unpacked === undefined) {
    return {};
  }
  const { position, problem } = unpacked;
  return { unpacked: { position, isEnd, ...(isEnd && problem !== undefined ? { problem } : {}) } };
}

/** The place of what looks like a record behind the stretch's beginning; -1 where there is none. */
function guessStart(bytes: FileBytes, { kind, from, to, width }: Stretch, { scanning }: ReadingManner): number {
  const unit = kind.encoding.encoding === 'utf-16le' ? 2 : 1;
  if (scanning === undefined || width === 0) {
    return -1;
  }
  const kernel = scanning.kernel(unit);
  const input = kernel.INPUT.value;
  // What stands before may be a line feed: then a record may begin right here.
  const begin = from - unit;
  for (let size = LOOKED; ; size *= 4) {
    const length = Math.min(size, to - begin);
    makeRoom(kernel, input + length + ZEROS);
    const count = bytes.read(new Uint8Array(kernel.memory.buffer, input, length), begin);
    const isEnd = begin + count >= bytes.size;
    const found = guessRecordStart(kernel, kind.dialect, unit, input, input + count, width, isEnd);
    if (found >= 0) {
      return begin + found - input;
    }
    if (length < size || count < length) {
      return -1;
    }
  }
}

/** No record, beginning at a place; -1: none was found that looks like one. */
function nothing({ state, width }: Stretch, start: number): StretchPart {
  const facts = new FactsWriter(new Names()).facts();
  return { start, end: start, lines: 0, records: 0, state: state ?? '', width, endsOpen: false, isLast: true, facts };
}
