// Reads the events of a session that is whole, as protocolLog/transfers.ts and countSession.ts do: the messages that it took over are
// written down, and it is counted with others like it. Whoever changes one of the two changes both: sessions of any kind are read
// both ways by the tests.
import { derive, high, low } from './identity';
import { WAITING, WAITING_END } from './memory';
import { HOST, MESSAGE, messagesEnd, nextMessage, takeBack } from './news';
import {
  FIRST, FLAGS, IS_IMPLICIT, KEY_HIGH, KEY_LOW, ON, ROUTE, TELLS, TOTAL, UNUSED, USED, WITHOUT, kindOf, tellScope,
} from './scopes';
import { COUNT, DAY, EVENT, EVENTS, HIGH, LINE, LOW, NEXT, REMOTE } from './sessions';

/** What events mean (protocolLog/meanings.ts). */
const START_TLS: u32 = 2;
const ANONYMOUS_TLS: u32 = 3;
const MAIL: u32 = 4;
const DATA: u32 = 5;
const LAST_CHUNK: u32 = 7;
const REPLY: u32 = 8;
const TLS: u32 = 9;
const TLS_FAILED: u32 = 10;
const DISCONNECT: u32 = 11;
const ACCEPTS: u32 = 1 << 20;
/** An answer to DATA has come. */
const CONTENT: u32 = 0x40;

/** TLS states (model/tls.ts), and marks of a message (facts/facts.ts). */
const NONE: u32 = 0;
const SOME: u32 = 2;
const NOT_TOLD: u32 = 0xff;
const TRANSFER: u32 = 0x100;
const INTERNAL: u32 = 0x200;

/** Commands that no reply has answered yet: a byte each. */
let begin: usize = WAITING;
let end: usize = WAITING;

/** Counts a session. False where it has to be counted by others: its kind is not known here, or it goes on past midnight. */
export function count(session: usize): bool {
  const at = kindOf(session);
  if (at == 0) return false;
  const day = load<i32>(session, DAY);
  if (load<i32>(at, ON) != day) {
    tellScope(at);
    store<i32>(at, day, ON);
  }
  const first = messagesEnd;
  const isInternal = read(session, at, day);
  if (isInternal < 0) {
    // What the kind added up to has been told all the same.
    takeBack(first);
    return false;
  }
  const internal = isInternal == 1 || (load<u32>(at, FLAGS) & IS_IMPLICIT) != 0;
  if (internal) for (let at = first; at < messagesEnd; at += MESSAGE) store<u32>(at, load<u32>(at, 12) | INTERNAL, 12);
  const isEmpty = messagesEnd == first;
  add(at, TOTAL, 1);
  if (isEmpty) add(at, WITHOUT, 1);
  add(at, isEmpty ? UNUSED : USED, load<u32>(session, NEXT));
  if (!internal) {
    if (load<u32>(session, LINE) < load<u32>(at, FIRST)) store<u32>(at, load<u32>(session, LINE), FIRST);
    if (!isEmpty) store<u32>(at, 1, TELLS);
  }
  return true;
}

// @ts-ignore: decorators of AssemblyScript
@inline function add(at: usize, field: usize, more: u32): void {
  store<u32>(at + field, load<u32>(at + field) + more);
}

// @ts-ignore: decorators of AssemblyScript
@inline function drop(commands: usize): void {
  begin += commands;
  if (begin >= end) { begin = WAITING; end = WAITING; }
}

/** How many commands wait up to the first that a message ends with, that one included; 0 where there is none. */
function toEndOfMessage(): usize {
  for (let at = begin; at < end; at++) {
    const kind = <u32>load<u8>(at);
    if (kind == CONTENT || kind == DATA || kind == LAST_CHUNK) return at - begin + 1;
  }
  return 0;
}

/** 1 where the session is one between Exchange servers; -1 where others have to read it. */
function read(session: usize, scopeAt: usize, day: i32): i32 {
  const isReceive = receives;
  let isInternal = 0;
  let sender: u32 = 0, cipher: u32 = 0;
  let isWholeMail = false;
  let tls = NOT_TOLD;
  let tlsLine: u32 = 0, startedLine: u32 = 0;
  begin = WAITING; end = WAITING;
  derive(load<u32>(session, HIGH), load<u32>(session, LOW), load<u32>(scopeAt, KEY_HIGH), load<u32>(scopeAt, KEY_LOW));
  const keyHigh = high, keyLow = low;
  const route = load<u32>(scopeAt, ROUTE);
  let event = <usize>load<u32>(session, EVENTS);
  for (const last = event + <usize>load<u32>(session, COUNT) * EVENT; event < last; event += EVENT) {
    const meaning = load<u32>(event);
    const kind = meaning & 0xff;
    const line = load<u32>(event, 16);
    if (kind != REPLY) {
      if (kind == TLS) {
        tls = (meaning >> 8) & 0x3ff;
        cipher = load<u32>(event, 28);
        tlsLine = line;
        begin = WAITING; end = WAITING;
      } else if (kind == TLS_FAILED) {
        startedLine = 0;
      } else if (kind != DISCONNECT) {
        if (kind == ANONYMOUS_TLS) {
          isInternal = 1;
        } else if (kind == MAIL) {
          sender = load<u32>(event, 28);
          isWholeMail = true;
        }
        if (end == WAITING_END) return -1;
        store<u8>(end++, <u8>kind);
      }
      continue;
    }
    const code = (meaning >> 8) & 0x3ff;
    const command = begin < end ? <u32>load<u8>(begin) : 0;
    if (code >= 300 && code < 400) {
      if (code == 354 && command == DATA) store<u8>(begin, <u8>CONTENT);
      continue;
    }
    let isAccepted = isReceive && (meaning & ACCEPTS) != 0;
    if (isAccepted) {
      drop(toEndOfMessage());
    } else {
      drop(1);
      if (code == 220 && (command == START_TLS || command == ANONYMOUS_TLS)) startedLine = line;
      const endsData = command == LAST_CHUNK || (isReceive && command == DATA);
      isAccepted = code == 250 && (command == CONTENT || (endsData && isWholeMail));
    }
    if (isAccepted) {
      if (load<i32>(event, 8) != day) return -1;
      derive(keyHigh, keyLow, load<u32>(event, 4), 0);
      const to = nextMessage();
      store<u32>(to, high); store<u32>(to, low, 4); store<u32>(to, route, 8);
      store<u32>(to, (tls != NOT_TOLD ? tls : startedLine > 0 ? SOME : NONE) | TRANSFER, 12);
      store<u32>(to, load<u32>(session, REMOTE), HOST); store<u32>(to, sender, 20); store<u32>(to, cipher, 24);
      store<u32>(to, tls != NOT_TOLD ? tlsLine : startedLine > 0 ? startedLine : line, 28);
      store<i32>(to, day, 32); store<u32>(to, load<u32>(event, 12), 36);
      isWholeMail = false;
    }
  }
  return isInternal;
}

export let receives: bool = true;

/** Whether the log is one of mail received. */
export function readReceived(isReceive: bool): void {
  receives = isReceive;
}
