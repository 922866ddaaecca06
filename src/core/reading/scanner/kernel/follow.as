// Follows the rows of a protocol log as long as nothing is odd about them: finds each one's session and notes what it means there.
// Whatever it is not sure about, others read (protocolLog/followedSessions.ts).
import { knowRemote, local, readLocal, readRemote, remote, server } from './endpoints';
import { forgetNotes, noteHost, noted } from './hostNotes';
import { hash, high, low } from './identity';
import { BROKEN, ENDS, MOST_NOTES, OFFSET, RECORDS, USUAL_ROWS, WIDE } from './memory';
import { NO_NAME, nameOf } from './names';
import { hasNews, hasRoom, tellSession } from './news';
import { checksUtf8, hasQuote, line, naturalOf, nextLine, pass } from './project';
import {
  BEHIND, CONNECTOR_ID, EVENT, ROW_SIZE, SEQUENCE, SESSION as ITS_SESSION, SESSION_ID, TIME, beginOf, e, endOf, isPlain, isText, locate, s,
  showCells, showRow, showTold,
} from './rowCells';
import { DISCONNECT, beginMeanings, fingerprint, isCertificate, meaning, name, read, readUsual, said } from './rowMeaning';
import { day, millisecond, readAnyTime, readTime } from './rowTime';
import { scan } from './scan';
import { clearScopes, isNewKind } from './scopes';
import {
  BY_LOCAL, CONNECTOR, COUNT, DAY, ELSEWHERE, FIRST, HIGH, ID_AT, LAST, LINE, LOCAL, LONGEST_TEXT, LOW, MILLISECOND, NEXT, REMOTE, SERVER,
  begin, clear, drop, forgetText, isFull, keepText, remove, room, slotOf, tidy,
} from './sessions';
import { CONNECTORS, FULL, MANY_NOTES, NEWS_FIRST, NEW_KIND, NOTHING_ODD, ODD, stop, stopped, toldOf } from './told';
import { count as countHere, readReceived } from './transfers';
import { COMMA } from './usualCells';
import { findRows, findUsual, forgetUsual } from './usualRows';
import { isUtf8 } from './utf8';

/** The beginning of the row that it stopped at. */
export let place: usize = 0;
/** How many rows it has followed. */
export let followed: u32 = 0;

/** In how many bytes usual rows are looked for at once: few enough to stay in the processor's nearest cache. */
const FEWEST_BYTES: usize = 512;
const MOST_BYTES: usize = 4096;
/** How many fields a usual row has. */
const USUAL_WIDTH: u32 = 9;

let isReceive: bool = true;
let width: u32 = 0;
let today: i32 = 0;

/** From here on: of which log, how many fields a row has, the newest day that is not in the future. */
export function beginFollowing(receives: bool, fields: u32, newest: i32): void {
  isReceive = receives; width = fields; today = newest;
  followed = 0;
  clear(); clearScopes(); readReceived(receives); beginMeanings(receives);
  forgetNotes();
}

/**
 * Follows the complete records of [begins, end) that begin before `limit`, until it has to stop: `place` is the beginning of the one that
 * it stopped at. `delimiter`: as scan() has it.
 */
export function follow(begins: usize, finish: usize, limit: usize, delimiter: i32): void {
  tidy();
  const mayBeUsual = delimiter == <i32>COMMA && width == USUAL_WIDTH;
  let start = begins;
  stop(isFull() ? FULL : NOTHING_ODD);
  // Few at first: it may stop soon again.
  let bytes = FEWEST_BYTES;
  let found = USUAL_ROWS, at = found;
  while (stopped == NOTHING_ODD && start < limit) {
    if (mayBeUsual) {
      while (at < found && <usize>load<u32>(at) < start) at += ROW_SIZE;
      if (at == found || <usize>load<u32>(at) != start) {
        found = findRows(start, finish, bytes);
        at = USUAL_ROWS;
        if (bytes < MOST_BYTES) bytes <<= 1;
      }
      const end = findUsual(at, found);
      for (; at < end && start < limit && mayGoOn() && usual(at); at += ROW_SIZE) {
        if (stopped != NOTHING_ODD) break;
        start = <usize>load<u32>(at, BEHIND);
        nextLine();
        followed++;
      }
      if (at < end) forgetUsual(at, end);
      else if (at == found && at > USUAL_ROWS) continue;
      if (stopped != NOTHING_ODD || start >= limit) break;
    }
    if (!mayGoOn()) break;
    if (scan(start, finish, delimiter, 1) == 0) break;
    const last = ENDS + <usize>load<u32>(RECORDS) * 4;
    const mark = load<u32>(last);
    const next = start + <usize>(mark & OFFSET) + 1;
    showRow(start, start, ENDS, last, (mark & WIDE) != 0);
    const isOfWidth = <u32>((last - ENDS) >> 2) + 1 == width && ((mark & WIDE) == 0 || !checksUtf8 || isUtf8(start, next));
    stop(isOfWidth ? row((mark & BROKEN) == 0) : ODD);
    if (stopped != NOTHING_ODD) break;
    pass(start, next, mark);
    start = next;
    followed++;
  }
  place = start;
}

