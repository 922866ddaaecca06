// Numbers for texts: equal bytes have equal numbers, from 0 on. The empty text is number 0 from the first call on.
import { MOST_NAMES, MOST_SLOTS, PLACES, SINGLE, SLOTS, TEXTS, TEXTS_END } from './memory';
import { forgetPassings } from './passings';
import { W } from './width';

/** A number that no text has: the text is too long, or there is no room left. */
export const NO_NAME: u32 = 0xffffffff;
const LONGEST: usize = 2048;

/** How many texts have a number. */
export let names: u32 = 0;
let top: usize = TEXTS;

/** Forgets all texts. */
export function forget(): void {
  memory.fill(SLOTS, 0, <usize>MOST_SLOTS * 16);
  memory.fill(SINGLE, 0, 260 * 4);
  forgetPassings();
  names = 0;
  top = TEXTS;
}

/** True where there is little room left. */
export function isCrowded(): bool {
  return names > MOST_NAMES - (MOST_NAMES >> 2) || top > TEXTS_END - 0x80000;
}

// @ts-ignore: decorators of AssemblyScript
@inline function mix(hash: u64, word: u64): u64 {
  hash = (hash ^ word) * 0x9E3779B97F4A7C15;
  return hash ^ (hash >> 29);
}

// @ts-ignore: decorators of AssemblyScript
@inline function hashOf(start: usize, length: usize): u64 {
  let hash: u64 = <u64>length;
  if (length >= 8) {
    const last = start + length - 8;
    for (let at = start; at < last; at += 8) hash = mix(hash, load<u64>(at));
    hash = mix(hash, load<u64>(last));
  } else if (length > 0) {
    hash = mix(hash, load<u64>(start) << (<u64>(8 - length) * 8));
  }
  return hash | 1;
}

/** Both sides can be read 8 bytes past their end. */
// @ts-ignore: decorators of AssemblyScript
@inline export function isEqual(a: usize, b: usize, length: usize): bool {
  while (length >= 8) {
    if (load<u64>(a) != load<u64>(b)) return false;
    a += 8; b += 8; length -= 8;
  }
  return length == 0 || ((load<u64>(a) ^ load<u64>(b)) << (<u64>(8 - length) * 8)) == 0;
}

/** The number of a text of up to 2 KiB; NO_NAME where there is none for it. */
export function nameOf(start: usize, end: usize): u32 {
  if (end > start + W) return lookUp(start, end);
  // The empty text and single characters are most of what is asked for: their numbers stand apart, plus 1.
  const at = SINGLE + (end == start ? <usize>256 : W == 2 && load<u8>(start, 1) != 0 ? <usize>257 : <usize>load<u8>(start)) * 4;
  const known = load<u32>(at);
  if (known != 0 && at < SINGLE + 257 * 4) return known - 1;
  const name = lookUp(start, end);
  if (name != NO_NAME) store<u32>(at, name + 1);
  return name;
}

function lookUp(start: usize, end: usize): u32 {
  const length = end - start;
  const hash = hashOf(start, length < LONGEST ? length : LONGEST);
  let slot = <u32>(hash >> 40) & (MOST_SLOTS - 1);
  while (true) {
    const at = SLOTS + <usize>slot * 16;
    const known = load<u64>(at);
    if (known == 0) return add(at, hash, start, length);
    if (known == hash && load<u32>(at, 12) == <u32>length) {
      const name = load<u32>(at, 8);
      if (isEqual(<usize>load<u32>(PLACES + <usize>name * 8), start, length)) return name;
    }
    slot = (slot + 1) & (MOST_SLOTS - 1);
  }
}

function add(at: usize, hash: u64, start: usize, length: usize): u32 {
  if (length > LONGEST || names >= MOST_NAMES || top + length + 8 > TEXTS_END) return NO_NAME;
  const name = names++;
  store<u64>(at, hash); store<u32>(at, name, 8); store<u32>(at, <u32>length, 12);
  store<u32>(PLACES + <usize>name * 8, <u32>top); store<u32>(PLACES + <usize>name * 8, <u32>length, 4);
  memory.copy(top, start, length);
  // Eight more bytes can be read behind each text.
  top += length + 8;
  return name;
}
