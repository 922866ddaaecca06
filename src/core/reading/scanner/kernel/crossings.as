// Rows of a trace that are a hop over the border, where a format has said so of one with the same names (passings.as): what it wants of
// their cells is written down for all of them at once.
import { domainIn } from './address';
import { from, locate, to } from './cells';
import { CROSSINGS, CROSSING_PLAN } from './memory';
import { NO_NAME, nameOf } from './names';
import { isSpace, unit } from './units';
import { W } from './width';

/** Rows that were written to CROSSINGS since project() was called. */
export let crossed: u32 = 0;

/** Bytes of each: key, direction, items, connector, host, sender, line, day, millisecond, mentioned version. */
const STRIDE: usize = 15 * 4;
/** At CROSSING_PLAN: places of the items of a row that came in, of one that went out … */
const ITEMS: usize = 5;
/** … and columns: connector, three for the host of one that came in, three of one that went out, two for the sender, three that may mention TLS. */
const INBOUND_ITEMS: usize = CROSSING_PLAN;
const OUTBOUND_ITEMS: usize = INBOUND_ITEMS + ITEMS * 4;
const CONNECTOR: usize = OUTBOUND_ITEMS + ITEMS * 4;
const CLIENT: usize = CONNECTOR + 4;
const SERVER: usize = CLIENT + 12;
const SENDER: usize = SERVER + 12;
const MENTIONS: usize = SENDER + 8;

// @ts-ignore: decorators of AssemblyScript
@inline export function beginCrossings(): void {
  crossed = 0;
}

/** locate(), as rarely used as here. */
function goTo(base: usize, start: usize, first: usize, last: usize, column: usize): void {
  locate(base, start, first, last, column);
}

/** Goes to the first of `count` columns that is not empty; to the last one where all are. */
function goToFirst(columns: usize, count: usize, base: usize, start: usize, first: usize, last: usize): void {
  for (let column: usize = 0; column < count; column++) {
    goTo(base, start, first, last, <usize>load<u32>(columns + column * 4));
    if (to > from) return;
  }
}

/** What mention() answers where no version is mentioned, and where the text has to be looked at. */
const NOT_MENTIONED: i32 = -1;
const UNSURE: i32 = -2;

/** The last digit of the version in the text that was located last, as `TLS 1.2`, `tls1_2` and the like mention it. */
function mention(): i32 {
  for (let at = from; at + 4 * W < to; at += W) {
    if ((unit(at) | 32) != 116 || (unit(at + W) | 32) != 108 || (unit(at + 2 * W) | 32) != 115) continue;
    let next = at + 3 * W;
    const space = unit(next);
    if (space > 126) return UNSURE;
    if (isSpace(space)) next += W;
    if (next + 2 * W >= to || unit(next) != 49) continue;
    const point = unit(next + W);
    const digit = unit(next + 2 * W) - 48;
    if ((point == 46 || point == 95) && digit <= 3) return <i32>digit;
  }
  return NOT_MENTIONED;
}

/**
 * Writes a row down, whose numbers are at `row`, with its day and millisecond at `time`; false where somebody has to look at it. The other
 * parameters as those of locate().
 */
export function cross(row: usize, key: usize, time: usize, isInbound: bool, line: u32, base: usize, start: usize, first: usize, last: usize): bool {
  let mentioned = NOT_MENTIONED;
  if (!isInbound) {
    for (let column: usize = 0; column < 3 && mentioned == NOT_MENTIONED; column++) {
      goTo(base, start, first, last, <usize>load<u32>(MENTIONS + column * 4));
      mentioned = mention();
    }
    if (mentioned == UNSURE) return false;
  }
  const out = CROSSINGS + <usize>crossed * STRIDE;
  store<u64>(out, load<u64>(row + key));
  store<u32>(out, <u32>isInbound, 8);
  const items = isInbound ? INBOUND_ITEMS : OUTBOUND_ITEMS;
  for (let item: usize = 0; item < ITEMS; item++) {
    const name = load<u32>(row + <usize>load<u32>(items + item * 4));
    if (name == NO_NAME) return false;
    store<u32>(out + 12 + item * 4, name);
  }
  goTo(base, start, first, last, <usize>load<u32>(CONNECTOR));
  const connector = nameOf(from, to);
  goToFirst(isInbound ? CLIENT : SERVER, 3, base, start, first, last);
  const host = nameOf(from, to);
  goToFirst(SENDER, 2, base, start, first, last);
  const sender = to > from ? domainIn(from, to, false) : nameOf(from, from);
  if (connector == NO_NAME || host == NO_NAME || sender == NO_NAME) return false;
  store<u32>(out, connector, 32);
  store<u32>(out, host, 36);
  store<u32>(out, sender, 40);
  store<u32>(out, line, 44);
  store<u64>(out, load<u64>(row + time), 48);
  store<i32>(out, mentioned, 56);
  crossed++;
  return true;
}
