// For units of one byte. Follows the rows of a protocol log as long as nothing is odd about them: finds each one's session and notes what it means there.
// What texts mean is told by whoever asked (protocolLog/followedRows.ts), once for each, and kept here by the texts' numbers.
import { domainIn, hostIn } from './address';
import { hash, high, low } from './identity';
import {
  BROKEN, CERTIFICATES, COLUMNS, ENDS, HEADS, MOST_CERTIFICATES, MOST_HEADS, MOST_NAMES, MOST_SAID, OFFSET, PLACES, RECORDS, SAID, TOLD, WIDE,
} from './memory';
import { NO_NAME, isEqual, nameOf, names } from './names';
import { checksUtf8, hasQuote, isUtf8Text, line, naturalOf, pass } from './project';
import { isQuoting } from './scan';
import {
  CONNECTOR, COUNT, DAY, ELSEWHERE, FIRST, LAST, LINE, LOCAL, MILLISECOND, NEXT, REMOTE, SERVER, begin, clear, drop, isFull, end, remove, room, slotOf, tidy, tidyEnded,
} from './sessions';
import { day, millisecond, time } from './time';
import { clearScopes, count as countHere, forgetNews, hasNews, hasRoom, note as tell, readReceived } from './transfers';
import { isUtf8 } from './utf8';
import { W } from './width';

/** What follow() has stopped for: nothing; a row that others have to read … */
const NOTHING_ODD: u32 = 0;
const ODD: u32 = 1;
/** … a text of which it was not told what it means; a row of which others have to tell what it means; there is no room left. */
const LEARN: u32 = 2;
const LOOK: u32 = 3;
const FULL: u32 = 4;
/** … news are to be taken first. */
const NEWS_FIRST: u32 = 5;
export let stopped: u32 = 0;
/** The text. */
export let table: u32 = 0;
export let text: u32 = 0;
/** The beginning of the row that it stopped at, and the remote host of its session. */
export let place: usize = 0;
export let remote: i32 = 0;
/** How many rows it has followed. */
export let followed: u32 = 0;

/** Tables of what texts mean, plus 1; 0 where that was not told. */
const COMMANDS: u32 = 0;
const REPLIES: u32 = 1;
const NOTES: u32 = 2;
const WHOLE_COMMANDS: u32 = 3;
const WHOLE_REPLIES: u32 = 4;
const WHOLE_NOTES: u32 = 5;
const CIPHERS: u32 = 6;
const SMALL: u32 = 7;
const CONNECTORS: u32 = 8;
const TABLES: usize = 9;

/** What rows mean (protocolLog/meanings.ts). */
const KIND: u32 = 0xff;
const MAIL: u32 = 4;
const CHUNK: u32 = 6;
const LAST_CHUNK: u32 = 7;
const REPLY: u32 = 8;
const TLS: u32 = 9;
const DISCONNECT: u32 = 11;
const LOOK_CHUNK: u32 = 0xfd;
const LOOK_ACCEPTS: u32 = 0xfe;
const LOOK_WHOLE: u32 = 0xff;
const ACCEPTED: u32 = REPLY | (250 << 8) | (1 << 20);
const TAKEN_CHUNK: u32 = REPLY | (250 << 8);
const INTRODUCES: u32 = 1 << 22;
const GOES_ON: u32 = 1 << 23;

/** News: a host's name, a session that has ended, a host's certificate. */
const NAME: u32 = 1;
const SESSION: u32 = 2;
const CERTIFICATE: u32 = 5;

const QUOTE: u32 = 34;
const CR: u32 = 13;
const HEAD: usize = 8 * W;

let isReceive: bool = true;
let width: u32 = 0;
let today: i32 = 0;
let isBegun: bool = false;
/** What was told of the row that it stopped at last. */
let isAnswered: bool = false;
let meaning: u32 = 0;
let name: i32 = 0;
let fingerprint: u32 = 0;

/** What stands for the certificate that the row tells of; 0 where it does not tell it by itself. */
let certificateHigh: u32 = 0;
let certificateLow: u32 = 0;
/** What the other side said of itself: a name, -1 for none; or a certificate. */
let said: i32 = -1;
let isCertificate: bool = false;

