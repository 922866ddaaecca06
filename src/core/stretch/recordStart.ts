import { type Dialect, isQuoting } from '../reading/dialect';
import { delimiterOf, RECORD, type ScanKernel, ZEROS } from '../reading/scanner/kernel';

const FEED = 10;
/** How many records in a row have to look like some. */
const RECORDS = 3;
/** Bytes that are looked at for them at first. */
const WINDOW = 1 << 14;
/** How often a byte may be looked at on average before the search is given up. */
const LOOKS = 8;

/**
 * Guesses where a record begins: behind the first line feed that three records with `width` fields follow. `start` to `end`:
 * bytes in the kernel's memory, with zeros behind them; `isEnd`: the file ends there. Returns an address; -1 where there is
 * none. Only a guess: text inside quotes may look like records.
 */
export function guessRecordStart(
  kernel: ScanKernel,
  dialect: Dialect,
  unit: 1 | 2,
  start: number,
  end: number,
  width: number,
  isEnd: boolean,
): number {
  const memory = new Uint8Array(kernel.memory.buffer);
  const search = { kernel, memory, dialect, end, width, isEnd, left: LOOKS * (end - start) };
  for (let at = behindFeed(memory, unit, start, end); at >= 0; at = behindFeed(memory, unit, at, end)) {
    if (looksLikeRecords(search, at)) {
      return at;
    }
    if (search.left < 0) {
      return -1;
    }
  }
  return -1;
}

/** The place behind the next line feed; -1 where there is none. */
function behindFeed(memory: Uint8Array, unit: 1 | 2, from: number, end: number): number {
  let at = memory.indexOf(FEED, from);
  while (unit === 2 && at >= 0 && at < end && ((at - from) % 2 === 1 || memory[at + 1] !== 0)) {
    at = memory.indexOf(FEED, at + 1);
  }
  return at < 0 || at + unit > end ? -1 : at + unit;
}

interface Search {
  readonly kernel: ScanKernel;
  readonly memory: Uint8Array;
  readonly dialect: Dialect;
  readonly end: number;
  readonly width: number;
  readonly isEnd: boolean;
  /** Bytes that may still be looked at. */
  left: number;
}

function looksLikeRecords(search: Search, at: number): boolean {
  const { kernel, memory, dialect, end, width, isEnd } = search;
  if (!isQuoting(dialect)) {
    // Every line is a record.
    return true;
  }
  for (let window = WINDOW; ; window *= 8) {
    const stop = Math.min(end, at + window);
    search.left -= stop - at;
    const count = withZeros(memory, stop, () => kernel.scan(at, stop, delimiterOf(dialect)));
    const fields = fieldsOf(kernel, Math.min(count, RECORDS));
    const areAll = fields.every((number) => number === width);
    if (!areAll || kernel.misplaced.value !== 0) {
      return areAll && fields.length === RECORDS;
    }
    if (fields.length === RECORDS || stop === end || kernel.filled.value !== 0 || search.left < 0) {
      return fields.length === RECORDS || (isEnd && stop === end && fields.length > 0);
    }
  }
}

/** Does something while zeros stand behind a place: scanning needs them. */
function withZeros<Result>(memory: Uint8Array, at: number, work: () => Result): Result {
  const kept = memory.slice(at, at + ZEROS);
  memory.fill(0, at, at + ZEROS);
  const result = work();
  memory.set(kept, at);
  return result;
}

/** How many fields the first records have. */
function fieldsOf(kernel: ScanKernel, count: number): number[] {
  const numbers = new Uint32Array(kernel.memory.buffer);
  const fields: number[] = [];
  let first = kernel.ENDS.value >> 2;
  for (let at = first; fields.length < count; at++) {
    if ((numbers[at] as number) >= RECORD) {
      fields.push(at - first + 1);
      first = at + 1;
    }
  }
  return fields;
}
