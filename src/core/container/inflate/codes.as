// Huffman codes as tables: the next bits of the stream are a place, where a number says what they mean.
import { COUNTS, NEXT } from './memory';

/** How many bits are looked up at once; longer codes go on in a table of their own. */
export const LETTER_BITS: u32 = 11;
export const DISTANCE_BITS: u32 = 8;

/** Marks of a number: it stands for a byte … */
export const LITERAL: u32 = 1 << 28;
/** … or the block's end … */
export const END: u32 = 1 << 29;
/** … or it leads to another table. One without a mark is a length or a distance, 0 nothing that occurs. */
export const POINTER: u32 = 1 << 30;
/** In a number: bits of the code, or of the other table; bits that follow it; the value, to which those are added. */
export const CODE: u32 = 31;
export const EXTRA: u32 = 5;
const VALUE: u32 = 10;

/** What a letter of the alphabet means: bytes, the end, lengths. Deflate64 has a longer last length. */
export function letter(symbol: u32, is64: bool): u32 {
  if (symbol < 256) return LITERAL | (symbol << VALUE);
  if (symbol == 256) return END;
  if (symbol < 265) return (symbol - 254) << VALUE;
  if (symbol < 285) {
    const extra = (symbol - 261) >> 2;
    return ((((4 | ((symbol - 261) & 3)) << extra) + 3) << VALUE) | (extra << EXTRA);
  }
  return symbol > 285 ? 0 : is64 ? (3 << VALUE) | (16 << EXTRA) : 258 << VALUE;
}

/** The same of distances, of which Deflate64 has two more. */
export function distance(symbol: u32, is64: bool): u32 {
  if (symbol < 4) return (symbol + 1) << VALUE;
  const extra = (symbol >> 1) - 1;
  return symbol > 29 && !is64 ? 0 : ((((2 | (symbol & 1)) << extra) + 1) << VALUE) | (extra << EXTRA);
}

/** What a length of codes means: itself. */
export function plain(symbol: u32, is64: bool): u32 {
  return LITERAL | (symbol << VALUE);
}

/** The value in a number. */
// @ts-ignore: decorators of AssemblyScript
@inline export function valueOf(number: u32): u32 {
  return (number >> VALUE) & 0xffff;
}

/**
 * Makes the table of a code of which the lengths of `count` symbols are told. False where there is no such code. One that
 * leaves bits without a meaning is none either, but for a single symbol.
 */
export function makeTable(lengths: usize, count: u32, table: usize, bits: u32, is64: bool, meaning: (symbol: u32, is64: bool) => u32): bool {
  memory.fill(COUNTS, 0, 64);
  for (let symbol: u32 = 0; symbol < count; symbol++) {
    const at = COUNTS + <usize>load<u8>(lengths + symbol) * 4;
    store<u32>(at, load<u32>(at) + 1);
  }
  let left: i32 = 1, code: u32 = 0, longest: u32 = 0;
  store<u32>(COUNTS, 0);
  for (let length: u32 = 1; length < 16; length++) {
    const many = load<u32>(COUNTS + (<usize>length << 2));
    code = (code + load<u32>(COUNTS + (<usize>(length - 1) << 2))) << 1;
    store<u32>(NEXT + (<usize>length << 2), code);
    left = (left << 1) - <i32>many;
    if (left < 0) return false;
    if (many != 0) longest = length;
  }
  if (left > 0 && longest > 1) return false;
  memory.fill(table, 0, <usize>4 << bits);
  const more = longest > bits ? longest - bits : 0;
  let free: u32 = 1 << bits;
  for (let symbol: u32 = 0; symbol < count; symbol++) {
    const length = <u32>load<u8>(lengths + symbol);
    if (length == 0) continue;
    const next = NEXT + (<usize>length << 2);
    const code = load<u32>(next);
    store<u32>(next, code + 1);
    const turned = bitswap(code) >> (32 - length);
    const means = meaning(symbol, is64);
    const number = means == 0 ? 0 : means | length;
    if (length <= bits) {
      for (let at = turned; at < (1 << bits); at += 1 << length) store<u32>(table + (<usize>at << 2), number);
      continue;
    }
    const first = table + (<usize>(turned & ((1 << bits) - 1)) << 2);
    let pointer = load<u32>(first);
    if (pointer == 0) {
      pointer = POINTER | (free << VALUE) | more;
      store<u32>(first, pointer);
      memory.fill(table + (<usize>free << 2), 0, <usize>4 << more);
      free += 1 << more;
    }
    const other = table + (<usize>valueOf(pointer) << 2);
    for (let at = turned >> bits; at < (1 << more); at += 1 << (length - bits)) store<u32>(other + (<usize>at << 2), number);
  }
  return true;
}

// @ts-ignore: decorators of AssemblyScript
@inline function bitswap(code: u32): u32 {
  code = ((code >> 1) & 0x55555555) | ((code & 0x55555555) << 1);
  code = ((code >> 2) & 0x33333333) | ((code & 0x33333333) << 2);
  code = ((code >> 4) & 0x0f0f0f0f) | ((code & 0x0f0f0f0f) << 4);
  code = ((code >> 8) & 0x00ff00ff) | ((code & 0x00ff00ff) << 8);
  return (code >> 16) | (code << 16);
}
