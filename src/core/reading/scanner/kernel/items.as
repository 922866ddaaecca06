// The items of a custom_data cell (docs/formats.md), as customData.ts reads them: `S:Key=Value` separated by `;`, the
// whole item in single quotes where its value holds `;`.
import { four } from './identity';
import { FIRSTS, KEYS, SEMICOLONS } from './memory';
import { NO_NAME, nameOf } from './names';
import { equal, unit, vec } from './units';
import { W } from './width';

/** Number of wanted keys. At KEYS stand, for each: its length (u32) and its small letters, in 60 bytes. */
let wanted: u32 = 0;

const KEY_BYTES: usize = 64;
const PLACES_OF_FIRSTS: usize = 1024;
/** Behind the places: for each key, which one to try next. */
const NEXT: usize = FIRSTS + PLACES_OF_FIRSTS;
const APOSTROPHE: u32 = 39;
const EQUALS: u32 = 61;
const SEMICOLON: u32 = 59;
/** Blocks of 64 units in which semicolons are looked for at a time. */
const BLOCKS: u32 = 32;

/** At FIRSTS stands which key to try first where an item begins with four letters, plus 1; 0 for none. */
export function wantItems(count: u32): void {
  wanted = count;
  memory.fill(FIRSTS, 0, PLACES_OF_FIRSTS + <usize>count);
  let hasShort = false;
  for (let key = count; key > 0; key--) {
    const letters = KEYS + <usize>(key - 1) * KEY_BYTES + 4;
    const place = FIRSTS + placeOf(load<u32>(letters));
    if (load<u32>(letters - 4) < 4) hasShort = true;
    store<u8>(NEXT + <usize>(key - 1), load<u8>(place));
    store<u8>(place, <u8>key);
  }
  if (!hasShort) return;
  // Behind a key that is shorter anything may stand.
  memory.fill(FIRSTS, 1, PLACES_OF_FIRSTS);
  for (let key: u32 = 1; key < count; key++) store<u8>(NEXT + <usize>(key - 1), <u8>(key + 1));
}

/** Where four letters, whatever their case, stand at FIRSTS. */
// @ts-ignore: decorators of AssemblyScript
@inline function placeOf(letters: u32): usize {
  return <usize>(((letters | 0x20202020) * 0x9e3779b1) >> 22);
}

/** Writes where semicolons are among the 64 units at `block` to `to`; returns what is behind the last. */
// @ts-ignore: decorators of AssemblyScript
@inline function semicolons(block: usize, to: usize): usize {
  let found = equal(vec(block, 0), vec(block, 1), vec(block, 2), vec(block, 3), <i8>SEMICOLON);
  const last = to + <usize>popcnt(found) * 4;
  do {
    store<u32>(to, <u32>(block + <usize>ctz(found) * W)); found &= found - 1;
    store<u32>(to, <u32>(block + <usize>ctz(found) * W), 4); found &= found - 1;
    store<u32>(to, <u32>(block + <usize>ctz(found) * W), 8); found &= found - 1;
    store<u32>(to, <u32>(block + <usize>ctz(found) * W), 12); found &= found - 1;
    to += 16;
  } while (found);
  return last;
}

/** Leaves of the semicolons from `from` to `last` those behind which a wanted item may begin; returns what is behind the last. */
// @ts-ignore: decorators of AssemblyScript
@inline function withItems(from: usize, last: usize): usize {
  let to = from;
  for (let place = from; place < last; place += 4) {
    const semicolon = load<u32>(place);
    const item = <usize>semicolon + W;
    store<u32>(to, semicolon);
    const mayBe = <u32>load<u8>(FIRSTS + placeOf(four(item + 2 * W))) | <u32>!isPrefixed(item);
    to += <usize>(mayBe != 0) * 4;
  }
  return to;
}

/** True where `S:` stands. */
// @ts-ignore: decorators of AssemblyScript
@inline function isPrefixed(item: usize): bool {
  return W == 1 ? (<u32>load<u16>(item) | 32) == 0x3a73 : (load<u32>(item) | 32) == 0x3a0073;
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
@inline export function isOdd(value: u32): bool {
  return value <= 32 || value >= 127;
}

/** Behind the item that read() has read. */
let next: usize = 0;

/**
 * Writes the number of each wanted key's value to `out`, -2 where there is no such item, -1 where the value has no number.
 * Of two items with the same key the last one stands. False where a key may have white space beside it.
 */
export function items(start: usize, end: usize, out: usize): bool {
  for (let key: u32 = 0; key < wanted; key++) store<i32>(out + <usize>key * 4, -2);
  if (start >= end) return true;
  if (!read(start, end, out)) return false;
  let block = start;
  while (block < end) {
    // Where items begin, for some blocks at once: then it is no matter how many there are in each.
    let last = SEMICOLONS;
    for (let left = BLOCKS; left > 0 && block < end; left--, block += 64 * W) last = semicolons(block, last);
    last = withItems(SEMICOLONS, last);
    for (let place = SEMICOLONS; place < last; place += 4) {
      const item = <usize>load<u32>(place) + W;
      if (item >= end) return true;
      // Some stand in quotes.
      if (item >= next && !read(item, end, out)) return false;
    }
    if (block < next) block = next - W;
  }
  return true;
}

/** Reads the item from `item` on, of a cell that ends at `end`; false where its key may have white space. */
function read(item: usize, end: usize, out: usize): bool {
  next = item;
  if (unit(item) != APOSTROPHE) return readKey(item, end, false, out);
  const to = closing(item + W, end);
  next = to + 2 * W;
  return item + W >= to || readKey(item + W, to, true, out);
}

/** Reads the item from `item` on, without its apostrophes if it has any: then it reaches to `end`, else up to a semicolon before. */
function readKey(item: usize, end: usize, isQuoted: bool, out: usize): bool {
  let key = item;
  if (isPrefixed(item) && item + 2 * W <= end) key += 2 * W;
  else if (isOdd(unit(item))) return false;
  if (key >= end) return true;
  for (let number = <usize>load<u8>(FIRSTS + placeOf(four(key))); number != 0; number = <usize>load<u8>(NEXT + number - 1)) {
    const known = KEYS + (number - 1) * KEY_BYTES;
    const length = <usize>load<u32>(known);
    const behind = key + length * W;
    if (behind >= end || !isKey(key, known + 4, length)) continue;
    if (unit(behind) == EQUALS) {
      const value = behind + W;
      const name = nameOf(value, isQuoted ? end : find(value, end, SEMICOLON));
      store<i32>(out + (number - 1) * 4, name == NO_NAME ? -1 : <i32>name);
      return true;
    }
    if (isOdd(unit(behind))) return false;
  }
  return true;
}

/** True where `letters` stand at `key`, whatever their case. */
// @ts-ignore: decorators of AssemblyScript
@inline function isKey(key: usize, letters: usize, length: usize): bool {
  for (let at: usize = 0; at < length; at += 16) {
    const units = vec(key + at * W, 0);
    const capitals = i8x16.lt_u(i8x16.sub(units, i8x16.splat(65)), i8x16.splat(26));
    const small = v128.or(units, v128.and(capitals, i8x16.splat(32)));
    const left = length - at;
    const compared = left < 16 ? (1 << <i32>left) - 1 : 0xffff;
    if ((i8x16.bitmask(i8x16.eq(small, v128.load(letters + at))) & compared) != compared) return false;
  }
  return true;
}
