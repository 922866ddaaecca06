// Follows the rows of a protocol log as long as nothing is odd about them: finds each one's session and notes what it means there.
// Whatever it is not sure about, others read (protocolLog/followedSessions.ts).
import { hostIn } from './address';
import { from as s, isQuoted as quoted, to as e } from './cells';
import { hash, high, low } from './identity';
import { ENDS, MOST_SAID, OFFSET, RECORDS, SAID, WIDE } from './memory';
import { NO_NAME, nameOf } from './names';
import { checksUtf8, line, naturalOf, pass } from './project';
import { isPlain, isText, locate, showRow } from './rowCells';
import { DISCONNECT, beginMeanings, fingerprint, isCertificate, meaning, name, read, said } from './rowMeaning';
import {
  CONNECTOR, COUNT, DAY, ELSEWHERE, FIRST, LAST, LINE, LOCAL, MILLISECOND, NEXT, REMOTE, SERVER, begin, clear, drop, end, isFull, remove,
  room, slotOf, tidy, tidyEnded,
} from './sessions';
import { day, millisecond, time } from './time';
import { CONNECTORS, FULL, NEWS_FIRST, NOTHING_ODD, ODD, forgetTold, stop, stopped, toldOf } from './told';
import { clearScopes, count as countHere, forgetNews, hasNews, hasRoom, note as tell, readReceived } from './transfers';
import { unit } from './units';
import { isUtf8 } from './utf8';
import { W } from './width';

/** The beginning of the row that it stopped at, and the remote host of its session. */
export let place: usize = 0;
export let remote: i32 = 0;
/** How many rows it has followed. */
export let followed: u32 = 0;

/** News: a host's name, a session that has ended, a host's certificate. */
const NAME: u32 = 1;
const SESSION: u32 = 2;
const CERTIFICATE: u32 = 5;

let isReceive: bool = true;
let width: u32 = 0;
let today: i32 = 0;

/** From here on: of which log, how many fields a row has, the newest day that is not in the future. Columns stand at COLUMNS. */
export function beginFollowing(receives: bool, fields: u32, newest: i32): void {
  isReceive = receives; width = fields; today = newest;
  followed = 0;
  clear(); clearScopes(); readReceived(receives); forgetTold(); beginMeanings(receives);
  memory.fill(SAID, 0, <usize>MOST_SAID * 16);
}

/**
 * Follows records from position `from` on, of `count`, that begin before `limit`, until it has to stop: returns the position of the
 * one that it stopped at. `base`, `begins`: as project() has them.
 */
export function follow(from: usize, record: u32, count: u32, begins: usize, limit: usize): u32 {
  tidy(); tidyEnded(); forgetNews();
  let start = begins;
  stop(isFull() ? FULL : NOTHING_ODD);
  let first = record == 0 ? ENDS : ENDS + (<usize>load<u32>(RECORDS + <usize>(record - 1) * 4) + 1) * 4;
  while (stopped == NOTHING_ODD && record < count && start < limit && hasRoom(0)) {
    const last = ENDS + <usize>load<u32>(RECORDS + <usize>record * 4) * 4;
    const mark = load<u32>(last);
    const next = from + <usize>(mark & OFFSET) + W;
    showRow(from, start, first, last, (mark & WIDE) != 0);
    const isOfWidth = <u32>((last - first) >> 2) + 1 == width && ((mark & WIDE) == 0 || !checksUtf8 || isUtf8(start, next));
    stop(isOfWidth ? row() : ODD);
    if (stopped != NOTHING_ODD) break;
    pass(start, next, mark);
    start = next; first = last + 4;
    record++; followed++;
  }
  place = start;
  return record;
}

