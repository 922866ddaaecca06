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
/** 1 where the places for ends ran out. */
export let filled: u32 = 0;
/** How many complete records were found; the position of each one's last end stands in RECORDS. */
export let records: u32 = 0;

/** True where fields may stand in quotes. */
export let isQuoting: bool = true;

/** Places that a block may write to. */
const SPARE: usize = 68;
/** Added to the delimiter where quotation marks mean nothing. */
const UNQUOTED: i32 = 0x100;

let o: usize = 0;
let r: usize = 0;
let marks: u32 = 0;

/** Writes the ends in a block: `ends` of fields and records, of which `feeds` are line feeds. */
// @ts-ignore: decorators of AssemblyScript
@inline function write(start: usize, p: usize, ends: u64, feeds: u64, broken: u64, wide: u64): void {
  if ((broken | wide) == 0) {
    if ((ends & feeds) == 0) {
      // Four at a time: how many there are is hard to foresee. There is room for those that are none.
      const next = o + <usize>popcnt(ends) * 4;
      for (; ends; o += 16) {
        for (let place: usize = 0; place < 16; place += 4) {
          store<u32>(o + place, <u32>(p - start + <usize>ctz(ends) * W)); ends &= ends - 1;
        }
      }
      o = next;
      return;
    }
    while (ends) {
      const bit = ends & (0 - ends);
      const at = p + <usize>ctz(ends) * W;
      if (feeds & bit) {
        store<u32>(o, <u32>(at - start) | RECORD | marks);
        store<u32>(r, <u32>((o - ENDS) >> 2));
        o += 4; r += 4; stop = at + W; marks = 0;
      } else {
        store<u32>(o, <u32>(at - start)); o += 4;
      }
      ends &= ends - 1;
    }
    return;
  }
  let done: u64 = 0;
  while (ends) {
    const bit = ends & (0 - ends);
    const at = p + <usize>ctz(ends) * W;
    if (feeds & bit) {
      const below = bit - 1;
      if (broken & below & ~done) marks |= BROKEN;
      if (wide & below & ~done) marks |= WIDE;
      done = below;
      store<u32>(o, <u32>(at - start) | RECORD | marks);
      store<u32>(r, <u32>((o - ENDS) >> 2));
      o += 4; r += 4; stop = at + W; marks = 0;
    } else {
      store<u32>(o, <u32>(at - start)); o += 4;
    }
    ends &= ends - 1;
  }
  if (broken & ~done) marks |= BROKEN;
  if (wide & ~done) marks |= WIDE;
}

/** write() of what stands before a misplaced quotation mark. */
function writeBefore(start: usize, p: usize, ends: u64, feeds: u64, broken: u64, wide: u64): void {
  write(start, p, ends, feeds, broken, wide);
}

/**
 * Writes the end of every field of every complete record in [start, end) to ENDS, as an offset from `start` in bytes;
 * ends of records carry RECORD and what else is true of them. Stops at the end, at a misplaced quotation mark, or when
 * fewer than {@link SPARE} places are left. The 64 units behind `end` must be zero. Where 256 is added to `delimiter`, quotation
 * marks mean nothing. Returns how many records are complete.
 */
export function scan(start: usize, end: usize, delimiter: i32): u32 {
  let inside: u64 = 0;     // all ones: the block begins inside quotes
  let behindEnd: u64 = 1;  // 1: before the block stands an end of a field, or nothing
  let behindClose: u64 = 0; // 1: before the block stands a closing quote
  let behindCr: u64 = 0;   // 1: before the block stand a closing quote and a carriage return
  o = ENDS; r = RECORDS; marks = 0; stop = start; misplaced = 0; filled = 0;
  isQuoting = delimiter < UNQUOTED;
  const quotes: u64 = isQuoting ? ~(<u64>0) : 0;
  const full = ENDS + (MOST_ENDS - SPARE) * 4;
  const quote = i8x16.splat(QUOTE), low = i8x16.splat(CR);
  for (let p = start; p < end; p += 64 * W) {
    const a = vec(p, 0), b = vec(p, 1), c = vec(p, 2), d = vec(p, 3);
    if (inside) {
      // Most blocks in the middle of a long field hold neither its end nor anything that is to be marked: all is above CR, as signed numbers.
      const plain = v128.and(v128.and(i8x16.gt_s(a, low), i8x16.gt_s(b, low)), v128.and(i8x16.gt_s(c, low), i8x16.gt_s(d, low)));
      const quoted = v128.or(v128.or(i8x16.eq(a, quote), i8x16.eq(b, quote)), v128.or(i8x16.eq(c, quote), i8x16.eq(d, quote)));
      if (i8x16.all_true(v128.andnot(plain, quoted))) { behindEnd = 0; continue; }
    }
    const q = equal(a, b, c, d, QUOTE) & quotes, n = equal(a, b, c, d, LF), cr = equal(a, b, c, d, CR);
    const wide = bits(a, b, c, d);
    let ends = n | equal(a, b, c, d, <i8>delimiter);
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
        const below = (bad & (0 - bad)) - 1;
        writeBefore(start, p, ends & below, n, broken & below, wide & below);
        misplaced = 1;
        break;
      }
    } else {
      behindEnd = ends >> 63;
    }
    write(start, p, ends, n, broken, wide);
    if (o > full) { filled = 1; break; }
  }
  records = <u32>((r - RECORDS) >> 2);
  return records;
}