/** From here on: of which log, how many fields a row has, the newest day that is not in the future. Columns stand at COLUMNS. */
export function beginFollowing(receives: bool, fields: u32, newest: i32): void {
  isReceive = receives; width = fields; today = newest;
  isAnswered = false; isBegun = false; followed = 0;
  clear(); clearScopes(); readReceived(receives);
  for (let number: usize = 0; number < TABLES; number++) memory.fill(TOLD + number * MOST_NAMES * 4, 0, <usize>names * 4);
  memory.fill(SAID, 0, <usize>MOST_SAID * 16);
  memory.fill(CERTIFICATES, 0, <usize>MOST_CERTIFICATES * 16);
  memory.fill(HEADS, 0, <usize>MOST_HEADS * 16);
}

/** Says what a text means. */
export function learn(table: u32, name: u32, value: u32): void {
  store<u32>(toldAt(table, name), value + 1);
}

/** Says what the row means that it stopped at, and the number of the certificate that it tells of, -1 for none. */
export function answer(means: u32, its: i32, print: u32, certificate: i32): void {
  meaning = means; name = its; fingerprint = print;
  isAnswered = true;
  if (certificateLow == 0) return;
  const at = certificateAt();
  store<u32>(at, certificateHigh); store<u32>(at, certificateLow, 4); store<i32>(at, certificate, 8);
}

// @ts-ignore: decorators of AssemblyScript
@inline function certificateAt(): usize {
  return CERTIFICATES + <usize>(certificateLow & (MOST_CERTIFICATES - 1)) * 16;
}

/** A session has begun to tell of a certificate, or none has. */
export function certificates(begun: bool): void {
  isBegun = begun;
}

// @ts-ignore: decorators of AssemblyScript
@inline function toldAt(table: u32, name: u32): usize {
  return TOLD + (<usize>table * <usize>MOST_NAMES + <usize>name) * 4;
}

/** What a text means; `stopped` says so where that was not told. */
function toldOf(inTable: u32, name: u32): u32 {
  if (name == NO_NAME) { stopped = LOOK; return 0; }
  const told = load<u32>(toldAt(inTable, name));
  if (told == 0) { stopped = LEARN; table = inTable; text = name; return 0; }
  return told - 1;
}

// @ts-ignore: decorators of AssemblyScript
@inline function unit(at: usize): u32 {
  return W == 1 ? <u32>load<u8>(at) : <u32>load<u16>(at);
}

/** The row that is followed, its first byte; the first of its ends, and the last; where offsets count from. */
let start: usize = 0;
let first: usize = 0;
let last: usize = 0;
let base: usize = 0;
let isWide: bool = false;
/** The cell that was located: its text without its quotes. */
let s: usize = 0;
let e: usize = 0;
let quoted: bool = false;

function locate(number: usize): void {
  const column = <usize>load<u32>(COLUMNS + number * 4);
  const end = first + column * 4;
  s = column == 0 ? start : base + <usize>(load<u32>(end - 4) & OFFSET) + W;
  e = base + <usize>(load<u32>(end) & OFFSET);
  if (end == last && e > s && unit(e - W) == CR) e -= W;
  quoted = isQuoting && e - s >= 2 * W && unit(s) == QUOTE;
  if (quoted) {
    s += W; e -= W;
    if (end == last && e > s && unit(e - W) == CR) e -= W;
  }
}

/** True where each unit of the cell is one of its text's, and all are below 128. */
function isPlain(): bool {
  if (isWide) for (let at = s; at < e; at += W) if (unit(at) > 127) return false;
  return !quoted || !hasQuote(s, e);
}

/** True where the cell is the text with a number, byte for byte. */
function isText(name: u32): bool {
  if (load<u32>(PLACES + <usize>name * 8, 4) != <u32>(e - s)) return false;
  return isEqual(<usize>load<u32>(PLACES + <usize>name * 8), s, e - s);
}

/**
 * Follows records from position `from` on, of `count`, that begin before `limit`, until it has to stop: returns the position of the
 * one that it stopped at. `base`, `begins`: as project() has them.
 */
