// Rows of a trace that are a hop over the border, where a format has said so of one with the same names (passings.as): what it wants of
// their cells is written down for all of them at once.
import { senderIn } from './address';
import { from, locate, to } from './cells';
import { isOdd } from './items';
import { CROSSINGS, CROSSING_PLAN, PLACES } from './memory';
import { NO_NAME, nameOf } from './names';
import { NO_ITEM, positionOf } from './positions';
import { isSpace, unit } from './units';
import { endFreshWays, tellWay, wayOf } from './ways';
import { W } from './width';

/** Rows that were written to CROSSINGS and have not been taken. */
export let crossed: u32 = 0;

/** Bytes of each: as facts.ts has them, `Crossing`. */
const STRIDE: usize = 10 * 4;
/** In place of a TLS state: the way has to be asked for. */
const NOT_ASKED: u32 = 0xffffffff;
/** At CROSSING_PLAN: places of the items of a row that came in, of one that went out … */
const ITEMS: usize = 5;
/**
 * … and columns: connector, three for the host of one that came in, three of one that went out, two for the sender, three that
 * may mention TLS.
 */
const INBOUND_ITEMS: usize = CROSSING_PLAN;
const OUTBOUND_ITEMS: usize = INBOUND_ITEMS + ITEMS * 4;
const CONNECTOR: usize = OUTBOUND_ITEMS + ITEMS * 4;
const CLIENT: usize = CONNECTOR + 4;
const SERVER: usize = CLIENT + 12;
const SENDER: usize = SERVER + 12;
const MENTIONS: usize = SENDER + 8;

/** All have been taken. */
export function forgetCrossings(): void {
  crossed = 0;
}

/** locate(), as rarely used as here. */
export function goTo(base: usize, start: usize, first: usize, last: usize, column: usize): void {
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

/** An item of a row: a name, NO_ITEM, NO_NAME. */
// @ts-ignore: decorators of AssemblyScript
@inline function itemOf(row: usize, items: usize, item: usize): u32 {
  return load<u32>(row + <usize>load<u32>(items + item * 4));
}

/** A name's text without white space around it: NO_ITEM where nothing is left, NO_NAME where it may have some. */
function bare(name: u32): u32 {
  if (name >= NO_ITEM) return name;
  const place = PLACES + <usize>name * 8;
  const start = <usize>load<u32>(place), end = start + <usize>load<u32>(place, 4);
  if (start == end) return NO_ITEM;
  return isOdd(unit(start)) || isOdd(unit(end - W)) ? NO_NAME : name;
}

/** What Exchange Online names its own connectors, `X\Default X`: one name, plus 1, stands for all, since none is told by it. */
let ownConnector: u32 = 0;
const DEFAULT: usize = memory.data<u8>([92, 68, 101, 102, 97, 117, 108, 116, 32]);
const DEFAULT_UNITS: usize = 9;

export function forgetConnector(): void {
  ownConnector = 0;
}

function connectorIn(start: usize, end: usize): u32 {
  if (!isOwn(start, end)) return nameOf(start, end);
  if (ownConnector == 0) ownConnector = nameOf(start, end) + 1;
  return ownConnector - 1;
}

function isOwn(start: usize, end: usize): bool {
  const units = (end - start) / W;
  if (units < DEFAULT_UNITS + 2 || (units & 1) == 0) return false;
  const half = (units - DEFAULT_UNITS) / 2 * W;
  for (let at: usize = 0; at < DEFAULT_UNITS; at++) {
    if (unit(start + half + at * W) != <u32>load<u8>(DEFAULT + at)) return false;
  }
  const again = end - half;
  for (let at: usize = 0; at < half; at += W) {
    if (unit(start + at) != unit(again + at) || isOdd(unit(start + at))) return false;
  }
  return true;
}

/**
 * Writes a row of the message with the key `id` down, whose numbers are at `row`, with its day and millisecond at `time`; false where
 * somebody has to look at it. The other parameters as those of locate().
 */
export function cross(row: usize, id: u64, time: usize, isInbound: bool, line: u32, base: usize, start: usize, first: usize, last: usize): bool {
  let mentioned = NOT_MENTIONED;
  if (!isInbound) {
    for (let column: usize = 0; column < 3 && mentioned == NOT_MENTIONED; column++) {
      goTo(base, start, first, last, <usize>load<u32>(MENTIONS + column * 4));
      mentioned = mention();
    }
    if (mentioned == UNSURE) return false;
  }
  const items = isInbound ? INBOUND_ITEMS : OUTBOUND_ITEMS;
  const version = itemOf(row, items, 0), told = itemOf(row, items, 1), cipher = bare(itemOf(row, items, 2));
  let host = NO_ITEM;
  if (!isInbound) {
    host = bare(itemOf(row, items, 3));
    if (host == NO_ITEM) host = bare(itemOf(row, items, 4));
  }
  if (host == NO_ITEM) {
    goToFirst(isInbound ? CLIENT : SERVER, 3, base, start, first, last);
    host = nameOf(from, to);
  }
  goToFirst(SENDER, 2, base, start, first, last);
  const sender = to > from ? senderIn(from, to) : NO_ITEM;
  goTo(base, start, first, last, <usize>load<u32>(CONNECTOR));
  const connector = connectorIn(from, to);
  if (version == NO_NAME || told == NO_NAME || cipher == NO_NAME || host == NO_NAME || sender == NO_NAME || connector == NO_NAME) return false;
  const way = wayOf(<u32>isInbound + 2 * <u32>(mentioned + 1) + 1, told, connector, version, line);
  if (way == 0) return false;
  const out = CROSSINGS + <usize>crossed * STRIDE;
  store<u64>(out, id);
  tellWay(way, out + 8);
  store<u32>(out, positionOf(host), 16);
  store<u32>(out, positionOf(sender), 20);
  store<u32>(out, positionOf(cipher), 24);
  store<u32>(out, line, 28);
  store<u64>(out, load<u64>(row + time), 32);
  crossed++;
  return true;
}

/** The fresh ways have been answered: completes the rows that wait for that. */
export function settle(): void {
  for (let row: u32 = 0; row < crossed; row++) {
    const out = CROSSINGS + <usize>row * STRIDE;
    if (load<u32>(out, 12) == NOT_ASKED) tellWay(<usize>load<u32>(out, 8), out + 8);
  }
  endFreshWays();
}
