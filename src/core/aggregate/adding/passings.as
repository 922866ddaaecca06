// Rows that are no hop over the border (facts.ts, `passings`).
import { bookRow } from './booking';
import { INTERNAL, gain } from './dayGains';
import { HOP, claim, day as dayHere, isInternal, peer, seen as seenHere, setDay, setSeen } from './ledger';
import { ROWS } from './memory';
import { AHEAD, UNNAMED, expectRows, goOn, stopAt } from './rows';

/** Numbers of a passing, and marks of what it shows. */
const ROW: usize = 12;
/** Stands for no row. */
const DATED: u32 = 0x1000;
const DAY: u32 = 13;

/**
 * Notes that a row of a message shows an internal hop, or that it crossed the border elsewhere. True where the message is internal by
 * it, and was not before.
 */
export function see(high: i32, low: i32, seen: u32, day: i32): bool {
  claim(high, low);
  return note(seen, day);
}

// @ts-ignore: decorators of AssemblyScript
@inline function note(seen: u32, day: i32): bool {
  const before = seenHere();
  const isEarliest = (seen & HOP) != 0 && peer() == 0 && ((before & HOP) == 0 || day < dayHere());
  if (!isEarliest && (before | seen) == before) return false;
  const was = isInternal();
  if (was) gain(INTERNAL, dayHere(), 0, -1);
  if (isEarliest) setDay(day);
  setSeen(before | seen);
  const is = isInternal();
  if (is) gain(INTERNAL, dayHere(), 0, 1);
  return is && !was;
}

/** Adds passings from the position `from` on. Returns where it stopped: before a row that others have to add. */
export function addPassings(from: u32, to: u32): u32 {
  goOn();
  for (let row = from; row < to; row++) {
    if ((row & (AHEAD - 1)) == 0) expectRows(row, to, ROW);
    const at = ROWS + <usize>row * ROW;
    const told = load<u32>(at, 8);
    if ((told & DATED) != 0) continue;
    if ((told & UNNAMED) != 0) return stopAt(row);
    const seen = told & 3;
    claim(load<i32>(at), load<i32>(at, 4));
    if (!bookRow(seen, <u32>(seen == HOP), <u32>(seen != HOP))) return stopAt(row);
    note(seen, told >>> DAY);
  }
  return to;
}