/** Follows the row that is shown; returns why it has to stop. */
function row(): u32 {
  locate(0);
  if (!time(s, e) || day > today) return ODD;
  locate(1);
  if (!isPlain()) return ODD;
  const isBraced = e - s >= 2 * W && unit(s) == 123 && unit(e - W) == 125;
  const id = isBraced ? s + W : s, idEnd = isBraced ? e - W : e;
  if (idEnd <= id) return ODD;
  hash(id, idEnd, true);
  const idHigh = high, idLow = low;
  const slot = slotOf(idHigh, idLow);
  const session = <usize>load<u32>(slot, 8);
  if (session == ELSEWHERE) return ODD;
  locate(2);
  const sequence = naturalOf(s, e);
  if (sequence < 0 || (session != 0 && (sequence != load<i32>(session, NEXT) || load<i32>(session, LAST) >= 0))) return ODD;
  locate(3);
  let connector: u32;
  if (session == 0) {
    connector = nameOf(s, e);
    if (connector == NO_NAME) return ODD;
  } else {
    connector = load<u32>(session, CONNECTOR);
    if (!isText(connector)) return ODD;
  }
  stop(NOTHING_ODD);
  const isToldByLocal = toldOf(CONNECTORS, connector);
  if (stopped != NOTHING_ODD) return stopped;
  let local: i32 = session == 0 ? -1 : load<i32>(session, LOCAL);
  let server: i32 = session == 0 ? -1 : load<i32>(session, SERVER);
  if (isToldByLocal || (isReceive && local < 0)) {
    locate(4);
    if (e > s) {
      if (isReceive && local < 0) local = <i32>nameOf(s, e);
      if (isToldByLocal) {
        const host = quoted ? NO_NAME : hostIn(s, e);
        if (host == NO_NAME || (server >= 0 && host != <u32>server)) return ODD;
        server = <i32>host;
      }
      if (isReceive && local == -1) return ODD;
    }
  }
  remote = session == 0 ? -1 : load<i32>(session, REMOTE);
  if (remote < 0) {
    locate(5);
    if (e > s) {
      remote = quoted ? -1 : <i32>hostIn(s, e);
      if (remote == -1) return ODD;
    }
  }
  read(remote);
  if (stopped != NOTHING_ODD) return stopped;
  return enter(slot, session, idHigh, idLow, sequence, connector, local, server);
}

/** Notes the row in its session, in a new one where `known` is 0. */
function enter(
  slot: usize, known: usize, idHigh: u32, idLow: u32, sequence: i32, connector: u32, local: i32, server: i32,
): u32 {
  let session = known;
  if (meaning == DISCONNECT && session != 0 && !hasRoom(load<u32>(session, COUNT))) {
    // What there is to tell is to be taken first; a session of which there is too much is none of ours.
    if (!hasNews()) return ODD;
    return NEWS_FIRST;
  }
  if (session == 0) {
    session = begin(slot, idHigh, idLow, sequence);
    if (session == 0) return FULL;
    store<u32>(session, connector, CONNECTOR);
    store<u32>(session, line, LINE);
  }
  if (meaning != 0) {
    const event = room(session);
    if (event == 0) return FULL;
    store<u32>(event, meaning); store<i32>(event, sequence, 4); store<i32>(event, day, 8); store<i32>(event, millisecond, 12);
    store<u32>(event, line, 16); store<u32>(event, 0, 20); store<u32>(event, fingerprint, 24); store<i32>(event, name, 28);
    store<u32>(session, load<u32>(session, COUNT) + 1, COUNT);
  }
  const since = load<i32>(session, DAY);
  if (day < since || (day == since && millisecond < load<i32>(session, MILLISECOND))) {
    store<i32>(session, day, DAY); store<i32>(session, millisecond, MILLISECOND);
  }
  store<i32>(session, sequence + 1, NEXT);
  store<i32>(session, local, LOCAL); store<i32>(session, server, SERVER); store<i32>(session, remote, REMOTE);
  if (said >= 0 && remote >= 0) say(remote, said);
  if (meaning == DISCONNECT && load<i32>(session, FIRST) > 0) {
    // What came before is missing here.
    store<i32>(session, sequence, LAST);
  } else if (meaning == DISCONNECT) {
    remove(slot);
    if (countHere(session)) {
      drop(session);
    } else {
      tell(SESSION); tell(<u32>session);
      end(session);
    }
  }
  return NOTHING_ODD;
}

/** A host says what it is called; it does so again and again. */
function say(host: i32, name: i32): void {
  const at = SAID + <usize>((host * 0x9e3779b1 ^ name * 0x85ebca6b) >>> 20) * 16;
  if (load<u32>(at) == 1 && load<i32>(at, 4) == host && load<i32>(at, 8) == name && load<i32>(at, 12) == day) return;
  store<u32>(at, 1); store<i32>(at, host, 4); store<i32>(at, name, 8); store<i32>(at, day, 12);
  tell(isCertificate ? CERTIFICATE : NAME); tell(<u32>host); tell(<u32>name); tell(<u32>day);
}
