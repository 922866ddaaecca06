// Rows that tell of messages which crossed the border (facts.ts, `crossings`).
import { APART, bookBorder, bookRow, enterFile, isOfThisFile, mayBeApart } from './booking';
import { INTERNAL, ROWS as ROWS_GAINED, SHARED, gain, isFull } from './dayGains';
import {
  HOP, SEVERAL, claim, day as dayHere, expect, find, isInternal, isShared, line as lineHere, peer, seen, setDay, setLine, setPeer, share,
} from './ledger';
import { fileOf } from './lines';
import { HEADER, PIECE_BYTES, ROWS, giveBack, take } from './memory';
import { CIPHER, FLOW, HOST, SENDER, SIZE as PEERS, TLS, countPeer, rowOf, uncountPeer } from './peers';

/** Numbers of a crossing, and marks of its state (facts.ts). */
const ROW: usize = 40;
const TRANSFER: u32 = 0x100;
const INTERNAL_TRANSFER: u32 = 0x200;
const UNNAMED: u32 = 0x800;
/** For how many rows the ledger's memory is fetched at once. */
const AHEAD: u32 = 16;
/** After so many it is looked whether there are too many peers. */
const PEERS_LOOKED: u32 = 208;
/** In the header: how many peers there may be; whether others have to add the row that adding stopped at. */
const MOST_PEERS: usize = 44;
const IS_ODD: usize = 48;

/** Names and flows of the stretch: their numbers, by position. */
let names: usize = 0;
let flows: usize = 0;
let room: usize = 0;

/** Returns where the numbers of a stretch's names are to be put, and behind them those of its flows. */
export function wantNumbers(nameCount: u32, flowCount: u32): usize {
  const bytes = (<usize>(nameCount + flowCount) * 4 + PIECE_BYTES - 1) & ~(PIECE_BYTES - 1);
  if (bytes > room) {
    giveBack(names, room);
    room = max(bytes, 2 * room);
    names = take(room);
  }
  flows = names + <usize>nameCount * 4;
  return names;
}

/**
 * Adds what one row tells of a message; the ledger is at it then. `line`: the number of the line that tells the TLS state, which is of `file`;
 * `isBorder`: the row is a hop over the border. False, and nothing is done, where others have to: rows of it are, or have to be, kept apart, or
 * the message is told of over several connectors.
 */
export function cross(
  high: i32, low: i32, flow: i32, tls: u32, host: u32, sender: u32, cipher: u32, day: i32, line: u32, file: u32, isBorder: bool,
): bool {
  claim(high, low);
  const known = peer();
  if (known == 0) {
    const rows = isOfThisFile() ? lineHere() : 0;
    if (rows != 0 && (rows == APART) == isBorder) return false;
    if (isInternal()) gain(INTERNAL, dayHere(), 0, -1);
    write(flow, tls, host, sender, cipher, day, line);
    if (isBorder) bookBorder(rows);
  } else {
    if (known == SEVERAL || (isBorder && mayBeApart())) return false;
    const old = rowOf(known);
    if (load<i32>(old, FLOW) != flow) return false;
    again(known, old, tls, host, sender, cipher, day, line, file);
    if (isBorder) bookBorder(0);
  }
  if (isBorder) gain(flow, day, ROWS_GAINED, 1);
  return true;
}

/** Counts the message here. */
function write(flow: i32, tls: u32, host: u32, sender: u32, cipher: u32, day: i32, line: u32): void {
  gain(flow, day, tls, 1);
  setPeer(countPeer(flow, tls, host, sender, cipher));
  setDay(day);
  setLine(line);
}

/** The message is told of once more over its connector: it is counted as what both rows tell together, see told.ts. */
function again(known: u32, old: usize, tls: u32, host: u32, sender: u32, cipher: u32, day: i32, line: u32, file: u32): void {
  const oldDay = dayHere();
  const oldLine = lineHere();
  const oldTls = load<u32>(old, TLS);
  const oldFile = fileOf(oldLine);
  const firstDay = min(day, oldDay);
  if (isShared()) gain(SHARED, oldDay, 0, -1);
  else if (oldFile != file) share();
  if (isShared()) gain(SHARED, firstDay, 0, 1);
  gain(load<i32>(old, FLOW), oldDay, oldTls, -1);
  uncountPeer(known);
  const flow = load<i32>(old, FLOW);
  const oldHost = load<u32>(old, HOST), oldSender = load<u32>(old, SENDER), oldCipher = load<u32>(old, CIPHER);
  const isLater = file > oldFile || (file == oldFile && line >= oldLine);
  if (tls == oldTls ? isLater : oldTls < tls) {
    write(flow, oldTls, oldHost || host, oldSender || sender, oldCipher || cipher, firstDay, oldLine);
  } else {
    write(flow, tls, host || oldHost, sender || oldSender, cipher || oldCipher, firstDay, line);
  }
}

/** Others have to add a row. */
export function stopAt(row: u32): u32 {
  store<u32>(HEADER, 1, IS_ODD);
  return row;
}

/** No row is odd yet. */
// @ts-ignore: decorators of AssemblyScript
@inline export function goOn(): void {
  store<u32>(HEADER, 0, IS_ODD);
}

/**
 * Adds crossings from the position `from` on. Returns where it stopped: before a row that others have to add, or that there is no room for, or
 * behind one after which there are too many peers. `base`: what the lines' numbers are counted from. Rows whose day is negative are left out.
 */
export function addCrossings(from: u32, to: u32, base: f64, file: u32): u32 {
  const first = <u64>base;
  goOn();
  for (let row = from; row < to; row++) {
    if ((row & (AHEAD - 1)) == 0) expectRows(row, to, ROW);
    const at = ROWS + <usize>row * ROW;
    const day = load<i32>(at, 32);
    if (day < 0) continue;
    const high = load<i32>(at), low = load<i32>(at, 4);
    const state = load<u32>(at, 12);
    if (isFull()) return row;
    if ((state & UNNAMED) != 0) return stopAt(row);
    const isTransfer = (state & TRANSFER) != 0;
    if (isTransfer && ((state & INTERNAL_TRANSFER) != 0 || (find(high, low) && (seen() & HOP) != 0))) return stopAt(row);
    const line = <u32>min<u64>(first + <u64>load<u32>(at, 28), 0xffffffff);
    const isAdded = cross(high, low, load<i32>(flows + (<usize>load<u32>(at, 8) << 2)), state & 0xff, name(load<u32>(at, 16)),
      name(load<u32>(at, 20)), name(load<u32>(at, 24)), day, line, file, !isTransfer);
    if (!isAdded) return stopAt(row);
    if (row % PEERS_LOOKED == 0 && load<u32>(HEADER, PEERS) > load<u32>(HEADER, MOST_PEERS)) return row + 1;
  }
  return to;
}

// @ts-ignore: decorators of AssemblyScript
@inline function name(position: u32): u32 {
  return load<u32>(names + (<usize>position << 2));
}

/** Has the memory fetched for the messages of the next rows, whose numbers each begin with the key. */
export function expectRows(row: u32, to: u32, bytes: usize): void {
  const end = ROWS + <usize>min(row + AHEAD, to) * bytes;
  for (let at = ROWS + <usize>row * bytes; at < end; at += bytes) expect(load<i32>(at), load<i32>(at, 4));
}
