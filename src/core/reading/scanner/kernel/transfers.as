// Reads the events of a session that is whole, as protocolLog/transfers.ts and countSession.ts do: the messages that it took over are
// written down, and it is counted with others like it. Whoever changes one of the two changes both: sessions of any kind are read
// both ways by the tests.
import { derive, high, low } from './identity';
import { MESSAGES, MESSAGES_END, NEWS, NEWS_END, SCOPES, WAITING, WAITING_END } from './memory';
import { COUNT, CONNECTOR, DAY, EVENT, EVENTS, HIGH, LINE, LOCAL, LOW, NEXT, REMOTE, SERVER } from './sessions';

/** Where the news end (followedRows.ts): each is its kind, and its numbers. */
export let newsEnd: usize = NEWS;
const SCOPE: u32 = 2;
/** Where the messages end: ten numbers each, those of a crossing (facts/facts.ts) with the kind of session and names as they are here. */
export let messagesEnd: usize = MESSAGES;
const MESSAGE: usize = 40;
/** Room for what a session adds to the news. */
const MOST_NEWS: usize = 64;

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

/** Sessions of a connector, a local endpoint and a server: their numbers, and what was told of them; then what they add up to. */
const KEY_HIGH: usize = 12;
const KEY_LOW: usize = 16;
const IMPLICIT: usize = 20;
const ON: usize = 24;
const TOTAL: usize = 28;
const WITHOUT: usize = 32;
const USED: usize = 36;
const UNUSED: usize = 40;
const FIRST: usize = 44;
const TELLS: usize = 48;
const SCOPE_SIZE: usize = 64;
const MOST_SCOPES: u32 = 256;
const NO_LINE: u32 = 0x7fffffff;
let scopes: u32 = 0;

/** Commands that no reply has answered yet: a byte each. */
let begin: usize = WAITING;
let end: usize = WAITING;

export function clearScopes(): void {
  scopes = 0;
  forgetNews();
}

export function hasNews(): bool {
  return newsEnd > NEWS || messagesEnd > MESSAGES;
}

/** There is no news any more. */
export function forgetNews(): void {
  newsEnd = NEWS; messagesEnd = MESSAGES;
}

// @ts-ignore: decorators of AssemblyScript
@inline export function note(a: u32): void {
  store<u32>(newsEnd, a);
  newsEnd += 4;
}

function find(connector: u32, local: u32, server: u32): usize {
  for (let number: u32 = 0; number < scopes; number++) {
    const at = SCOPES + <usize>number * SCOPE_SIZE;
    if (load<u32>(at) == connector && load<u32>(at, 4) == local && load<u32>(at, 8) == server) return at;
  }
  return 0;
}

/** Sessions of that kind are counted here from now on; returns the number of the kind, -1 where there is no room. */
export function scope(connector: u32, local: u32, server: u32, keyHigh: u32, keyLow: u32, isImplicit: bool): i32 {
  let at = find(connector, local, server);
  if (at == 0) {
    if (scopes == MOST_SCOPES) return -1;
    at = SCOPES + <usize>(scopes++) * SCOPE_SIZE;
    store<u32>(at, connector); store<u32>(at, local, 4); store<u32>(at, server, 8);
    store<u32>(at, keyHigh, KEY_HIGH); store<u32>(at, keyLow, KEY_LOW); store<u32>(at, <u32>isImplicit, IMPLICIT);
    store<i32>(at, -1, ON); store<u32>(at, 0, TOTAL);
  }
  return <i32>((at - SCOPES) / SCOPE_SIZE);
}

/** Tells what sessions of a kind add up to so far. */
function tellScope(at: usize): void {
  if (load<u32>(at, TOTAL) > 0) {
    note(SCOPE);
    note(<u32>((at - SCOPES) / SCOPE_SIZE));
    for (let field = ON; field <= TELLS; field += 4) note(load<u32>(at + field));
  }
  store<u32>(at, NO_LINE, FIRST);
  for (let field = TOTAL; field <= UNUSED; field += 4) store<u32>(at + field, 0);
  store<u32>(at, 0, TELLS);
}

/** Tells it of all kinds; what there was of news has been read. */
export function tellScopes(): void {
  forgetNews();
  for (let number: u32 = 0; number < scopes; number++) tellScope(SCOPES + <usize>number * SCOPE_SIZE);
}

/** Room that the news of a session with so many events take at most. */
export function hasRoom(events: u32): bool {
  return messagesEnd + <usize>events * MESSAGE <= MESSAGES_END && newsEnd + MOST_NEWS <= NEWS_END;
}

/** Counts a session. False where it has to be counted by others: its kind is not known here, or it goes on past midnight. */
export function count(session: usize): bool {
  const at = find(load<u32>(session, CONNECTOR), load<u32>(session, LOCAL), load<u32>(session, SERVER));
  if (at == 0) return false;
  const day = load<i32>(session, DAY);
  if (load<i32>(at, ON) != day) {
    tellScope(at);
    store<i32>(at, day, ON);
  }
  const first = messagesEnd;
  const number = <u32>((at - SCOPES) / SCOPE_SIZE);
  const isInternal = read(session, at, number, day);
  if (isInternal < 0) {
    // What the kind added up to has been told all the same.
    messagesEnd = first;
    return false;
  }
  const internal = isInternal == 1 || load<u32>(at, IMPLICIT) != 0;
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
function read(session: usize, scopeAt: usize, number: u32, day: i32): i32 {
  const isReceive = receives;
  let isInternal = 0;
  let sender: u32 = 0xffffffff, cipher: u32 = 0xffffffff;
  let isWholeMail = false;
  let tls = NOT_TOLD;
  let tlsLine: u32 = 0, startedLine: u32 = 0;
  begin = WAITING; end = WAITING;
  derive(load<u32>(session, HIGH), load<u32>(session, LOW), load<u32>(scopeAt, KEY_HIGH), load<u32>(scopeAt, KEY_LOW));
  const keyHigh = high, keyLow = low;
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
      const to = messagesEnd;
      messagesEnd = to + MESSAGE;
      store<u32>(to, high); store<u32>(to, low, 4); store<u32>(to, number, 8);
      store<u32>(to, (tls != NOT_TOLD ? tls : startedLine > 0 ? SOME : NONE) | TRANSFER, 12);
      store<u32>(to, load<u32>(session, REMOTE), 16); store<u32>(to, sender, 20); store<u32>(to, cipher, 24);
      store<u32>(to, tls != NOT_TOLD ? tlsLine : startedLine > 0 ? startedLine : line, 28);
      store<i32>(to, day, 32); store<u32>(to, load<u32>(event, 12), 36);
      isWholeMail = false;
    }
  }
  return isInternal;
}

let receives: bool = true;

/** Whether the log is one of mail received. */
export function readReceived(isReceive: bool): void {
  receives = isReceive;
}
