// The items of a custom_data cell (docs/formats.md), as customData.ts reads them: `S:Key=Value` separated by `;`, the
// whole item in single quotes where its value holds `;`.
import { KEYS, PAIRS } from './memory';
import { NO_NAME, nameOf } from './names';
import { vec } from './units';
import { W } from './width';

/** Number of wanted keys. At KEYS stand, for each: its length (u32) and its small letters, in 60 bytes. */
let wanted: u32 = 0;

const KEY_BYTES: usize = 64;
const APOSTROPHE: u32 = 39;
const EQUALS: u32 = 61;
const SEMICOLON: u32 = 59;

export function wantItems(count: u32): void {
  wanted = count;
  memory.fill(PAIRS, 0, 1024);
  for (let key: u32 = 0; key < count; key++) {
    const letters = KEYS + <usize>key * KEY_BYTES + 4;
    const first = <u32>load<u8>(letters);
    // Behind a key of one letter anything may stand.
    if (load<u32>(letters - 4) == 1) memory.fill(PAIRS + pairOf(first, 0), 1, 32);
    else store<u8>(PAIRS + pairOf(first, <u32>load<u8>(letters, 1)), 1);
  }
}

/** Where the first two letters of a key, whatever their case, stand at PAIRS: 1 where a wanted key begins with them. */
// @ts-ignore: decorators of AssemblyScript
@inline function pairOf(first: u32, second: u32): usize {
  return <usize>(((first & 31) << 5) | (second & 31));
}

/** Bits of the semicolons among the next 64 units. */
// @ts-ignore: decorators of AssemblyScript
@inline function semicolons(at: usize): u64 {
  const v = i8x16.splat(<i8>SEMICOLON);
  return <u64><u32>i8x16.bitmask(i8x16.eq(vec(at, 0), v)) | (<u64><u32>i8x16.bitmask(i8x16.eq(vec(at, 1), v)) << 16)
    | (<u64><u32>i8x16.bitmask(i8x16.eq(vec(at, 2), v)) << 32) | (<u64><u32>i8x16.bitmask(i8x16.eq(vec(at, 3), v)) << 48);
}

// @ts-ignore: decorators of AssemblyScript
@inline function unit(at: usize): u32 {
  return W == 1 ? <u32>load<u8>(at) : <u32>load<u16>(at);
}

/** The first place of a unit at or after `from`; `end` where there is none. */
// @ts-ignore: decorators of AssemblyScript
@inline function find(from: usize, end: usize, wantedUnit: u32): usize {
  let at = from;
  while (at < end) {
    const bits = W == 1
      ? i8x16.bitmask(i8x16.eq(v128.load(at), i8x16.splat(<i8>wantedUnit)))
      : i16x8.bitmask(i16x8.eq(v128.load(at), i16x8.splat(<i16>wantedUnit)));
    if (bits) {
      const found = at + <usize>ctz(bits) * W;
      return found < end ? found : end;
    }
    at += 16;
  }
  return end;
}

/** The apostrophe that `;` or the end follows. */
function closing(from: usize, end: usize): usize {
  let found = find(from, end, APOSTROPHE);
  while (found < end && found + W < end && unit(found + W) != SEMICOLON) found = find(found + W, end, APOSTROPHE);
  return found;
}

/** White space and what may count as such: who meets it reads the cell as text. */
// @ts-ignore: decorators of AssemblyScript
@inline function isOdd(value: u32): bool {
  return value <= 32 || value >= 127;
}

/**
 * Writes the number of each wanted key's value to `out`, -2 where there is no such item, -1 where the value has no number.
 * Of two items with the same key the last one stands. False where a key may have white space beside it.
 */
export function items(start: usize, end: usize, out: usize): bool {
  for (let key: u32 = 0; key < wanted; key++) store<i32>(out + <usize>key * 4, -2);
  let item = start;
  // Semicolons from `block` on that have not been passed yet.
  let block = start;
  let left = start < end ? semicolons(start) : 0;
  while (item < end) {
    if (unit(item) == APOSTROPHE) {
      const to = closing(item + W, end);
      if (item + W < to && !read(item + W, to, out, true)) return false;
      item = to + 2 * W;
      block = item;
      left = item < end ? semicolons(item) : 0;
      continue;
    }
    if (!read(item, end, out, false)) return false;
    while (left == 0) {
      block += 64 * W;
      if (block >= end) return true;
      left = semicolons(block);
    }
    item = block + <usize>(ctz(left) + 1) * W;
    left &= left - 1;
  }
  return true;
}

/** Reads the item that begins at `item`, and ends at a semicolon or, in quotes, at `end`; false where its key may have white space. */
// @ts-ignore: decorators of AssemblyScript
@inline function read(item: usize, end: usize, out: usize, isQuoted: bool): bool {
  if (isOdd(unit(item))) return false;
  let key = item;
  if (item + 2 * W <= end && unit(item + W) == 58 && (unit(item) | 32) == 115) key += 2 * W;
  if (key >= end || load<u8>(PAIRS + pairOf(unit(key), unit(key + W))) == 0) return true;
  return match(key, end, out, isQuoted);
}

/** False where a wanted key is followed by white space. */
function match(key: usize, end: usize, out: usize, isQuoted: bool): bool {
  for (let number: u32 = 0; number < wanted; number++) {
    const known = KEYS + <usize>number * KEY_BYTES;
    const length = <usize>load<u32>(known);
    if (key + length * W >= end) continue;
    let same: usize = 0;
    while (same < length && small(unit(key + same * W)) == <u32>load<u8>(known + 4 + same)) same++;
    if (same < length) continue;
    const next = unit(key + length * W);
    if (next == EQUALS) {
      const value = key + (length + 1) * W;
      // Of an item in quotes, `end` is its own end: what semicolons it holds are the value's.
      const name = nameOf(value, isQuoted ? end : find(value, end, SEMICOLON));
      store<i32>(out + <usize>number * 4, name == NO_NAME ? -1 : <i32>name);
      return true;
    }
    if (isOdd(next)) return false;
  }
  return true;
}

// @ts-ignore: decorators of AssemblyScript
@inline function small(value: u32): u32 {
  return value >= 65 && value <= 90 ? value | 32 : value;
}
