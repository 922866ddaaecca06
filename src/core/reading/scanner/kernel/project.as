// Makes a row of numbers of each record: what the format wants of its columns (columnPlan.ts).
import { isQuoted, from as textFrom, locate, to as textTo } from './cells';
import { crossed } from './crossings';
import { hash, high, low } from './identity';
import { items } from './items';
import { BROKEN, ENDS, MOST_COLUMNS, OFFSET, PLAN, RECORDS, ROWS, WIDE } from './memory';
import { NO_NAME, nameOf } from './names';
import { isFull, mayBeTitles, mostRows, note, passed } from './passings';
import { isQuoting } from './scan';
import { day, millisecond, time } from './time';
import { equal, unit, vec } from './units';
import { isUtf8 } from './utf8';
import { W } from './width';

/** Kinds of wishes; a wish is four numbers: kind, column, place in the row, and one more. */
const NAME: u32 = 1;
const HEAD: u32 = 2;
const KEY: u32 = 3;
const TIME: u32 = 4;
const NATURAL: u32 = 5;
const ITEMS: u32 = 6;

/** What begins each row: place, position of the first end, number of fields, line, marks, position of the record, how many before it
 * passed, and crossed the border. */
const HEADER: usize = 8;
/** Marks of a row: it holds a unit above 127 … */
const IS_WIDE: u32 = 1;
/** … bytes that are no UTF-8 … */
const IS_INVALID: u32 = 2;
/** … a key or items that have to be read as text. */
const IS_ODD: u32 = 4;

const QUOTE: u32 = 34;
const LF: u32 = 10;
const CR: u32 = 13;
const HEAD_UNITS: usize = 8;

let wishes: u32 = 0;
/** Bytes of a row. */
let stride: usize = HEADER * 4;
export let checksUtf8: bool = false;
/** Units above 127 hash alike in all encodings only where the bytes are UTF-8. */
let isUtf8Text: bool = false;

/** The line of the next record. */
export let line: u32 = 1;
/** Where the record begins behind those that project() has looked at. */
export let reached: usize = 0;
/** … and its position. */
export let seen: u32 = 0;

/** Says what is wanted: `count` wishes stand at PLAN, `columns` numbers are the row they make. */
export function plan(count: u32, columns: u32): void {
  wishes = count;
  stride = (HEADER + <usize>columns) * 4;
}

/** A file begins, or a stretch of one: its encoding, and its first line. */
export function begin(utf8: bool, firstLine: u32): void {
  checksUtf8 = utf8;
  isUtf8Text = utf8;
  line = firstLine;
}

/** The place of the first quotation mark in [start, end); `end` where there is none. */
export function quoteIn(start: usize, end: usize): usize {
  for (let at = start; at < end; at += 16) {
    const bits = W == 1
      ? i8x16.bitmask(i8x16.eq(v128.load(at), i8x16.splat(34)))
      : i16x8.bitmask(i16x8.eq(v128.load(at), i16x8.splat(34)));
    if (bits) {
      const found = at + <usize>ctz(bits) * W;
      return found < end ? found : end;
    }
  }
  return end;
}

// @ts-ignore: decorators of AssemblyScript
@inline export function hasQuote(start: usize, end: usize): bool {
  return quoteIn(start, end) < end;
}

/** Line breaks as VS Code counts them, the record's end included. */
export function breaksIn(start: usize, end: usize): u32 {
  let breaks: u32 = 0;
  let at = start;
  for (; at + 64 * W <= end; at += 64 * W) {
    const a = vec(at, 0), b = vec(at, 1), c = vec(at, 2), d = vec(at, 3);
    const feeds = equal(a, b, c, d, <i8>LF), carriages = equal(a, b, c, d, <i8>CR);
    if (feeds | carriages) {
      const ahead = unit(at + 64 * W) == LF ? <u64>1 << 63 : 0;
      breaks += <u32>popcnt(feeds | (carriages & ~((feeds >> 1) | ahead)));
    }
  }
  for (; at < end; at += W) {
    const here = unit(at);
    if (here == LF || (here == CR && unit(at + W) != LF)) breaks++;
  }
  return breaks;
}

/** Goes on behind a record that holds no line break. */
// @ts-ignore: decorators of AssemblyScript
@inline export function nextLine(): void {
  line++;
}

/** Goes on behind a record that needs no row. */
// @ts-ignore: decorators of AssemblyScript
@inline export function pass(start: usize, next: usize, mark: u32): void {
  line += mark & BROKEN ? breaksIn(start, next) : 1;
}

/**
 * Makes rows of the records from position `from` on, of `count`, until there is no room for more: at ROWS, `stride` bytes each. Of
 * those that can be noted at once there is none, but what they show is at PASSINGS or CROSSINGS, behind what stands there already.
 * `base`: where offsets count from; `start`: the first record's first byte; `limit`: none that begins there or behind it is noted.
 * Returns how many rows were made.
 */
