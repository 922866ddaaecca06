// Follows the rows of a protocol log as long as nothing is odd about them: finds each one's session and notes what it means there.
// Whatever it is not sure about, others read (protocolLog/followedSessions.ts).
import { knowRemote, local, readLocal, readRemote, remote, server } from './endpoints';
import { forgetNotes, noteHost, noted } from './hostNotes';
import { hash, high, low } from './identity';
import { ENDS, MOST_NOTES, OFFSET, RECORDS, WIDE } from './memory';
import { NO_NAME, nameOf } from './names';
import { hasNews, hasRoom, tellSession } from './news';
import { checksUtf8, line, naturalOf, pass } from './project';
import {
  CONNECTOR_ID, SEQUENCE, SESSION_ID, beginOf, e, endOf, isPlain, isText, locate, locateHere, natural, s, showRow,
} from './rowCells';
import { DISCONNECT, beginMeanings, fingerprint, isCertificate, meaning, name, read, said } from './rowMeaning';
import { day, millisecond, readTime } from './rowTime';
import { clearScopes } from './scopes';
import {
  BY_LOCAL, CONNECTOR, COUNT, DAY, ELSEWHERE, FIRST, HIGH, LAST, LINE, LOCAL, LOW, MILLISECOND, NEXT, REMOTE, SERVER, begin, clear, drop,
  isFull, isRecent, recent, remove, room, slotOf, tidy,
} from './sessions';
import { CONNECTORS, FULL, MANY_NOTES, NEWS_FIRST, NOTHING_ODD, ODD, beginTold, stop, stopped, toldOf } from './told';
import { count as countHere, readReceived } from './transfers';
import { isUtf8 } from './utf8';

/** The beginning of the row that it stopped at. */
export let place: usize = 0;
/** How many rows it has followed. */
export let followed: u32 = 0;

let isReceive: bool = true;
let width: u32 = 0;
let today: i32 = 0;

/** From here on: of which log, how many fields a row has, the newest day that is not in the future. */
export function beginFollowing(receives: bool, fields: u32, newest: i32): void {
  isReceive = receives; width = fields; today = newest;
  followed = 0;
  clear(); clearScopes(); readReceived(receives); beginTold(receives); beginMeanings(receives);
  forgetNotes();
}

/**
 * Follows records from position `from` on, of `count`, that begin before `limit`, until it has to stop: returns the position of the
 * one that it stopped at. `base`, `begins`: as project() has them.
 */
