// Inflates (RFC 1951, and Deflate64 of PKWARE) piece by piece: as far as there is input, and room for output. One page of 64 KiB after
// the other holds its tables; nothing grows with the stream.
import { CODE, DISTANCE_BITS, distance, END, EXTRA, LETTER_BITS, LITERAL, letter, makeTable, plain, POINTER, valueOf } from './codes';
import { DISTANCES, HISTORY, INPUT, LENGTHS, LETTERS, MOST_INPUT, OUTPUT, PIECE } from './memory';
export { crc32 } from './crc32';
export { INPUT, MOST_INPUT };

/** What `run` ends with: more can be inflated, more input is needed, the stream is complete, it breaks off, it is none. */
const MORE: u32 = 0;
const NEEDS_INPUT: u32 = 1;
const COMPLETE: u32 = 2;
const CUT: u32 = 3;
const DAMAGED: u32 = 4;

/** The first byte of the input that has not been used. */
export let next: usize = 0;
/** What `run` has inflated lies from `start` to `end`, until the next call. */
export let start: usize = OUTPUT;
export let end: usize = OUTPUT;

/** So much input is asked for before a block's head is read, which is shorter than that; and so much for each code. */
const HEAD: usize = 1024;
const STEP: usize = 24;

/** Where inflating stands: before a block's head, among its codes, or in one that is not compressed. */
const AT_HEAD: u32 = 0;
const IN_CODES: u32 = 1;
const IN_STORED: u32 = 2;
let place: u32 = AT_HEAD;
let isLastBlock: bool = false;
let is64: bool = false;
/** Bytes to come of a block that is not compressed. */
let stored: usize = 0;
/** Bits that were taken from the input and not used, and how many of them are known. */
let bits: u64 = 0;
let known: u64 = 0;
let inputEnd: usize = 0;

/** Begins a stream. */
export function begin(deflate64: bool): void {
  place = AT_HEAD;
  isLastBlock = false;
  is64 = deflate64;
  bits = 0;
  known = 0;
  end = OUTPUT;
}

/** Inflates what lies from `from` to `to`. `isAll`: nothing comes behind it. Returns what it ended with. */
export function run(from: usize, to: usize, isAll: bool): u32 {
  memory.fill(to, 0, 64);
  if (end - OUTPUT > HISTORY) {
    memory.copy(OUTPUT, end - HISTORY, HISTORY);
    end = OUTPUT + HISTORY;
  }
  start = end;
  next = from;
  inputEnd = to;
  let result = MORE;
  do {
    if (place == IN_CODES) result = inflateCodes(isAll);
    else if (place == IN_STORED) result = copyStored(isAll);
    else if (isLastBlock) result = COMPLETE;
    else if (!isAll && next + HEAD > to) result = NEEDS_INPUT;
    else if (!readHead()) result = isCut() ? CUT : DAMAGED;
    else if (isCut()) result = CUT;
  } while (result == MORE && end < OUTPUT + HISTORY + PIECE);
  // Whole bytes go back: the next call begins with them.
  next -= <usize>(known >> 3);
  known &= 7;
  bits &= (<u64>1 << known) - 1;
  return result;
}

/** True where more bits were used than there are. */
// @ts-ignore: decorators of AssemblyScript
@inline function isCut(): bool {
  return next > inputEnd && <u64>(next - inputEnd) << 3 > known;
}

/** Sees to it that 56 bits are known. */
// @ts-ignore: decorators of AssemblyScript
@inline function refill(): void {
  bits |= load<u64>(next) << known;
  next += <usize>((63 - known) >> 3);
  known |= 56;
}

// @ts-ignore: decorators of AssemblyScript
@inline function take(count: u32): u32 {
  if (known < 32) refill();
  const taken = <u32>bits & ((1 << count) - 1);
  bits >>= count;
  known -= count;
  return taken;
}

function readHead(): bool {
  isLastBlock = take(1) != 0;
  const kind = take(2);
  place = kind == 0 ? IN_STORED : IN_CODES;
  if (kind == 0) {
    take(<u32>known & 7);
    stored = take(16);
    return (take(16) ^ <u32>stored) == 0xffff;
  }
  if (kind == 2) return readCodes();
  memory.fill(LENGTHS, 8, 144);
  memory.fill(LENGTHS + 144, 9, 112);
  memory.fill(LENGTHS + 256, 7, 24);
  memory.fill(LENGTHS + 280, 8, 8);
  memory.fill(LENGTHS + 288, 5, 32);
  return kind == 1 && makeTables(288, 32);
}

function makeTables(letters: u32, distances: u32): bool {
  return makeTable(LENGTHS, letters, LETTERS, LETTER_BITS, is64, letter)
    && makeTable(LENGTHS + letters, distances, DISTANCES, DISTANCE_BITS, is64, distance);
}

/** In what order the lengths of the codes of lengths are told. */
const ORDER: usize = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);