/** False where what is known by now has to be taken first. */
// @ts-ignore: decorators of AssemblyScript
@inline function mayGoOn(): bool {
  if (noted < MOST_NOTES && hasRoom(0)) return true;
  stop(noted == MOST_NOTES ? MANY_NOTES : NEWS_FIRST);
  return false;
}

/** Follows a usual row; false where something is odd about it all the same. */
// @ts-ignore: decorators of AssemblyScript
@inline function usual(at: usize): bool {
  session = <usize>load<u32>(at, ITS_SESSION);
  // Its session may have ended since the row was found.
  if (load<i32>(session, ID_AT) < 0 || !readTime(<usize>load<u32>(at)) || day > today) return false;
  showTold(at);
  knowRemote(load<i32>(session, REMOTE));
  readUsual(remote);
  if (stopped == NOTHING_ODD) stop(enter(load<i32>(session, NEXT)));
  return true;
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
  return true;
}

/** Follows the row that is shown; `isWhole`: it holds no line break. Returns why it has to stop. */
function row(isWhole: bool): u32 {
  locate(TIME);
  if (!(e - s == 24 ? readTime(s) : readAnyTime(s, e)) || day > today || !find()) return ODD;
  locate(SEQUENCE);
  const sequence = naturalOf(s, e);
  if (sequence < 0) return ODD;
  showCells();
  if (session == 0) return firstRow(sequence, isWhole);
  if (sequence != load<i32>(session, NEXT) || load<i32>(session, LAST) >= 0) return ODD;
  locate(CONNECTOR_ID);
  if (!isText(load<u32>(session, CONNECTOR), s, e)) return ODD;
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
  return enterOdd(sequence, isWhole);
}

/** … where it is the first one of its session. */
function firstRow(sequence: i32, isWhole: bool): u32 {
  locate(CONNECTOR_ID);
  const connector = nameOf(s, e);
  if (connector == NO_NAME) return ODD;
  const isToldByLocal = toldOf(CONNECTORS, connector);
  if (stopped != NOTHING_ODD) return stopped;
  if (!readLocal(-1, -1, isReceive, isToldByLocal != 0)) return ODD;
  if (!readRemote()) return ODD;
  read(remote);
  if (stopped != NOTHING_ODD) return stopped;
  session = begin(slotOf(idHigh, idLow), idHigh, idLow, sequence);
  if (session == 0) return FULL;
  store<u32>(session, connector, CONNECTOR); store<u32>(session, isToldByLocal, BY_LOCAL);
  store<u32>(session, line, LINE);
  store<i32>(session, local, LOCAL); store<i32>(session, server, SERVER); store<i32>(session, remote, REMOTE);
  return enterOdd(sequence, isWhole);
}

/** Notes the row in its session, and how it is written, if usual rows may follow it: what they have in common with it is as it is read. */
function enterOdd(sequence: i32, isWhole: bool): u32 {
  const its = session;
  forgetText(its);
  const from = beginOf(CONNECTOR_ID), length = beginOf(EVENT) - from;
  if (isWhole && id != 0 && id == beginOf(SESSION_ID) && length <= LONGEST_TEXT && !hasQuote(id, from + length)) {
    locate(CONNECTOR_ID);
    if (!hasQuote(s, e)) keepText(its, from, length, id, endOf(SEQUENCE) - 1);
  }
  return enter(sequence);
}

/** Notes the row in its session. */
// @ts-ignore: decorators of AssemblyScript
@inline function enter(sequence: i32): u32 {
  return meaning == DISCONNECT ? enterLast(sequence) : enterNext(sequence);
}

/** … where it is not its last one. */
// @ts-ignore: decorators of AssemblyScript
@inline function enterNext(sequence: i32): u32 {
  const its = session;
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
  return NOTHING_ODD;
}

/** … where it is. */
function enterLast(sequence: i32): u32 {
  const its = session;
  if (isNewKind(its)) return NEW_KIND;
  if (!hasRoom(load<u32>(its, COUNT))) {
    // What there is to tell is to be taken first; a session of which there is too much is none of ours.
    return hasNews() ? NEWS_FIRST : ODD;
  }
  if (enterNext(sequence) == FULL) return FULL;
  if (load<i32>(its, FIRST) > 0) {
    // What came before is missing here.
    store<i32>(its, sequence, LAST);
    forgetText(its);
    return NOTHING_ODD;
  }
  remove(slotOf(load<u32>(its, HIGH), load<u32>(its, LOW)));
  if (countHere(its)) {
    drop(its);
  } else {
    tellSession(its);
  }
  return NOTHING_ODD;
}
