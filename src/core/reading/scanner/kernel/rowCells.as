// The cells of the row of a protocol log that is followed (follow.as): units are bytes.
import { ODD_ROW, OFFSET, PLACES } from './memory';
import { hasQuote } from './project';
import { isQuoting } from './scan';

/** The columns of a row. */
export const TIME: usize = 0;
export const CONNECTOR_ID: usize = 1;
export const SESSION_ID: usize = 2;
export const SEQUENCE: usize = 3;
export const LOCAL_ENDPOINT: usize = 4;
export const REMOTE_ENDPOINT: usize = 5;
export const EVENT: usize = 6;
export const DATA: usize = 7;
export const CONTEXT: usize = 8;

const QUOTE: u32 = 34;
const CR: u32 = 13;

/** The row: where offsets count from, its first byte, the first of its ends, and the last; whether it holds units above 127. */
let base: usize = 0;
let start: usize = 0;
let first: usize = 0;
let last: usize = 0;
let isWide: bool = false;

/** What locate() found: the text's first byte, the one behind its last, and whether it stands in quotes, so that some may be doubled. */
export let s: usize = 0;
export let e: usize = 0;
export let quoted: bool = false;

/**
 * What is told of a row that is shown, four bytes each: its place, its session, its event's only character, 0 for any other text; where its
 * data begin and end, and its context, without quotes; where the next row begins; 1 where quotation marks may be doubled in the two.
 */
export const SESSION: usize = 4;
export const ITS_EVENT: usize = 8;
export const DATA_FROM: usize = 12;
export const DATA_TO: usize = 16;
export const CONTEXT_FROM: usize = 20;
export const CONTEXT_TO: usize = 24;
export const BEHIND: usize = 28;
export const DOUBLES: usize = 32;
/** Of a usual row: where its session's id stands. */
export const ID: usize = 36;
export const ROW_SIZE: usize = 40;
/** Where that is. */
export let shown: usize = ODD_ROW;

// @ts-ignore: decorators of AssemblyScript
@inline export function showRow(from: usize, begins: usize, firstEnd: usize, lastEnd: usize, wide: bool): void {
  base = from; start = begins; first = firstEnd; last = lastEnd; isWide = wide;
}

/** The row's ends have been shown: what else is told of it is found by them. */
export function showCells(): void {
  shown = ODD_ROW;
  locate(EVENT);
  store<u32>(shown, e == s + 1 ? load<u8>(s) : 0, ITS_EVENT);
  locate(DATA);
  store<u32>(shown, <u32>s, DATA_FROM); store<u32>(shown, <u32>e, DATA_TO);
  const isQuoted = quoted;
  locate(CONTEXT);
  store<u32>(shown, <u32>s, CONTEXT_FROM); store<u32>(shown, <u32>e, CONTEXT_TO);
  store<u32>(shown, <u32>(isQuoted || quoted), DOUBLES);
}

/** Shows a row of which all is told at a place; it is of ASCII. */
// @ts-ignore: decorators of AssemblyScript
@inline export function showTold(at: usize): void {
  shown = at; isWide = false;
}

/** Where the data of a row begin that is shown at a place, or its context, … */
// @ts-ignore: decorators of AssemblyScript
@inline export function textFrom(row: usize, isContext: bool): usize {
  return <usize>load<u32>(isContext ? row + (CONTEXT_FROM - DATA_FROM) : row, DATA_FROM);
}
/** … and where they end. */
// @ts-ignore: decorators of AssemblyScript
@inline export function textTo(row: usize, isContext: bool): usize {
  return <usize>load<u32>(isContext ? row + (CONTEXT_FROM - DATA_FROM) : row, DATA_TO);
}

/** Locates what is there. */
// @ts-ignore: decorators of AssemblyScript
@inline export function showText(from: usize, to: usize, isDoubled: bool): void {
  s = from; e = to; quoted = isDoubled;
}

/** Locates the row's data. */
// @ts-ignore: decorators of AssemblyScript
@inline export function locateData(): void {
  showText(textFrom(shown, false), textTo(shown, false), load<u32>(shown, DOUBLES) != 0);
}

/** Where a cell begins, and where it ends, quotes included. Of the ends only the row's last one has marks. */
// @ts-ignore: decorators of AssemblyScript
@inline export function beginOf(column: usize): usize {
  return column == TIME ? start : base + <usize>load<u32>(first + column * 4 - 4) + 1;
}
// @ts-ignore: decorators of AssemblyScript
@inline export function endOf(column: usize): usize {
  return base + <usize>(column == CONTEXT ? load<u32>(first + column * 4) & OFFSET : load<u32>(first + column * 4));
}

/** Locates a cell, as cells.as does. */
export function locate(column: usize): void {
  let from = beginOf(column), to = endOf(column);
  const isLast = column == CONTEXT && first + column * 4 == last;
  if (isLast && to > from && load<u8>(to - 1) == CR) to--;
  const quotes = <u32>(load<u8>(from) == QUOTE) & <u32>(to - from >= 2) & <u32>isQuoting;
  from += quotes; to -= quotes;
  if (isLast && quotes != 0 && to > from && load<u8>(to - 1) == CR) to--;
  s = from; e = to; quoted = quotes != 0;
}

/** True where each unit of the cell is one of its text's, and all are below 128. */
// @ts-ignore: decorators of AssemblyScript
@inline export function isPlain(): bool {
  return !(isWide || quoted) || isPlainText();
}

function isPlainText(): bool {
  return (!isWide || isAscii(s, e)) && (!quoted || !hasQuote(s, e));
}

function isAscii(from: usize, to: usize): bool {
  let at = from;
  for (; at + 16 <= to; at += 16) if (i8x16.bitmask(v128.load(at))) return false;
  return (i8x16.bitmask(v128.load(at)) & ((1 << <i32>(to - at)) - 1)) == 0;
}

/** True where bytes are the text with a number. */
// @ts-ignore: decorators of AssemblyScript
@inline export function isText(name: u32, s: usize, e: usize): bool {
  const length = e - s;
  const text = <usize>load<u32>(PLACES + <usize>name * 8);
  if (load<u32>(PLACES + <usize>name * 8, 4) != <u32>length) return false;
  let differs = v128.xor(v128.load(s), v128.load(text));
  if (length < 16) return (~i8x16.bitmask(i8x16.eq(differs, i8x16.splat(0))) & ((1 << <i32>length) - 1)) == 0;
  // Sixteen bytes may be among those before: up to 48 no branch depends on how many there are.
  const end = length - 16;
  const second = select<usize>(16, end, end > 16);
  differs = v128.or(differs, v128.xor(v128.load(s + second), v128.load(text + second)));
  for (let at: usize = 32; at < end; at += 16) differs = v128.or(differs, v128.xor(v128.load(s + at), v128.load(text + at)));
  return !v128.any_true(v128.or(differs, v128.xor(v128.load(s + end), v128.load(text + end))));
}
