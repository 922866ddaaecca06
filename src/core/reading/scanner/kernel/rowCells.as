// The cells of the row of a protocol log that is followed (follow.as).
import { COLUMNS, OFFSET, PLACES } from './memory';
import { hasQuote } from './project';
import { isQuoting } from './scan';
import { unit } from './units';
import { W } from './width';

const QUOTE: u32 = 34;
const CR: u32 = 13;

/** The row: where offsets count from, its first byte, the first of its ends, and the last; whether it holds units above 127. */
let base: usize = 0;
let start: usize = 0;
let first: usize = 0;
let last: usize = 0;
let isWide: bool = false;

/** What locate() found: the text's first byte, the one behind its last, and whether it stands in quotes. */
export let s: usize = 0;
export let e: usize = 0;
export let quoted: bool = false;

// @ts-ignore: decorators of AssemblyScript
@inline export function showRow(from: usize, begins: usize, firstEnd: usize, lastEnd: usize, wide: bool): void {
  base = from; start = begins; first = firstEnd; last = lastEnd; isWide = wide;
}

/** Locates a cell, by the position of its column at COLUMNS, as cells.as does; the row has all columns. */
// @ts-ignore: decorators of AssemblyScript
@inline export function locate(number: usize): void {
  const end = first + <usize>load<u32>(COLUMNS + number * 4) * 4;
  let from = end == first ? start : base + <usize>(load<u32>(end - 4) & OFFSET) + W;
  let to = base + <usize>(load<u32>(end) & OFFSET);
  if (end == last && to > from && unit(to - W) == CR) to -= W;
  const isInQuotes = unit(from) == QUOTE && to - from >= 2 * W && isQuoting;
  if (isInQuotes) {
    from += W; to -= W;
    if (end == last && to > from && unit(to - W) == CR) to -= W;
  }
  s = from; e = to; quoted = isInQuotes;
}

/** True where each unit of the cell is one of its text's, and all are below 128. */
// @ts-ignore: decorators of AssemblyScript
@inline export function isPlain(): bool {
  return (!isWide || isAscii()) && (!quoted || !hasQuote(s, e));
}

function isAscii(): bool {
  for (let at = s; at < e; at += W) if (unit(at) > 127) return false;
  return true;
}

/** True where the cell is the text with a number, byte for byte. */
// @ts-ignore: decorators of AssemblyScript
@inline export function isText(name: u32): bool {
  const length = e - s;
  const text = <usize>load<u32>(PLACES + <usize>name * 8);
  if (load<u32>(PLACES + <usize>name * 8, 4) != <u32>length) return false;
  const differs = v128.xor(v128.load(s), v128.load(text));
  if (length < 16) return ((i8x16.bitmask(i8x16.eq(differs, i8x16.splat(0))) ^ 0xffff) & ((1 << <i32>length) - 1)) == 0;
  // The last sixteen bytes may be among those before.
  for (let at: usize = 16; at + 16 < length; at += 16) {
    if (v128.any_true(v128.xor(v128.load(s + at), v128.load(text + at)))) return false;
  }
  return !v128.any_true(v128.or(differs, v128.xor(v128.load(e - 16), v128.load(text + length - 16))));
}

/** True where the cell has this at a place. */
export function has(at: usize, wanted: string): bool {
  const length = <usize>wanted.length;
  if (at < s || at + length * W > e) return false;
  for (let number: usize = 0; number < length; number++) {
    if (unit(at + number * W) != <u32>wanted.charCodeAt(<i32>number)) return false;
  }
  return true;
}

// @ts-ignore: decorators of AssemblyScript
@inline export function ends(wanted: string): bool {
  return has(e - <usize>wanted.length * W, wanted);
}
