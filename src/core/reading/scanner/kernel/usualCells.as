// The data and the context of a usual row of a protocol log (usualRows.as), which are of ASCII: where they end.
import { bits } from './units';

export const CR: i8 = 13;
export const QUOTE: u32 = 34;
export const COMMA: u32 = 44;

/** 1 where quotation marks are doubled in the cells that were looked at since forgetDoubles(). */
export let doubles: u32 = 0;

// @ts-ignore: decorators of AssemblyScript
@inline export function forgetDoubles(): void {
  doubles = 0;
}

/**
 * Behind the data at a place, quotes included, where nothing is odd about them and the context that goes from there to `end`, which is at
 * most 64 bytes on; else 0. The two are told apart without a branch that depends on what is in them.
 */
// @ts-ignore: decorators of AssemblyScript
@inline export function behindData(from: usize, end: usize): usize {
  const quotes = <usize>(load<u8>(from) == QUOTE);
  const quote = i8x16.splat(<i8>QUOTE), comma = i8x16.splat(<i8>COMMA), odd = i8x16.splat(CR);
  const a = v128.load(from), b = v128.load(from, 16), c = v128.load(from, 32), d = v128.load(from, 48);
  const here = ~(<u64>0) >> (64 - <u64>(end - from));
  const commas = bits(i8x16.eq(a, comma), i8x16.eq(b, comma), i8x16.eq(c, comma), i8x16.eq(d, comma)) & here;
  // As signed numbers, units above 127 and nearly all control characters are not above CR.
  const others = here & bits(
    v128.or(i8x16.eq(a, quote), i8x16.le_s(a, odd)),
    v128.or(i8x16.eq(b, quote), i8x16.le_s(b, odd)),
    v128.or(i8x16.eq(c, quote), i8x16.le_s(c, odd)),
    v128.or(i8x16.eq(d, quote), i8x16.le_s(d, odd)),
  );
  // The first comma, or what is behind the quotation mark that closes.
  const last = quotes ? (others & ~(<u64>1)) << 1 : others | commas;
  const bit = last & (0 - last);
  if ((commas & bit) == 0 || (others & (bit - 1) & ~(quotes ? bit >> 1 | 1 : 0)) != 0) return behindLongData(from, end);
  if (quotes && load<u8>(from + <usize>ctz(bit) - 1) != QUOTE) return 0;
  if (((others | commas) & ~(bit | (bit - 1))) != 0) return behindLongData(from, end);
  return from + <usize>ctz(bit);
}

/** The same, however far it is. */
export function behindLongData(from: usize, end: usize): usize {
  if (end - from > 68 && load<u8>(end - 1) == COMMA && isPlainCell(from, end - 1)) return end - 1;
  const at = behindCell(from, end);
  if (at >= end || load<u8>(at) != COMMA) return 0;
  return at + 1 == end || behindCell(at + 1, end) == end ? at : 0;
}

/** True where nothing is odd about a cell of more than 66 bytes, quotes included, and none of its quotation marks is doubled. */
// @ts-ignore: decorators of AssemblyScript
@inline function isPlainCell(from: usize, end: usize): bool {
  const quotes = <usize>(load<u8>(from) == QUOTE);
  if (quotes && load<u8>(end - 1) != QUOTE) return false;
  const quote = i8x16.splat(<i8>QUOTE), mark = i8x16.splat(quotes ? <i8>QUOTE : <i8>COMMA), odd = i8x16.splat(CR);
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

/** Behind a cell in quotes of which the first one that is doubled stands at a place. */
function behindDoubled(at: usize, end: usize): usize {
  doubles = 1;
  while (load<u8>(at, 1) == QUOTE) {
    at += 2;
    while (at < end && load<u8>(at) != QUOTE && <i8>load<u8>(at) > CR) at++;
    if (at >= end || load<u8>(at) != QUOTE) return end + 1;
  }
  return at + 1;
}

/** Behind the cell at a place, quotes included: `end` where it reaches that, more where anything is odd about it. */
function behindCell(from: usize, end: usize): usize {
  const quotes = <usize>(load<u8>(from) == QUOTE);
  const quote = i8x16.splat(<i8>QUOTE), mark = i8x16.splat(quotes ? <i8>QUOTE : <i8>COMMA), odd = i8x16.splat(CR);
  let at = from + quotes;
  for (; at < end; at += 64) {
    const a = v128.load(at), b = v128.load(at, 16), c = v128.load(at, 32), d = v128.load(at, 48);
    // As signed numbers, units above 127 and nearly all control characters are not above CR.
    const found = bits(
      v128.or(v128.or(i8x16.eq(a, mark), i8x16.eq(a, quote)), i8x16.le_s(a, odd)),
      v128.or(v128.or(i8x16.eq(b, mark), i8x16.eq(b, quote)), i8x16.le_s(b, odd)),
      v128.or(v128.or(i8x16.eq(c, mark), i8x16.eq(c, quote)), i8x16.le_s(c, odd)),
      v128.or(v128.or(i8x16.eq(d, mark), i8x16.eq(d, quote)), i8x16.le_s(d, odd)),
    );
    if (found) { at += <usize>ctz(found); break; }
  }
  if (at >= end) return end + quotes;
  if (load<u8>(at) != (quotes ? QUOTE : COMMA)) return end + 1;
  return quotes && load<u8>(at, 1) == QUOTE ? behindDoubled(at, end) : at + quotes;
}
