// Numbers for texts: equal bytes have equal numbers, from 0 on. The empty text is number 0 from the first call on.
import { MOST_NAMES, MOST_SLOTS, PLACES, SINGLE, SLOTS, TEXTS, TEXTS_END } from './memory';
import { forgetNames } from './passings';
import { W } from './width';

/** A number that no text has: the text is too long, or there is no room left. */
export const NO_NAME: u32 = 0xffffffff;
const LONGEST: usize = 2048;
/** Bytes of a text that is compared at once. */
const SHORT: usize = 16;
/** Bytes that are kept of sixteen, from {@link SHORT} minus their number on. */
const KEPT: usize = memory.data<u64>([-1, -1, 0, 0]);
/** A slot holds a text's number plus 1, and above it a part of its hash. */
const NUMBER: u32 = 0xffff;

/** Slots at first: few of them stay in the processor's cache. There are twice as many whenever half of them are taken. */
const FEWEST_SLOTS: u32 = 1 << 12;
let slots: u32 = FEWEST_SLOTS;

/** By how they end, and what stands in their middle: numbers of texts looked for last, plus 1. */
const USUAL: usize = memory.data(1024);
const USUAL_BYTES: usize = 1024;

/** How many texts have a number. */
export let names: u32 = 0;
let top: usize = TEXTS;

/** Forgets all texts. */
export function forget(): void {
  slots = FEWEST_SLOTS;
  memory.fill(SLOTS, 0, <usize>slots * 4);
  memory.fill(SINGLE, 0, 260 * 4);
  memory.fill(USUAL, 0, USUAL_BYTES);
  forgetNames();
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

/** Of up to {@link SHORT} bytes, behind which all is 0. */
// @ts-ignore: decorators of AssemblyScript
@inline function hashOfShort(text: v128, length: usize): u64 {
  return mix(mix(<u64>length, i64x2.extract_lane(text, 0)), i64x2.extract_lane(text, 1));
}

/** Of more than {@link SHORT} bytes. */
// @ts-ignore: decorators of AssemblyScript
@inline function hashOfLong(start: usize, length: usize): u64 {
  let a = <u64>length, b: u64 = 0;
  const last = start + length - 16;
  for (let at = start; at < last; at += 16) {
    a = mix(a, load<u64>(at));
    b = mix(b, load<u64>(at, 8));
  }
  return mix(mix(a, load<u64>(last)), rotl<u64>(mix(b, load<u64>(last, 8)), 32));
}

/** Of more than {@link SHORT} bytes; the last sixteen may be among those before. */
// @ts-ignore: decorators of AssemblyScript
@inline function isEqual(a: usize, b: usize, length: usize): bool {
  const last = length - 16;
  let differs = v128.xor(v128.load(a + last), v128.load(b + last));
  for (let at: usize = 0; at < last; at += 16) differs = v128.or(differs, v128.xor(v128.load(a + at), v128.load(b + at)));
  return !v128.any_true(differs);
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

/** The same where few different texts are most of what is asked for: then no hash is made of all of it. */
export function nameOfUsual(start: usize, end: usize): u32 {
  const length = end - start;
  if (length <= SHORT) return nameOf(start, end);
  const parts = (load<u64>(end - 8) ^ (load<u64>(start + (length >> 1)) << 8) ^ <u64>length) * 0x9E3779B97F4A7C15;
  const at = USUAL + (<usize>(parts >> 56) << 2);
  const known = load<u32>(at);
  if (known != 0) {
    const place = PLACES + <usize>(known - 1) * 8;
    if (load<u32>(place, 4) == <u32>length && isEqual(<usize>load<u32>(place), start, length)) return known - 1;
  }
  const name = nameOf(start, end);
  if (name != NO_NAME) store<u32>(at, name + 1);
  return name;
}

function lookUp(start: usize, end: usize): u32 {
  const length = end - start;
  if (length > SHORT) return lookUpLong(start, length);
  const kept = v128.load(KEPT + SHORT - length);
  const text = v128.and(v128.load(start), kept);
  const hash = hashOfShort(text, length);
  let slot = firstSlot(hash);
  while (true) {
    const known = load<u32>(slot);
    if (known == 0) return add(slot, hash, start, length);
    if (isOf(known, hash)) {
      const place = PLACES + <usize>((known & NUMBER) - 1) * 8;
      const isSame = load<u32>(place, 4) == <u32>length
        && !v128.any_true(v128.xor(v128.and(v128.load(<usize>load<u32>(place)), kept), text));
      if (isSame) return (known & NUMBER) - 1;
    }
    slot = slotBehind(slot);
  }
}

function lookUpLong(start: usize, length: usize): u32 {
  const hash = hashOfLong(start, length < LONGEST ? length : LONGEST);
  let slot = firstSlot(hash);
  while (true) {
    const known = load<u32>(slot);
    if (known == 0) return add(slot, hash, start, length);
    if (isOf(known, hash)) {
      const place = PLACES + <usize>((known & NUMBER) - 1) * 8;
      if (load<u32>(place, 4) == <u32>length && isEqual(<usize>load<u32>(place), start, length)) return (known & NUMBER) - 1;
    }
    slot = slotBehind(slot);
  }
}

// @ts-ignore: decorators of AssemblyScript
@inline function firstSlot(hash: u64): usize {
  return SLOTS + <usize>(<u32>(hash >> 32) & (slots - 1)) * 4;
}

// @ts-ignore: decorators of AssemblyScript
@inline function slotBehind(slot: usize): usize {
  return slot + 4 < SLOTS + <usize>slots * 4 ? slot + 4 : SLOTS;
}

/** True where a slot may be that of a text with this hash. */
// @ts-ignore: decorators of AssemblyScript
@inline function isOf(known: u32, hash: u64): bool {
  return known >> 16 == <u32>(hash >> 48);
}

function add(slot: usize, hash: u64, start: usize, length: usize): u32 {
  if (length > LONGEST || names >= MOST_NAMES || top + length + 8 > TEXTS_END) return NO_NAME;
  const name = names++;
  store<u32>(slot, (<u32>(hash >> 48) << 16) | names);
  store<u32>(PLACES + <usize>name * 8, <u32>top); store<u32>(PLACES + <usize>name * 8, <u32>length, 4);
  memory.copy(top, start, length);
  // Eight more bytes can be read behind each text.
  top += length + 8;
  if (names << 1 > slots && slots < MOST_SLOTS) spread();
  return name;
}

/** Gives the names twice as many slots. */
function spread(): void {
  slots <<= 1;
  memory.fill(SLOTS, 0, <usize>slots * 4);
  for (let number: u32 = 1; number <= names; number++) {
    const place = PLACES + <usize>(number - 1) * 8;
    const start = <usize>load<u32>(place), length = <usize>load<u32>(place, 4);
    const hash = length > SHORT
      ? hashOfLong(start, length)
      : hashOfShort(v128.and(v128.load(start), v128.load(KEPT + SHORT - length)), length);
    let slot = firstSlot(hash);
    while (load<u32>(slot) != 0) slot = slotBehind(slot);
    store<u32>(slot, (<u32>(hash >> 48) << 16) | number);
  }
}
