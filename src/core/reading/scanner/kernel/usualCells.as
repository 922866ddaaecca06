// The data and the context of a usual row of a protocol log (usualRows.as), which are of ASCII: where they end.
import { bits } from './units';

export const CR: i8 = 13;
export const QUOTE: u32 = 34;
export const COMMA: u32 = 44;

/** Sixteen commas, quotation marks, carriage returns: constants of sixteen bytes would be made anew for each row. */
const MARKS: usize = memory.data<u64>([
  0x2c2c2c2c2c2c2c2c, 0x2c2c2c2c2c2c2c2c, 0x2222222222222222, 0x2222222222222222, 0x0d0d0d0d0d0d0d0d, 0x0d0d0d0d0d0d0d0d,
], 16);

/** 1 where quotation marks are doubled in the cells that were looked at since forgetDoubles(). */
export let doubles: u32 = 0;

// @ts-ignore: decorators of AssemblyScript
@inline export function forgetDoubles(): void {
  doubles = 0;
}

/**
 * Behind the data at a place, quotes included, where nothing is odd about them and the context that goes from there to `end`; else 0. Nearly
 * always either only one comma is in the two, or the data stand in quotes and there is no context: that is told without a branch that
 * depends on where they end.
 */
// @ts-ignore: decorators of AssemblyScript
@inline export function behindData(from: usize, end: usize): usize {
  const quotes = <usize>(load<u8>(from) == QUOTE);
  const at = from + quotes;
  if (end - at > 64) return behindLongData(from, end);
  const found = marksIn(at, quotes) & ~(<u64>0) >> (64 - <u64>(end - at));
  const comma = at + <usize>ctz(found) + quotes;
  return isOnly(found & (found - 1), comma, end, quotes) ? comma : behindOdd(from, end);
}

/** The same, however far it is. Of long rows most have no context, or no data, or are not much longer. */
function behindLongData(from: usize, end: usize): usize {
  if (end - from > 68) {
    if (load<u8>(end - 1) == COMMA) {
      if (isPlainCell(from, end - 1)) return end - 1;
    } else if (load<u8>(from) == COMMA) {
      if (isPlainCell(from + 1, end)) return from;
    } else if (end - from <= 128) {
      const near = marksIn(from, 0), far = marksIn(from + 64, 0) & ~(<u64>0) >> (128 - <u64>(end - from));
      const found = near | far, at = from + <usize>ctz(found) + <usize>(near == 0) * 64;
      if ((near == 0) != (far == 0) && (found & (found - 1)) == 0 && load<u8>(at) == COMMA) return at;
    }
  }
  return behindOdd(from, end);
}

/** True where nothing is odd about a cell of more than 66 bytes, quotes included, and none of its quotation marks is doubled. */
function isPlainCell(from: usize, end: usize): bool {
  const quotes = <usize>(load<u8>(from) == QUOTE);
  if (quotes && load<u8>(end - 1) != QUOTE) return false;
  const quote = v128.load(MARKS + 16), mark = v128.load(MARKS + quotes * 16), odd = v128.load(MARKS + 32);
  const last = end - quotes - 64;
  let found = i8x16.splat(0);
  for (let at = from + quotes; at < last + 64; at += 64) {
    // The last 64 bytes may have begun before.
    if (at > last) at = last;
    const a = v128.load(at), b = v128.load(at, 16), c = v128.load(at, 32), d = v128.load(at, 48);
    const least = i8x16.min_s(i8x16.min_s(a, b), i8x16.min_s(c, d));
    const marks = v128.or(v128.or(i8x16.eq(a, mark), i8x16.eq(b, mark)), v128.or(i8x16.eq(c, mark), i8x16.eq(d, mark)));
    const others = v128.or(v128.or(i8x16.eq(a, quote), i8x16.eq(b, quote)), v128.or(i8x16.eq(c, quote), i8x16.eq(d, quote)));
    found = v128.or(v128.or(found, i8x16.le_s(least, odd)), v128.or(marks, others));
  }
  return !v128.any_true(found);
}

/** Which of 64 bytes may end a cell, in quotes or not, or are odd there. */
// @ts-ignore: decorators of AssemblyScript
@inline function marksIn(at: usize, quotes: usize): u64 {
  const quote = v128.load(MARKS + 16), mark = v128.load(MARKS + quotes * 16), odd = v128.load(MARKS + 32);
  const a = v128.load(at), b = v128.load(at, 16), c = v128.load(at, 32), d = v128.load(at, 48);
  // As signed numbers, units above 127 and nearly all control characters are not above CR.
  return bits(
    v128.or(v128.or(i8x16.eq(a, mark), i8x16.eq(a, quote)), i8x16.le_s(a, odd)),
    v128.or(v128.or(i8x16.eq(b, mark), i8x16.eq(b, quote)), i8x16.le_s(b, odd)),
    v128.or(v128.or(i8x16.eq(c, mark), i8x16.eq(c, quote)), i8x16.le_s(c, odd)),
    v128.or(v128.or(i8x16.eq(d, mark), i8x16.eq(d, quote)), i8x16.le_s(d, odd)),
  );
}

/** True where a comma, or the quotation mark before it, is the only mark there is; behind that quotation mark nothing else may follow. */
// @ts-ignore: decorators of AssemblyScript
@inline function isOnly(more: u64, comma: usize, end: usize, quotes: usize): bool {
  const isClosed = load<u8>(comma - quotes) == <u8>(quotes ? QUOTE : COMMA), isLast = comma + 1 == end;
  return <bool>(<u32>(more == 0) & <u32>isClosed & <u32>(load<u8>(comma) == COMMA) & <u32>(comma < end) & (<u32>isLast | <u32>(quotes ^ 1)));
}

/** The same of any data. */
function behindOdd(from: usize, end: usize): usize {
  const at = behindCell(from, end);
  if (at >= end || load<u8>(at) != COMMA) return 0;
  return at + 1 == end || behindCell(at + 1, end) == end ? at : 0;
}

/** Behind the cell at a place, quotes included: `end` where it reaches that, more where anything is odd about it. */
function behindCell(from: usize, end: usize): usize {
  const quotes = <usize>(load<u8>(from) == QUOTE);
  let at = from + quotes;
  while (true) {
    for (; at < end; at += 64) {
      const found = marksIn(at, quotes);
      if (found) { at += <usize>ctz(found); break; }
    }
    if (at >= end) return end + quotes;
    if (load<u8>(at) != (quotes ? QUOTE : COMMA)) return end + 1;
    if (!quotes || load<u8>(at, 1) != QUOTE) return at + quotes;
    doubles = 1;
    at += 2;
  }
}
