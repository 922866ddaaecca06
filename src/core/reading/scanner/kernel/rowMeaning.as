// What a row of a protocol log means, as protocolLog/rowMeanings.ts reads it; what the kernel is not sure about others look at.
import { domainIn } from './address';
import { print } from './fingerprint';
import { high, low } from './identity';
import { CERTIFICATES, MOST_CERTIFICATES } from './memory';
import { nameOfUsual } from './names';
import { DOUBLES, ITS_EVENT, e, isPlain, locateData, s, showText, shown, textFrom, textTo } from './rowCells';
import {
  CIPHERS, COMMANDS, HEAD, HOST_NAMES, LOOK, LOOK_WHOLE, NOTES, NOTHING_ODD, REPLIES, SMALL, WHOLE_COMMANDS, WHOLE_NOTES, WHOLE_REPLIES,
  beginTold, head, look, stop, stopped, toldOf,
} from './told';

/** What rows mean (protocolLog/meanings.ts). */
const KIND: u32 = 0xff;
const MAIL: u32 = 4;
const CHUNK: u32 = 6;
const LAST_CHUNK: u32 = 7;
const REPLY: u32 = 8;
const TLS: u32 = 9;
export const DISCONNECT: u32 = 11;
const LOOK_CHUNK: u32 = 0xfd;
const LOOK_ACCEPTS: u32 = 0xfe;
const ACCEPTS: u32 = 1 << 20;
const ACCEPTED: u32 = REPLY | (250 << 8) | ACCEPTS;
const TAKEN_CHUNK: u32 = REPLY | (250 << 8);
const INTRODUCES: u32 = 1 << 22;
const GOES_ON: u32 = 1 << 23;

let isReceive: bool = true;
/** Some session has begun to tell of a certificate. */
let isBegun: bool = false;
/** Others have told what the row means. */
let isAnswered: bool = false;
/** What the row means, and what goes with it (sessionEvents.ts). */
export let meaning: u32 = 0;
export let name: u32 = 0;
export let fingerprint: u32 = 0;
/** What the other side said of itself, a name or a certificate: a position among the texts of notes, 0 for nothing. */
export let said: u32 = 0;
export let isCertificate: bool = false;
/** What stands for the certificate that the row tells of; 0 where it does not tell it by itself. */
let certificateHigh: u32 = 0;
let certificateLow: u32 = 0;

export function beginMeanings(receives: bool): void {
  isReceive = receives;
  isAnswered = false; isBegun = false;
  if (!beginTold(receives)) memory.fill(CERTIFICATES, 0, <usize>MOST_CERTIFICATES * 16);
}

/** Says what the row means that it stopped at, and the position of the certificate that it tells of, 0 for none. */
export function answer(means: u32, its: u32, print: u32, certificate: u32): void {
  meaning = means; name = its; fingerprint = print;
  isAnswered = true;
  if (certificateLow == 0) return;
  const at = certificateAt();
  store<u32>(at, certificateHigh); store<u32>(at, certificateLow, 4); store<u32>(at, certificate, 8);
}

// @ts-ignore: decorators of AssemblyScript
@inline function certificateAt(): usize {
  return CERTIFICATES + <usize>(certificateLow & (MOST_CERTIFICATES - 1)) * 16;
}

/** A session has begun to tell of a certificate, or none has. */
export function certificates(begun: bool): void {
  isBegun = begun;
}

/** Reads what the row means, of a session with a remote host; `stopped` says so where others have to tell. */
export function read(remote: i32): void {
  readUsual(remote);
}

/** The same, as a part of who asks. */
// @ts-ignore: decorators of AssemblyScript
@inline export function readUsual(remote: i32): void {
  said = 0;
  if (isAnswered) {
    isAnswered = false;
    return;
  }
  isCertificate = false; certificateLow = 0;
  said = means(remote);
}

