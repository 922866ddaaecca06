// Books rows of a trace that are no hop over the border: rowBooking.ts tells how, and keeps the rows that the ledger has no room for.
import { HEADER } from './memory';
import { book, file, fileFlags, line, peer, setLine } from './ledger';

/** What rows of the file showed that is being read; the last: it holds the message's hop over the border. */
const FILE_HOP: u32 = 1;
export const FILE_BORDER: u32 = 4;
/** In place of a line the ledger keeps two numbers of rows below this one, that of hops multiplied by it … */
const MANY: u32 = 0xffff;
/** … or says that they are apart. */
export const APART: u32 = 0xffffffff;

/** In the header: the file, from 1 on; whether rows of it have been booked; whether rows are kept apart. */
const FILE: usize = 20;
const HAS_ROWS: usize = 24;
const IS_APART: usize = 28;
/** Rows by what became of them. */
const USED: usize = 32;
const OTHER_EVENTS: usize = 36;
const NO_BORDER_HOPS: usize = 40;

export function beginBooking(): void {
  store<u32>(HEADER, 1, FILE);
}

// @ts-ignore: decorators of AssemblyScript
@inline function tally(flags: u32, hops: i32, others: i32): void {
  if ((flags & FILE_BORDER) != 0) {
    add(OTHER_EVENTS, hops + others);
  } else if (flags == FILE_HOP) {
    add(USED, hops);
    add(OTHER_EVENTS, others);
  } else {
    add(NO_BORDER_HOPS, hops + others);
  }
}

// @ts-ignore: decorators of AssemblyScript
@inline function add(field: usize, rows: i32): void {
  store<i32>(HEADER + field, load<i32>(HEADER + field) + rows);
}

// @ts-ignore: decorators of AssemblyScript
@inline export function isOfThisFile(): bool {
  return file() == load<i32>(HEADER, FILE);
}

/** What earlier files showed is of no concern. */
export function enterFile(): void {
  if (isOfThisFile()) return;
  store<u32>(HEADER, 1, HAS_ROWS);
  book(load<i32>(HEADER, FILE), 0);
  if (peer() == 0) setLine(0);
}

/** The message here may have rows that are kept apart, of which the file's hop over the border, where it comes now, has to know. */
// @ts-ignore: decorators of AssemblyScript
@inline export function mayBeApart(): bool {
  return load<u32>(HEADER, IS_APART) != 0 && !(isOfThisFile() && (fileFlags() & FILE_BORDER) != 0);
}

/** Books rows of the message here, which show `flags`; `knownHops`, `knownOthers`: rows that have been booked of it. */
export function bookRows(flags: u32, hops: i32, others: i32, knownHops: i32, knownOthers: i32): void {
  enterFile();
  const before = fileFlags();
  const now = before | flags;
  if (now != before && (before & FILE_BORDER) == 0) {
    tally(before, -knownHops, -knownOthers);
    tally(now, knownHops, knownOthers);
    book(load<i32>(HEADER, FILE), now);
  }
  tally(now, hops, others);
}

/** The message here will be counted, over the border in this file, and has its rows in place of a line: `rows`. */
export function bookBorder(rows: u32): void {
  bookRows(FILE_BORDER, 0, 0, <i32>(rows >>> 16), <i32>(rows & MANY));
}

/**
 * Books one row of the message here, which shows `flags`, and keeps it in place of a line. False, and nothing is done, where it
 * is to be kept apart.
 */
export function bookRow(flags: u32, hops: u32, others: u32): bool {
  const isHere = isOfThisFile();
  const isBorder = isHere && (fileFlags() & FILE_BORDER) != 0;
  const isLine = peer() == 0;
  const known = isHere && isLine ? line() : 0;
  if (!isBorder) {
    if (isLine ? known == APART || (known >>> 16) + hops >= MANY || (known & MANY) + others >= MANY
      : (flags & FILE_BORDER) == 0 || load<u32>(HEADER, IS_APART) != 0) return false;
  }
  bookRows(flags, hops, others, <i32>(known >>> 16), <i32>(known & MANY));
  if (!isBorder && isLine && (flags & FILE_BORDER) == 0) setLine(known + (hops << 16) + others);
  return true;
}