export function follow(from: usize, record: u32, count: u32, begins: usize, limit: usize): u32 {
  tidy();
  let start = begins;
  stop(isFull() ? FULL : noted == MOST_NOTES ? MANY_NOTES : hasRoom(0) ? NOTHING_ODD : NEWS_FIRST);
  let first = record == 0 ? ENDS : ENDS + (<usize>load<u32>(RECORDS + <usize>(record - 1) * 4) + 1) * 4;
  while (stopped == NOTHING_ODD && record < count && start < limit && hasRoom(0) && noted < MOST_NOTES) {
    const last = ENDS + <usize>load<u32>(RECORDS + <usize>record * 4) * 4;
    const mark = load<u32>(last);
    const next = from + <usize>(mark & OFFSET) + 1;
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

/** The session of the row, 0 where it is a new one; and its id. */
let session: usize = 0;
let idHigh: u32 = 0;
let idLow: u32 = 0;
/** Where the id stands, if it is sixteen bytes without braces; else 0. */
let id: usize = 0;

/** Finds the session of the row; false where others keep it, or the cell is odd. */
function find(): bool {
  locate(SESSION_ID);
  if (!isPlain()) return false;
  const isBraced = e - s >= 2 && load<u8>(s) == 123 && load<u8>(e - 1) == 125;
  const from = isBraced ? s + 1 : s, to = isBraced ? e - 1 : e;
  if (to <= from) return false;
  id = !isBraced && to - from == 16 ? from : 0;
  hash(from, to, true);
  idHigh = high; idLow = low;
  session = <usize>load<u32>(slotOf(high, low), 8);
  if (session == ELSEWHERE) return false;
  if (session != 0 && id != 0) isRecent(session, id);
  return true;
}

/** Follows the row that is shown; returns why it has to stop. */
// @ts-ignore: decorators of AssemblyScript
@inline function row(): u32 {
  if (!readTime() || day > today) return ODD;
  const from = beginOf(SESSION_ID);
  session = endOf(SESSION_ID) - from == 16 ? recent(from) : 0;
  if (session == 0 && !find()) return ODD;
  let sequence = natural(beginOf(SEQUENCE), endOf(SEQUENCE));
  if (sequence < 0) {
    locate(SEQUENCE);
    sequence = naturalOf(s, e);
  }
  if (session == 0) return sequence < 0 ? ODD : firstRow(sequence);
  if (sequence < 0 || sequence != load<i32>(session, NEXT) || load<i32>(session, LAST) >= 0) return ODD;
  locateHere(CONNECTOR_ID);
  if (!isText(load<u32>(session, CONNECTOR))) return ODD;
  stop(NOTHING_ODD);
  if (load<u32>(session, BY_LOCAL) != 0 || (isReceive && load<i32>(session, LOCAL) < 0)) {
    if (!readLocal(load<i32>(session, LOCAL), load<i32>(session, SERVER), isReceive, load<u32>(session, BY_LOCAL) != 0)) return ODD;
    store<i32>(session, local, LOCAL); store<i32>(session, server, SERVER);
  }
  knowRemote(load<i32>(session, REMOTE));
  if (remote < 0) {
    if (!readRemote()) return ODD;
    store<i32>(session, remote, REMOTE);
  }
  read(remote);
  if (stopped != NOTHING_ODD) return stopped;
  return enter(sequence);
}

/** … where it is the first one of its session. */
function firstRow(sequence: i32): u32 {
  locate(CONNECTOR_ID);
  const connector = nameOf(s, e);
  if (connector == NO_NAME) return ODD;
  stop(NOTHING_ODD);
  const isToldByLocal = toldOf(CONNECTORS, connector);
  if (stopped != NOTHING_ODD) return stopped;
  if (!readLocal(-1, -1, isReceive, isToldByLocal != 0)) return ODD;
  if (!readRemote()) return ODD;
  read(remote);
  if (stopped != NOTHING_ODD) return stopped;
  session = begin(slotOf(idHigh, idLow), idHigh, idLow, sequence);
  if (session == 0) return FULL;
  if (id != 0) isRecent(session, id);
  store<u32>(session, connector, CONNECTOR); store<u32>(session, isToldByLocal, BY_LOCAL);
  store<u32>(session, line, LINE);
  store<i32>(session, local, LOCAL); store<i32>(session, server, SERVER); store<i32>(session, remote, REMOTE);
  return enter(sequence);
}

/** Notes the row in its session. */
function enter(sequence: i32): u32 {
  const its = session;
  if (meaning == DISCONNECT && !hasRoom(load<u32>(its, COUNT))) {
    // What there is to tell is to be taken first; a session of which there is too much is none of ours.
    return hasNews() ? NEWS_FIRST : ODD;
  }
  if (meaning != 0) {
    const event = room(its);
    if (event == 0) return FULL;
    store<u32>(event, meaning); store<i32>(event, sequence, 4); store<i32>(event, day, 8); store<i32>(event, millisecond, 12);
    store<u32>(event, line, 16); store<u32>(event, 0, 20); store<u32>(event, fingerprint, 24); store<u32>(event, name, 28);
    store<u32>(its, load<u32>(its, COUNT) + 1, COUNT);
  }
  const since = load<i32>(its, DAY);
  if (day < since || (day == since && millisecond < load<i32>(its, MILLISECOND))) {
    store<i32>(its, day, DAY); store<i32>(its, millisecond, MILLISECOND);
  }
  store<i32>(its, sequence + 1, NEXT);
  if (said > 0 && remote >= 0) noteHost(<u32>!isReceive, remote, <u32>isCertificate, said, day);
  if (meaning == DISCONNECT) {
    if (load<i32>(its, FIRST) > 0) {
      // What came before is missing here.
      store<i32>(its, sequence, LAST);
    } else {
      remove(slotOf(load<u32>(its, HIGH), load<u32>(its, LOW)));
      if (countHere(its)) {
        drop(its);
      } else {
        tellSession(its);
      }
    }
  }
  return NOTHING_ODD;
}
