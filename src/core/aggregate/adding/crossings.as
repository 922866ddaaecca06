// Rows that tell of messages which crossed the border (facts.ts, `crossings`).
import { APART, bookBorder, enterFile, isOfThisFile, mayBeApart } from './booking';
import { INTERNAL, ROWS as ROWS_GAINED, SHARED, gain } from './dayGains';
import {
  HOP, SEVERAL, claim, day as dayHere, find, isInternal, isShared, line as lineHere, peer, seen, setDay, setLine, setPeer, share,
} from './ledger';
import { fileOf } from './lines';
import { PIECE_BYTES, ROWS, giveBack, take } from './memory';
import { see } from './passings';
import { CIPHER, FLOW, HOST, IDENTITY, SENDER, TLS, countPeer, countPeerOf, fetchPeer, foldIfCrowded, rowOf, uncountPeer } from './peers';
import { AHEAD, UNNAMED, expectRows, goOn, stopAt } from './rows';
import { addSeveral, beginSeveral, firstOf } from './several';
import { DAY, LINE, combine, tell } from './told';

/** Numbers of a crossing, and marks of its state (facts.ts). */
const ROW: usize = 40;
const TRANSFER: u32 = 0x100;
const INTERNAL_TRANSFER: u32 = 0x200;
/** After so many it is looked whether there are too many peers. */
const PEERS_LOOKED: u32 = 208;

/**
 * Of the stretch: the numbers of its names, of its routes' flows, and of who told of transfers within (internalTransfers.ts), by
 * position.
 */
let names: usize = 0;
let flows: usize = 0;
let tellers: usize = 0;
let room: usize = 0;
/** What a row tells (told.as), what was told before, and both together. */
const fresh = memory.data(28);
const before = memory.data(28);
const both = memory.data(28);

/**
 * Returns where the numbers of a stretch's names are to be put, behind them those of its routes' flows, and of who told of
 * transfers within.
 */
export function wantNumbers(nameCount: u32, routeCount: u32): usize {
  const bytes = (<usize>(nameCount + 2 * routeCount) * 4 + PIECE_BYTES - 1) & ~(PIECE_BYTES - 1);
  if (bytes > room) {
    giveBack(names, room);
    room = max(bytes, 2 * room);
    names = take(room);
  }
  flows = names + <usize>nameCount * 4;
  tellers = flows + <usize>routeCount * 4;
  return names;
}

/**
 * Adds what one row tells of a message; the ledger is at it then. `line`: the number of the line that tells the TLS state, which is
 * of `file`; `isBorder`: the row is a hop over the border. False, and nothing is done, where others have to: rows of it are, or have
 * to be, kept apart.
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
    gain(flow, day, tls, 1);
    setPeer(countPeer(flow, tls, host, sender, cipher));
    setDay(day);
    setLine(line);
    if (isBorder) bookBorder(rows);
  } else {
    if (isBorder && mayBeApart()) return false;
    tell(fresh, flow, tls, host, sender, cipher, day, line);
    again(known, file);
    if (isBorder) bookBorder(0);
  }
  if (isBorder) gain(flow, day, ROWS_GAINED, 1);
  return true;
}

/** The message here, counted under the peer `known`, is told of once more by a row of a file. */
function again(known: u32, file: u32): void {
  const oldDay = dayHere();
  const day = min(load<i32>(fresh, DAY), oldDay);
  // Of several connectors: what lines prove is of one file until files share the message.
  const oldLine = known == SEVERAL ? load<u32>(firstOf(<usize>lineHere()), LINE) : lineHere();
  if (isShared()) gain(SHARED, oldDay, 0, -1);
  else if (fileOf(oldLine) != file) share();
  if (isShared()) gain(SHARED, day, 0, 1);
  if (known == SEVERAL) {
    addSeveral(<usize>lineHere(), fresh);
  } else {
    const old = rowOf(known);
    memory.copy(before, old, IDENTITY);
    store<i32>(before, oldDay, DAY); store<u32>(before, oldLine, LINE);
    if (load<i32>(old) == load<i32>(fresh, FLOW)) {
      correct(known);
    } else {
      // From now on each connector's rows are kept apart.
      const groups = beginSeveral(before, known);
      addSeveral(groups, fresh);
      setLine(<u32>groups);
      setPeer(SEVERAL);
    }
  }
  // Of several connectors it is of none, but of the message: the day of its earliest row.
  setDay(day);
}

/** The message here is told of once more over its connector: it is counted as what both rows tell together. */
function correct(known: u32): void {
  combine(both, before, fresh);
  const isSame = memory.compare(both, before, IDENTITY) == 0;
  if (!isSame || load<i32>(both, DAY) != load<i32>(before, DAY)) {
    gain(load<i32>(before, FLOW), load<i32>(before, DAY), load<u32>(before, TLS), -1);
    gain(load<i32>(both, FLOW), load<i32>(both, DAY), load<u32>(both, TLS), 1);
  }
  if (!isSame) {
    uncountPeer(known);
    setPeer(countPeerOf(both));
  }
  setLine(load<u32>(both, LINE));
}

/**
 * Adds crossings from the position `from` on. Returns where it stopped: before a row that others have to add. `base`: what the lines'
 * numbers are counted from. Rows whose day is negative are left out.
 */
export function addCrossings(from: u32, to: u32, base: f64, file: u32): u32 {
  const first = <u64>base;
  goOn();
  for (let row = from; row < to; row++) {
    if ((row & (AHEAD - 1)) == 0) {
      expectRows(row, to, ROW);
      expectPeers(row, to);
    }
    if (row % PEERS_LOOKED == 0) foldIfCrowded();
    const at = ROWS + <usize>row * ROW;
    const day = load<i32>(at, 32);
    if (day < 0) continue;
    const high = load<i32>(at), low = load<i32>(at, 4);
    const route = <usize>load<u32>(at, 8) << 2;
    const state = load<u32>(at, 12);
    if ((state & UNNAMED) != 0) return stopAt(row);
    const isTransfer = (state & TRANSFER) != 0;
    if (isTransfer && ((state & INTERNAL_TRANSFER) != 0 || (find(high, low) && (seen() & HOP) != 0))) {
      if (see(high, low, HOP, day)) gain(load<i32>(tellers + route), day, 0, 1);
      continue;
    }
    const line = <u32>min<u64>(first + <u64>load<u32>(at, 28), 0xffffffff);
    const isAdded = cross(high, low, load<i32>(flows + route), state & 0xff, name(load<u32>(at, 16)), name(load<u32>(at, 20)),
      name(load<u32>(at, 24)), day, line, file, !isTransfer);
    if (!isAdded) return stopAt(row);
  }
  return to;
}

/** The same for the peers that rows are counted under, most of which they name themselves. */
function expectPeers(row: u32, to: u32): void {
  const end = ROWS + <usize>min(row + AHEAD, to) * ROW;
  for (let at = ROWS + <usize>row * ROW; at < end; at += ROW) {
    const flow = load<i32>(flows + (<usize>load<u32>(at, 8) << 2));
    fetchPeer(flow, load<u32>(at, 12) & 0xff, name(load<u32>(at, 16)), name(load<u32>(at, 20)), name(load<u32>(at, 24)));
  }
}

/** The number of the name at a position. */
// @ts-ignore: decorators of AssemblyScript
@inline export function name(position: u32): u32 {
  return load<u32>(names + (<usize>position << 2));
}