export function project(base: usize, from: u32, count: u32, start: usize, limit: usize): u32 {
  let out = ROWS;
  let rows: u32 = 0;
  let first: usize = from == 0 ? ENDS : ENDS + (<usize>load<u32>(RECORDS + <usize>(from - 1) * 4) + 1) * 4;
  let record = from;
  const most = mostRows();
  for (; record < count && rows < most && !isFull(); record++) {
    const last = ENDS + <usize>load<u32>(RECORDS + <usize>record * 4) * 4;
    const mark = load<u32>(last);
    const next = base + <usize>(mark & OFFSET) + W;
    const fields = <u32>((last - first) >> 2) + 1;
    let marks: u32 = 0;
    if (mark & WIDE) marks = IS_WIDE | (checksUtf8 && !isUtf8(start, next) ? IS_INVALID : 0);
    store<u32>(out, <u32>start);
    store<u32>(out, <u32>((first - ENDS) >> 2), 4);
    store<u32>(out, fields, 8);
    store<u32>(out, line, 12);
    if ((marks & IS_INVALID) == 0) marks = fill(out, base, start, first, last, marks);
    store<u32>(out, marks, 16);
    store<u32>(out, record, 20);
    store<u32>(out, passed, 24);
    store<u32>(out, crossed, 28);
    const isSure = (marks & (IS_INVALID | IS_ODD)) == 0 && start < limit;
    const opening = firstUnit(start);
    if (!isSure || !note(out + HEADER * 4, fields, opening, (marks & IS_WIDE) != 0, line, base, start, first, last)) {
      out += stride;
      rows++;
      // What is noted of rows behind titles would be another plan's.
      if (mayBeTitles(opening)) count = record + 1;
    }
    pass(start, next, mark);
    start = next;
    first = last + 4;
  }
  reached = start;
  seen = record;
  return rows;
}

/** What a record's first field begins with. */
// @ts-ignore: decorators of AssemblyScript
@inline function firstUnit(start: usize): u32 {
  const first = unit(start);
  return isQuoting && first == QUOTE ? unit(start + W) : first;
}

/** Grants the wishes; returns the row's marks. */
function fill(out: usize, base: usize, start: usize, first: usize, last: usize, marks: u32): u32 {
  const row = out + HEADER * 4;
  for (let number: u32 = 0; number < wishes; number++) {
    const wish = PLAN + <usize>number * 16;
    const kind = load<u32>(wish);
    const column = <usize>load<u32>(wish, 4);
    const to = row + <usize>load<u32>(wish, 8) * 4;
    locate(base, start, first, last, column);
    const s = textFrom, e = textTo, quoted = isQuoted;
    // Byte-order marks before the first field are no part of its text.
    const odd = column == 0 && marks & IS_WIDE && e > s && unit(s) > 127;
    if (kind == NAME) {
      const name = odd ? NO_NAME : nameOf(s, e);
      store<u32>(to, name);
    } else if (kind == HEAD) {
      store<u32>(to, odd ? NO_NAME : headOf(s, e, quoted, marks));
    } else if (kind == KEY) {
      if (odd || (marks & IS_WIDE && !isSureOf(s, e)) || (quoted && hasQuote(s, e))) marks |= IS_ODD;
      keyOf(s, e, load<u32>(wish, 12) != 0, to);
    } else if (kind == TIME) {
      const told = !odd && time(s, e);
      store<i32>(to, told ? day : -1);
      store<i32>(to, millisecond, 4);
    } else if (kind == NATURAL) {
      store<i32>(to, naturalOf(s, e));
    } else if (kind == ITEMS) {
      if (odd || !items(s, e, to)) marks |= IS_ODD;
    }
  }
  return marks;
}

/** The number of the first eight units; of a shorter text, that of the text. */
// @ts-ignore: decorators of AssemblyScript
@inline function headOf(s: usize, e: usize, quoted: bool, marks: u32): u32 {
  const end = e - s > HEAD_UNITS * W ? s + HEAD_UNITS * W : e;
  if (quoted && hasQuote(s, end)) return NO_NAME;
  return marks & IS_WIDE && isWide(s, end) ? NO_NAME : nameOf(s, end);
}

/** True where hash() gives of a text what it gives of the same in every encoding. */
export function isSureOf(start: usize, end: usize): bool {
  return isUtf8Text || !isWide(start, end);
}

/** True where a unit above 127 is among them. */
function isWide(start: usize, end: usize): bool {
  for (let at = start; at < end; at += W) if (unit(at) > 127) return true;
  return false;
}

/** The text's hash, without the braces that some write around a GUID; 0 for an empty text. */
// @ts-ignore: decorators of AssemblyScript
@inline function keyOf(s: usize, e: usize, isId: bool, to: usize): void {
  if (isId && e - s >= 2 * W && unit(s) == 123 && unit(e - W) == 125) { s += W; e -= W; }
  if (e <= s) {
    store<u64>(to, 0);
  } else {
    hash(s, e, isId);
    store<u32>(to, high);
    store<u32>(to, low, 4);
  }
}

/** A whole number of one to nine digits; -1 for anything else. */
// @ts-ignore: decorators of AssemblyScript
@inline export function naturalOf(s: usize, e: usize): i32 {
  if (e <= s || e - s > 9 * W) return -1;
  let number = 0;
  for (let at = s; at < e; at += W) {
    const digit = unit(at) - 48;
    if (digit > 9) return -1;
    number = number * 10 + <i32>digit;
  }
  return number;
}
