// Finds the ends of fields and records in a piece of a file: 64 code units at a time, quotes by prefix-xor. One source
// for bytes (UTF-8 and its kin) and for 16-bit units (UTF-16LE): the build sets W.
import { BROKEN, ENDS, MOST_ENDS, RECORD, RECORDS, WIDE } from './memory';
import { bits, equal, vec } from './units';
import { W } from './width';

const LF: i8 = 10;
const CR: i8 = 13;
const QUOTE: i8 = 34;

/** Where scanning stopped: behind the last complete record. */
export let stop: usize = 0;
/** 1 where a quotation mark is misplaced in the record at `stop`. */
export let misplaced: u32 = 0;
/** 1 where it stopped before the end: the places for ends ran out, or as many records were found as were asked for. */
export let filled: u32 = 0;
/** How many complete records were found; the position of each one's last end stands in RECORDS. */
export let records: u32 = 0;

/** True where fields may stand in quotes. */
export let isQuoting: bool = true;

/** Places that a block may write to. */
const SPARE: usize = 68;
/** Added to the delimiter where quotation marks mean nothing. */
const UNQUOTED: i32 = 0x100;

let r: usize = 0;
let marks: u32 = 0;

/** Writes ends of fields, none of which ends a record, to `to`; returns what is behind the last. */
// @ts-ignore: decorators of AssemblyScript
@inline function place(to: usize, offset: usize, ends: u64): usize {
  // Four at a time: how many there are is hard to foresee. There is room for those that are none.
  const next = to + <usize>popcnt(ends) * 4;
  do {
    store<u32>(to, <u32>(offset + <usize>ctz(ends) * W)); ends &= ends - 1;
    store<u32>(to, <u32>(offset + <usize>ctz(ends) * W), 4); ends &= ends - 1;
    store<u32>(to, <u32>(offset + <usize>ctz(ends) * W), 8); ends &= ends - 1;
    store<u32>(to, <u32>(offset + <usize>ctz(ends) * W), 12); ends &= ends - 1;
    to += 16;
  } while (ends);
  return next;
}

/** Writes the ends in a block: `ends` of fields and records, of which `feeds` are line feeds; returns what is behind the last. */
// @ts-ignore: decorators of AssemblyScript
@inline function write(to: usize, start: usize, p: usize, ends: u64, feeds: u64, broken: u64, wide: u64): usize {
  let left = ends & feeds;
  while (true) {
    // Up to the next line feed; all there are where there is none.
    const bit = left & (0 - left);
    const below = bit - 1;
    to = place(to, p - start, ends & below);
    if (broken & below) marks |= BROKEN;
    if (wide & below) marks |= WIDE;
    if (left == 0) return to;
    const at = p + <usize>ctz(bit) * W;
    store<u32>(to, <u32>(at - start) | RECORD | marks);
    store<u32>(r, <u32>((to - ENDS) >> 2));
    to += 4; r += 4; stop = at + W; marks = 0;
    const behind = ~(below | bit);
    ends &= behind; broken &= behind; wide &= behind; left &= behind;
  }
}

/**
 * Writes the end of every field of every complete record in [start, end) to ENDS, as an offset from `start` in bytes;
 * ends of records carry RECORD and what else is true of them. Stops at the end, at a misplaced quotation mark, or when
 * fewer than {@link SPARE} places are left. The 64 units behind `end` must be zero. Where 256 is added to `delimiter`, quotation
 * marks mean nothing. Where `most` is not 0, stops behind the block with the end of that many. Returns how many records are complete.
 */
