import { FactsWriter } from '../facts/factsWriter';
import { Names } from '../reading/names';
import { makeRoom, ZEROS } from '../reading/scanner/kernel';
import { guessRecordStart } from './recordStart';
import type { FileBytes, Stretch, StretchPart } from './stretch';
import { type ReadingManner, type ReadPart, StretchReading } from './stretchReading';

/** Bytes that are read at a time: few enough to stay in the processor's cache, enough for few calls, which are not worth compiling. */
const BATCH = 1 << 19;
/** Bytes among which a record's beginning is looked for first. */
const LOOKED = 1 << 17;
/** How far behind a stretch's end reading goes on at first, for the record that ends there. */
const BEYOND = 1 << 14;

/**
 * Reads a stretch of a file. Yields undefined between batches, so that the caller can pause or stop, and what was read in
 * one or more parts; more than one only where `isExact`.
 */
export function* readStretch(
  bytes: FileBytes,
  stretch: Stretch,
  manner: ReadingManner,
): Generator<StretchPart | undefined, void> {
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
  yield* readFrom(bytes, reading, start, stretch, used);
}

function* readFrom(
  bytes: FileBytes,
  reading: StretchReading,
  start: number,
  stretch: Stretch,
  { isCancelled }: ReadingManner,
): Generator<StretchPart | undefined, void> {
  const buffer = new Uint8Array(reading.scan === undefined ? BATCH : 0);
  let at = start;
  let endsOpen = false;
  let isEnd = false;
  const partOf = (part: ReadPart, isLast: boolean): StretchPart => {
    const end = reading.scan === undefined ? at : start + reading.scan.done;
    return { ...part, start, end, endsOpen, isLast, ...unpackedOf(bytes, isEnd) };
  };
  for (;;) {
    const size = Math.min(BATCH, Math.max(BEYOND, stretch.to - at + BEYOND));
    const room = reading.scan?.room(size) ?? buffer.subarray(0, size);
    const count = bytes.read(room, at);
    at += count;
    if (count === 0) {
      isEnd = true;
      endsOpen = reading.scan === undefined || start + reading.scan.done < at;
      reading.source.end();
      break;
    }
    if (reading.scan !== undefined) {
      reading.scan.filled(count);
    } else {
      reading.source.push(room.subarray(0, count));
    }
    if (reading.scan?.isPastLimit === true || isCancelled?.() === true) {
      break;
    }
    if (reading.scan?.hasGivenUp === true && !stretch.isExact) {
      // Where nothing can be cut into records, only the one who comes from the file's beginning knows what it is.
      yield nothing(stretch, -1);
      return;
    }
    yield stretch.isExact && reading.isMuch ? partOf(reading.take(), false) : undefined;
  }
  yield partOf(reading.finish(), true);
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