export function follow(from: usize, record: u32, count: u32, begins: usize, limit: usize): u32 {
  tidy(); tidyEnded(); forgetNews();
  base = from; start = begins; stopped = isFull() ? FULL : NOTHING_ODD;
  first = record == 0 ? ENDS : ENDS + (<usize>load<u32>(RECORDS + <usize>(record - 1) * 4) + 1) * 4;
  while (stopped == NOTHING_ODD && record < count && start < limit && hasRoom(0)) {
    last = ENDS + <usize>load<u32>(RECORDS + <usize>record * 4) * 4;
    const mark = load<u32>(last);
    const next = base + <usize>(mark & OFFSET) + W;
    isWide = (mark & WIDE) != 0;
    stopped = row(next);
    if (stopped != NOTHING_ODD) break;
    pass(start, next, mark);
    start = next; first = last + 4;
    record++; followed++;
  }
  place = start;
  return record;
}

function row(next: usize): u32 {
  if (<u32>((last - first) >> 2) + 1 != width || (isWide && checksUtf8 && !isUtf8(start, next))) return ODD;
  locate(0);
  if (!time(s, e) || day > today) return ODD;
  locate(1);
  if (!isPlain()) return ODD;
  if (e - s >= 2 * W && unit(s) == 123 && unit(e - W) == 125) { s += W; e -= W; }
  if (e <= s) return ODD;
  hash(s, e, true);
  const idHigh = high, idLow = low;
  const slot = slotOf(idHigh, idLow);
  let session = <usize>load<u32>(slot, 8);
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
  stopped = NOTHING_ODD;
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
  said = -1;
  if (isAnswered) {
    isAnswered = false;
  } else {
    isCertificate = false; certificateLow = 0;
    said = read();
    if (stopped != NOTHING_ODD) return stopped;
  }
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

/** Reads what the row means: `meaning`, `name`, `fingerprint`. Returns the name that the other side gives itself; -1 for none. */
function read(): i32 {
  meaning = 0; name = -1;
  locate(6);
  const event = e == s + W ? unit(s) : 0;
  if (event == 45) {
    locate(7);
    if (!isPlain()) stopped = LOOK;
    meaning = DISCONNECT;
    fingerprint = <u32>(e - s) / <u32>W;
    return -1;
  }
  if (event == 42) return note();
  if (event != 60 && event != 62) return -1;
  locate(7);
  const isCommand = (event == 60) == isReceive;
  const told = head(isCommand ? COMMANDS : REPLIES);
  if (stopped != NOTHING_ODD || told == 0) return -1;
  if (!isPlain()) { stopped = LOOK; return -1; }
  meaning = told & ~INTRODUCES;
  if (isCommand) {
    command();
  } else {
    reply();
  }
  if (stopped != NOTHING_ODD || (told & INTRODUCES) == 0 || remote < 0) return -1;
  const behind = s + (isReceive ? 5 : 4) * W;
  const said = domainIn(behind < e ? behind : e, e, true);
  if (said == NO_NAME) stopped = LOOK;
  return <i32>said;
}

/** What the cell's first eight units mean. Most are few different ones, which are told without looking for their number. */
function head(inTable: u32): u32 {
  if (e - s < HEAD) return isPlain() ? toldOf(inTable, nameOf(s, e)) : look();
  if (quoted && hasQuote(s, s + HEAD)) return look();
  const units = load<u64>(s);
  if (units & 0x8080808080808080) return look();
  const at = HEADS + <usize>((((<u32>(units >> 32) ^ <u32>units) * 0x9e3779b1) >>> 20) + inTable & (MOST_HEADS - 1)) * 16;
  if (load<u64>(at) == units && load<u32>(at, 8) == inTable + 1) return load<u32>(at, 12);
  const told = toldOf(inTable, nameOf(s, s + HEAD));
  if (stopped == NOTHING_ODD) {
    store<u64>(at, units); store<u32>(at, inTable + 1, 8); store<u32>(at, told, 12);
  }
  return told;
}

/** Others have to look at the row. */
function look(): u32 {
  stopped = LOOK;
  return 0;
}

// @ts-ignore: decorators of AssemblyScript
@inline function command(): void {
  fingerprint = <u32>(e - s) / <u32>W;
  if (meaning == LOOK_WHOLE) {
    meaning = toldOf(WHOLE_COMMANDS, nameOf(s, e));
  } else if (meaning == LOOK_CHUNK) {
    const digit = unit(e - W) - 48;
    if (digit <= 9) meaning = CHUNK;
    else if (ends(" LAST")) meaning = LAST_CHUNK;
    else stopped = LOOK;
  }
  if (meaning == MAIL && stopped == NOTHING_ODD) name = sender();
}

// @ts-ignore: decorators of AssemblyScript
@inline function reply(): void {
  if (meaning == LOOK_WHOLE) {
    meaning = toldOf(WHOLE_REPLIES, nameOf(s, e));
  } else if (meaning == LOOK_ACCEPTS) {
    if (has(s + HEAD, "0 <")) meaning = ACCEPTED;
    else if (has(s + HEAD, "0 CHUNK received OK")) meaning = TAKEN_CHUNK;
    else stopped = LOOK;
  }
  if (meaning == 0) return;
  hash(s, e, false);
  fingerprint = low;
}

// @ts-ignore: decorators of AssemblyScript
@inline function note(): i32 {
  locate(8);
  const told = head(NOTES);
  if (stopped != NOTHING_ODD || told == 0) return -1;
  if (remote >= 0 && told & INTRODUCES) return certificate();
  if (remote >= 0 && told & GOES_ON && isBegun) { stopped = LOOK; return -1; }
  meaning = told & ~(INTRODUCES | GOES_ON);
  if (meaning == LOOK_WHOLE) {
    if (!isPlain()) { stopped = LOOK; return -1; }
    const whole = nameOf(s, e);
    meaning = toldOf(WHOLE_NOTES, whole);
    if ((meaning & KIND) == TLS && stopped == NOTHING_ODD) name = <i32>toldOf(CIPHERS, whole);
    fingerprint = <u32>(e - s) / <u32>W;
  }
  return -1;
}

/** The number of the certificate that the row tells of, where it was told before what a row with this context and data tells. */
function certificate(): i32 {
  stopped = LOOK;
  if (!isPlain()) return -1;
  hash(s, e, false);
  certificateHigh = high;
  const context = low;
  locate(7);
  // Where no more than white space stands, other rows tell it.
  if (e <= s + W || (unit(s) <= 32 && unit(s + W) <= 32) || !isPlain()) return -1;
  hash(s, e, false);
  certificateHigh ^= high;
  certificateLow = (low ^ rotl<u32>(context, 7)) | 1;
  const at = certificateAt();
  if (load<u32>(at) != certificateHigh || load<u32>(at, 4) != certificateLow) return -1;
  stopped = NOTHING_ODD;
  isCertificate = true;
  return load<i32>(at, 8);
}

/** True where the cell has this at a place. */
function has(at: usize, wanted: string): bool {
  const length = <usize>wanted.length;
  if (at < s || at + length * W > e) return false;
  for (let number: usize = 0; number < length; number++) {
    if (unit(at + number * W) != <u32>wanted.charCodeAt(<i32>number)) return false;
  }
  return true;
}

// @ts-ignore: decorators of AssemblyScript
@inline function ends(wanted: string): bool {
  return has(e - <usize>wanted.length * W, wanted);
}

/** The number of the domain in `MAIL FROM:<name@domain>`, in small letters; -1 where the command goes on otherwise. */
// @ts-ignore: decorators of AssemblyScript
@inline function sender(): i32 {
  let at = s + HEAD;
  if (at + 2 * W > e || (unit(at) & ~0x20) != 77 || unit(at + W) != 58) return -1;
  at += 2 * W;
  while (at < e && unit(at) == 32) at += W;
  if (at < e && unit(at) == 60) at += W;
  const domain = domainIn(at, e, true);
  return <i32>toldOf(SMALL, domain);
}
