// The cells of the row of a protocol log that is followed (follow.as).
import { from as s, isQuoted as quoted, locate as locateIn, to as e } from './cells';
import { COLUMNS, PLACES } from './memory';
import { isEqual } from './names';
import { hasQuote } from './project';
import { unit } from './units';
import { W } from './width';

/** The row: where offsets count from, its first byte, the first of its ends, and the last; whether it holds units above 127. */
let base: usize = 0;
let start: usize = 0;
let first: usize = 0;
let last: usize = 0;
let isWide: bool = false;

// @ts-ignore: decorators of AssemblyScript
@inline export function showRow(from: usize, begins: usize, firstEnd: usize, lastEnd: usize, wide: bool): void {
  base = from; start = begins; first = firstEnd; last = lastEnd; isWide = wide;
}

/** Locates a cell, by the position of its column at COLUMNS. */
export function locate(number: usize): void {
  locateIn(base, start, first, last, <usize>load<u32>(COLUMNS + number * 4));
}

/** True where each unit of the cell is one of its text's, and all are below 128. */
export function isPlain(): bool {
  if (isWide) for (let at = s; at < e; at += W) if (unit(at) > 127) return false;
  return !quoted || !hasQuote(s, e);
}

/** True where the cell is the text with a number, byte for byte. */
export function isText(name: u32): bool {
  if (load<u32>(PLACES + <usize>name * 8, 4) != <u32>(e - s)) return false;
  return isEqual(<usize>load<u32>(PLACES + <usize>name * 8), s, e - s);
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