export function scan(start: usize, end: usize, delimiter: i32, most: u32): u32 {
  let inside: u64 = 0;     // all ones: the block begins inside quotes
  let behindEnd: u64 = 1;  // 1: before the block stands an end of a field, or nothing
  let behindClose: u64 = 0; // 1: before the block stands a closing quote
  let behindCr: u64 = 0;   // 1: before the block stand a closing quote and a carriage return
  let o = ENDS;
  r = RECORDS; marks = 0; stop = start; misplaced = 0; filled = 0;
  isQuoting = delimiter < UNQUOTED;
  const quotes: u64 = isQuoting ? ~(<u64>0) : 0;
  const full = ENDS + (MOST_ENDS - SPARE) * 4;
  const enough = RECORDS + (most == 0 ? MOST_ENDS : <usize>most) * 4;
  const quote = i8x16.splat(QUOTE);
  for (let p = start; p < end; p += 64 * W) {
    const a = vec(p, 0), b = vec(p, 1), c = vec(p, 2), d = vec(p, 3);
    const qa = i8x16.eq(a, quote), qb = i8x16.eq(b, quote), qc = i8x16.eq(c, quote), qd = i8x16.eq(d, quote);
    const quoted = v128.or(v128.or(qa, qb), v128.or(qc, qd));
    // Most blocks hold nothing that ends a line or is to be marked: as signed numbers, all units are above CR.
    const special = i8x16.le_s(i8x16.min_s(i8x16.min_s(a, b), i8x16.min_s(c, d)), i8x16.splat(CR));
    if (!v128.any_true(v128.or(special, quoted))) {
      if (inside) {
        // The middle of a long field.
        behindEnd = 0;
        continue;
      }
      if ((behindClose | behindCr) == 0) {
        const ends = equal(a, b, c, d, <i8>delimiter);
        behindEnd = ends >> 63;
        o = place(o, p - start, ends);
        if (o > full) { filled = 1; break; }
        continue;
      }
    }
    const q = bits(qa, qb, qc, qd) & quotes;
    const delimiters = equal(a, b, c, d, <i8>delimiter);
    if ((inside | behindClose | behindEnd) && !v128.any_true(special) && behindCr == 0) {
      // Nearly always each quote closes a field that an end follows, or opens one behind it: then there is no need to count them.
      const ends = delimiters & ((q << 1) | behindClose), opening = (ends << 1) | behindEnd, close = q & ~opening;
      if (((opening & ~q) | (((close << 1) | behindClose) ^ ends)) == 0) {
        behindEnd = ends >> 63; behindClose = close >> 63;
        inside = (behindEnd | behindClose) - 1;
        o = place(o, p - start, ends);
        if (o > full) { filled = 1; break; }
        continue;
      }
    }
    const n = equal(a, b, c, d, LF), cr = equal(a, b, c, d, CR);
    let wide = bits(a, b, c, d);
    let ends = n | delimiters;
    // A carriage return that the block ends with is taken for a lone one; whoever counts lines looks again.
    let broken = cr & ~(n >> 1);
    if (q | inside | behindClose | behindCr) {
      let x = q; x ^= x << 1; x ^= x << 2; x ^= x << 4; x ^= x << 8; x ^= x << 16; x ^= x << 32;
      x ^= inside;
      inside = <u64>(<i64>x >> 63);
      ends &= ~x;
      broken |= n & x;
      const open = q & x, close = q & ~x;
      const behind = (close << 1) | behindClose;
      const closed = behind & cr & ~x;
      // An opening quote stands behind an end or doubles a closing one; behind a closing one stands an end, a quote, CRLF.
      const bad = (open & ~((ends << 1) | behindEnd | behind)) | (behind & ~(ends | q | cr)) | (((closed << 1) | behindCr) & ~n);
      behindEnd = ends >> 63; behindClose = close >> 63; behindCr = closed >> 63;
      if (bad) {
        // What stands before it counts.
        const below = (bad & (0 - bad)) - 1;
        ends &= below; broken &= below; wide &= below;
        misplaced = 1;
      }
    } else {
      behindEnd = ends >> 63;
    }
    o = write(o, start, p, ends, n, broken, wide);
    if (misplaced) break;
    if (o > full || r >= enough) { filled = 1; break; }
  }
  records = <u32>((r - RECORDS) >> 2);
  return records;
}
