// The items of a custom_data cell (docs/formats.md), as customData.ts reads them: `S:Key=Value` separated by `;`, the
// whole item in single quotes where its value holds `;`.
import { KEYS } from './memory';
import { NO_NAME, nameOf } from './names';
import { W } from './width';

/** Number of wanted keys. At KEYS stand, for each: its length (u32) and its small letters, in 60 bytes. */
let wanted: u32 = 0;
/** Bits of the first letters of the wanted keys. */
let letters: u32 = 0;

const KEY_BYTES: usize = 64;
const APOSTROPHE: u32 = 39;
const EQUALS: u32 = 61;
const SEMICOLON: u32 = 59;

export function wantItems(count: u32): void {
  wanted = count;
  letters = 0;
  for (let key: u32 = 0; key < count; key++) letters |= 1 << (<u32>load<u8>(KEYS + <usize>key * KEY_BYTES + 4) & 31);
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
  let at = start;
  while (at < end) {
    const quoted = unit(at) == APOSTROPHE;
    const from = quoted ? at + W : at;
    const to = quoted ? closing(from, end) : find(at, end, SEMICOLON);
    if (from < to) {
      let key = from;
      if (isOdd(unit(key))) return false;
      if (from + 2 * W <= to && unit(key + W) == 58 && (unit(key) | 32) == 115) {
        key += 2 * W;
      }
      if (key < to && (letters >> (unit(key) & 31)) & 1 && !match(key, to, out)) return false;
    }
    at = (quoted ? to + W : to) + W;
  }
  return true;
}

/** False where a wanted key is followed by white space. */
function match(key: usize, end: usize, out: usize): bool {
  for (let number: u32 = 0; number < wanted; number++) {
    const known = KEYS + <usize>number * KEY_BYTES;
    const length = <usize>load<u32>(known);
    if (key + length * W >= end) continue;
    let same: usize = 0;
    while (same < length && small(unit(key + same * W)) == <u32>load<u8>(known + 4 + same)) same++;
    if (same < length) continue;
    const next = unit(key + length * W);
    if (next == EQUALS) {
      const name = nameOf(key + (length + 1) * W, end);
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
