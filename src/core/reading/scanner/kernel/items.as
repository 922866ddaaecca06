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
const APOSTROPHE: u32 = 39;
const EQUALS: u32 = 61;
const SEMICOLON: u32 = 59;
/** Blocks of 64 units in which semicolons are looked for at a time. */
const BLOCKS: u32 = 32;

export function wantItems(count: u32): void {
  wanted = count;
  memory.fill(FIRSTS, 0, PLACES_OF_FIRSTS);
  for (let key: u32 = 0; key < count; key++) {
    const letters = KEYS + <usize>key * KEY_BYTES + 4;
    // Behind a key that is shorter anything may stand.
    if (load<u32>(letters - 4) < 4) memory.fill(FIRSTS, 1, PLACES_OF_FIRSTS);
    else store<u8>(FIRSTS + placeOf(load<u32>(letters)), 1);
  }
}

/** Where four letters, whatever their case, stand at FIRSTS: 1 where a wanted key may begin with them. */
// @ts-ignore: decorators of AssemblyScript
@inline function placeOf(letters: u32): usize {
  return <usize>(((letters | 0x20202020) * 0x9e3779b1) >> 22);
}

/** Writes where semicolons are among the 64 units at `block` to `to`; returns what is behind the last. */
// @ts-ignore: decorators of AssemblyScript
@inline function semicolons(block: usize, to: usize): usize {
  let found = equal(vec(block, 0), vec(block, 1), vec(block, 2), vec(block, 3), <i8>SEMICOLON);
  const last = to + <usize>popcnt(found) * 4;
  for (; found; to += 16) {
    for (let place: usize = 0; place < 16; place += 4) {
      store<u32>(to + place, <u32>(block + <usize>ctz(found) * W)); found &= found - 1;
    }
  }
  return last;
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
  let block = start;
  while (block < end) {
    // Where the items end, for some blocks at once: then it is no matter how many there are in each.
    let last = SEMICOLONS;
    for (let left = BLOCKS; left > 0 && block < end; left--, block += 64 * W) last = semicolons(block, last);
    for (let place = SEMICOLONS; place < last; place += 4) {
      const itemEnd = <usize>load<u32>(place);
      if (itemEnd >= end) break;
      if (itemEnd < item) continue;
      if (unit(item) == APOSTROPHE) {
        const to = closing(item + W, end);
        if (item + W < to && !readOther(item + W, to, out)) return false;
        item = to + 2 * W;
        continue;
      }
      if (!read(item, itemEnd, out)) return false;
      item = itemEnd + W;
    }
    if (block < item) block = item;
  }
  if (item >= end) return true;
  if (unit(item) != APOSTROPHE) return readOther(item, end, out);
  const to = closing(item + W, end);
  return item + W >= to || readOther(item + W, to, out);
}

/** read() of what is no item among others. */
function readOther(item: usize, end: usize, out: usize): bool {
  return read(item, end, out);
}

/** Reads the item from `item` to `end`; false where its key may have white space. */
// @ts-ignore: decorators of AssemblyScript
@inline function read(item: usize, end: usize, out: usize): bool {
  let key = item;
  if (unit(item + W) == 58 && (unit(item) | 32) == 115 && item + 2 * W <= end) key += 2 * W;
  else if (isOdd(unit(item))) return false;
  if (key >= end || load<u8>(FIRSTS + placeOf(four(key))) == 0) return true;
  return match(key, end, out);
}

/** False where a wanted key is followed by white space. */
function match(key: usize, end: usize, out: usize): bool {
  for (let number: u32 = 0; number < wanted; number++) {
    const known = KEYS + <usize>number * KEY_BYTES;
    const length = <usize>load<u32>(known);
    if (key + length * W >= end) continue;
    // Most are told apart by their beginning.
    if (length >= 4 && ((four(key) ^ load<u32>(known + 4)) & 0xdfdfdfdf) != 0) continue;
    let same: usize = 0;
    while (same < length && small(unit(key + same * W)) == <u32>load<u8>(known + 4 + same)) same++;
    if (same < length) continue;
    const next = unit(key + length * W);
    if (next == EQUALS) {
      const value = key + (length + 1) * W;
      const name = nameOf(value, end);
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