/** The codes of a block, told as lengths that are in a code themselves. */
function readCodes(): bool {
  const letters: u32 = 257 + take(5), distances: u32 = 1 + take(5), count: u32 = 4 + take(4), all: u32 = letters + distances;
  if (letters > 286 || (distances > 30 && !is64)) return false;
  memory.fill(LENGTHS, 0, 19);
  for (let index: u32 = 0; index < count; index++) store<u8>(LENGTHS + load<u8>(ORDER + index), take(3));
  if (!makeTable(LENGTHS, 19, LETTERS, 7, false, plain)) return false;
  for (let at: u32 = 0; at < all; ) {
    if (known < 32) refill();
    const number = load<u32>(LETTERS + (<usize>(bits & 127) << 2));
    if (number == 0) return false;
    take(number & CODE);
    const length = valueOf(number);
    if (length < 16) {
      store<u8>(LENGTHS + at++, length);
      continue;
    }
    if (length == 16 && at == 0) return false;
    const again = length == 16 ? load<u8>(LENGTHS + at - 1) : 0;
    const times: u32 = length == 16 ? 3 + take(2) : length == 17 ? 3 + take(3) : 11 + take(7);
    if (at + times > all) return false;
    memory.fill(LENGTHS + at, again, times);
    at += times;
  }
  return load<u8>(LENGTHS + 256) != 0 && makeTables(letters, distances);
}

function copyStored(isAll: bool): u32 {
  next -= <usize>(known >> 3);
  bits = 0;
  known = 0;
  const there = next < inputEnd ? inputEnd - next : 0;
  const length = min(min(stored, there), OUTPUT + HISTORY + PIECE - end);
  memory.copy(end, next, length);
  next += length;
  end += length;
  stored -= length;
  if (stored == 0) place = AT_HEAD;
  return stored == 0 || length < there ? MORE : isAll ? CUT : NEEDS_INPUT;
}

// @ts-ignore: decorators of AssemblyScript
@inline function find(table: usize, width: u32, stream: u64): u32 {
  const number = load<u32>(table + (<usize>(stream & ((1 << width) - 1)) << 2));
  return (number & POINTER) == 0
    ? number
    : load<u32>(table + (<usize>(valueOf(number) + (<u32>(stream >> width) & ((1 << (number & CODE)) - 1))) << 2));
}

/** Inflates up to the block's end, as far as there is input, and room. */
function inflateCodes(isAll: bool): u32 {
  const last = inputEnd, enough = isAll ? last + 8 : last < STEP ? 0 : last - STEP, full = OUTPUT + HISTORY + PIECE;
  // Locals, which are quicker than globals.
  let stream = bits, left = known, from = next, to = end, result = MORE;
  while (to < full) {
    if (from > enough) {
      result = isAll ? CUT : NEEDS_INPUT;
      break;
    }
    stream |= load<u64>(from) << left;
    from += <usize>((63 - left) >> 3);
    left |= 56;
    let number = find(LETTERS, LETTER_BITS, stream);
    stream >>= number & CODE;
    left -= number & CODE;
    if ((number & LITERAL) != 0) {
      if (from > last && <u64>(from - last) << 3 > left) { result = CUT; break; }
      store<u8>(to++, valueOf(number));
      // Often another one follows, for which the bits suffice.
      number = find(LETTERS, LETTER_BITS, stream);
      stream >>= number & CODE;
      left -= number & CODE;
      if ((number & LITERAL) != 0) {
        if (from > last && <u64>(from - last) << 3 > left) { result = CUT; break; }
        store<u8>(to++, valueOf(number));
        continue;
      }
    }
    if (number == 0) { result = DAMAGED; break; }
    if ((number & END) != 0) { place = AT_HEAD; break; }
    const extra = (number >> EXTRA) & 31;
    const length = <usize>(valueOf(number) + (<u32>stream & ((1 << extra) - 1)));
    stream >>= extra;
    left -= extra;
    if (left < 32) {
      stream |= load<u64>(from) << left;
      from += <usize>((63 - left) >> 3);
      left |= 56;
    }
    number = find(DISTANCES, DISTANCE_BITS, stream);
    if (number == 0) { result = DAMAGED; break; }
    stream >>= number & CODE;
    const more = (number >> EXTRA) & 31;
    const distance = <usize>(valueOf(number) + (<u32>stream & ((1 << more) - 1)));
    stream >>= more;
    left -= (number & CODE) + more;
    if (from > last && <u64>(from - last) << 3 > left) { result = CUT; break; }
    if (distance > to - OUTPUT) { result = DAMAGED; break; }
    to = copy(to, distance, length);
  }
  bits = stream;
  known = left;
  next = from;
  end = to;
  return result == DAMAGED && isCut() ? CUT : result == MORE && isCut() ? CUT : result;
}

/** Repeats what stands `distance` before `to`; may write up to 15 bytes behind its end. Returns its end. */
// @ts-ignore: decorators of AssemblyScript
@inline function copy(to: usize, distance: usize, length: usize): usize {
  const stop = to + length;
  let from = to - distance;
  if (distance >= 16) {
    do {
      v128.store(to, v128.load(from));
      to += 16; from += 16;
    } while (to < stop);
  } else {
    do {
      store<u8>(to++, load<u8>(from++));
    } while (to < stop);
  }
  return stop;
}