/** Returns what the other side says of itself: see `said`. */
// @ts-ignore: decorators of AssemblyScript
@inline function means(remote: i32): u32 {
  meaning = 0; name = 0;
  const row = shown, event = load<u32>(row, ITS_EVENT);
  if (event == 45) {
    locateData();
    if (!isPlain()) stop(LOOK);
    meaning = DISCONNECT;
    fingerprint = <u32>(e - s);
    return 0;
  }
  const isNote = event == 42;
  if (!isNote && event != 60 && event != 62) return 0;
  // Which of the three it is, is hard to foresee: no branch depends on it yet.
  const from = textFrom(row, isNote), to = textTo(row, isNote), isDoubled = load<u32>(row, DOUBLES) != 0;
  showText(from, to, isDoubled);
  fingerprint = <u32>(to - from);
  const isCommand = (event == 60) == isReceive;
  const told = head(isNote ? NOTES : isCommand ? COMMANDS : REPLIES, from, to, isDoubled);
  if (told == 0) return 0;
  if (isNote) return note(told, remote);
  if (!isPlain()) { stop(LOOK); return 0; }
  let its = told & ~INTRODUCES;
  if (isCommand) {
    if (its - LOOK_CHUNK <= LOOK_WHOLE - LOOK_CHUNK) its = wholeCommand(its);
    if (its == MAIL) name = sender();
  } else {
    if (its - LOOK_CHUNK <= LOOK_WHOLE - LOOK_CHUNK) its = wholeReply(its);
    if ((its & ACCEPTS) != 0) {
      print(from, to);
      fingerprint = low;
    }
  }
  meaning = its;
  if ((told & INTRODUCES) == 0 || remote < 0 || stopped != NOTHING_ODD) return 0;
  const behind = s + (isReceive ? 5 : 4);
  return toldOf(HOST_NAMES, domainIn(behind < e ? behind : e, e, true));
}

/** What a command means of which the head does not tell all. */
function wholeCommand(head: u32): u32 {
  if (head == LOOK_WHOLE) return toldOf(WHOLE_COMMANDS, nameOfUsual(s, e));
  const last = load<u32>(e - 4);
  if ((last >>> 24) - 48 <= 9) return CHUNK;
  // Behind a space stands "LAST".
  if (last == 0x5453414c && e - s > 4 && load<u8>(e - 5) == 32) return LAST_CHUNK;
  return look();
}

/** … or a reply. */
function wholeReply(head: u32): u32 {
  if (head == LOOK_WHOLE) return toldOf(WHOLE_REPLIES, nameOfUsual(s, e));
  const behind = s + HEAD;
  // Behind `250 2.6.` stands "0 <", or "0 CHUNK received OK".
  if (e - s >= HEAD + 3 && (load<u32>(behind) & 0xffffff) == 0x3c2030) return ACCEPTED;
  const isTaken = e - s >= HEAD + 19 && load<u64>(behind) == 0x204b4e5548432030 && load<u64>(behind, 8) == 0x6465766965636572
    && (load<u32>(behind, 16) & 0xffffff) == 0x4b4f20;
  return isTaken ? TAKEN_CHUNK : look();
}

function note(told: u32, remote: i32): u32 {
  if (remote >= 0 && told & INTRODUCES) return certificate();
  if (remote >= 0 && told & GOES_ON && isBegun) { stop(LOOK); return 0; }
  meaning = told & ~(INTRODUCES | GOES_ON);
  if (meaning == LOOK_WHOLE) {
    if (!isPlain()) { stop(LOOK); return 0; }
    const whole = nameOfUsual(s, e);
    meaning = toldOf(WHOLE_NOTES, whole);
    if ((meaning & KIND) == TLS && stopped == NOTHING_ODD) name = toldOf(CIPHERS, whole);
  }
  return 0;
}

/** The certificate that the row tells of, where it was told before what a row with this context and data tells. */
function certificate(): u32 {
  stop(LOOK);
  if (!isPlain()) return 0;
  print(s, e);
  certificateHigh = high;
  const context = low;
  locateData();
  // Where no more than white space stands, other rows tell it.
  if (e <= s + 1 || (load<u8>(s) <= 32 && load<u8>(s + 1) <= 32) || !isPlain()) return 0;
  print(s, e);
  certificateHigh ^= high;
  certificateLow = (low ^ rotl<u32>(context, 7)) | 1;
  const at = certificateAt();
  if (load<u32>(at) != certificateHigh || load<u32>(at, 4) != certificateLow) return 0;
  stop(NOTHING_ODD);
  isCertificate = true;
  return load<u32>(at, 8);
}

/**
 * The domain in `MAIL FROM:<name@domain>`, in small letters: its position among the facts' names; 0 where the command goes on
 * otherwise.
 */
function sender(): u32 {
  let at = s + HEAD;
  if (at + 2 > e || (load<u8>(at) & ~0x20) != 77 || load<u8>(at + 1) != 58) return 0;
  at += 2;
  while (at < e && load<u8>(at) == 32) at++;
  if (at < e && load<u8>(at) == 60) at++;
  return toldOf(SMALL, domainIn(at, e, true));
}
