// Kinds of sessions of a protocol log that are counted here (transfers.as): those of a connector, a local endpoint and a server.
import { forgetNews, tell } from './news';
import { SCOPES } from './memory';
import { CONNECTOR, LOCAL, SERVER } from './sessions';

/** News: what sessions of a kind add up to. */
const SCOPE: u32 = 2;

/** Sessions of a connector, a local endpoint and a server: their numbers, and what was told of them; then what they add up to. */
export const KEY_HIGH: usize = 12;
export const KEY_LOW: usize = 16;
/** As facts/sessionParts.ts has them. */
export const FLAGS: usize = 20;
export const IS_IMPLICIT: u32 = 4;
export const ON: usize = 24;
export const TOTAL: usize = 28;
export const WITHOUT: usize = 32;
export const USED: usize = 36;
export const UNUSED: usize = 40;
export const FIRST: usize = 44;
export const TELLS: usize = 48;
/** Positions in the facts: the route, the names of server and connector. */
export const ROUTE: usize = 52;
export const SERVER_NAME: usize = 56;
export const CONNECTOR_NAME: usize = 60;
const SCOPE_SIZE: usize = 64;
const MOST_SCOPES: u32 = 256;
const NO_LINE: u32 = 0x7fffffff;
let scopes: u32 = 0;
/** The session whose kind is not known. */
export let asked: usize = 0;

export function clearScopes(): void {
  scopes = 0;
  forgetNews();
}

/** The kind of a session; 0 where it is not known. */
export function kindOf(session: usize): usize {
  const connector = load<u32>(session, CONNECTOR), local = load<u32>(session, LOCAL), server = load<u32>(session, SERVER);
  for (let number: u32 = 0; number < scopes; number++) {
    const at = SCOPES + <usize>number * SCOPE_SIZE;
    if (load<u32>(at) == connector && load<u32>(at, 4) == local && load<u32>(at, 8) == server) return at;
  }
  return 0;
}

/** True where the session's kind is not known, and there is room for it. */
export function isNewKind(session: usize): bool {
  asked = session;
  return kindOf(session) == 0 && scopes < MOST_SCOPES;
}

/** Says what sessions have in common with the one that was asked for. Kinds have numbers in the order in which they were asked for. */
export function learnKind(keyHigh: u32, keyLow: u32, flags: u32, route: u32, server: u32, connector: u32): void {
  const at = SCOPES + <usize>(scopes++) * SCOPE_SIZE;
  store<u32>(at, load<u32>(asked, CONNECTOR)); store<u32>(at, load<u32>(asked, LOCAL), 4); store<u32>(at, load<u32>(asked, SERVER), 8);
  store<u32>(at, keyHigh, KEY_HIGH); store<u32>(at, keyLow, KEY_LOW); store<u32>(at, flags, FLAGS);
  store<u32>(at, route, ROUTE); store<u32>(at, server, SERVER_NAME); store<u32>(at, connector, CONNECTOR_NAME);
  store<i32>(at, -1, ON); store<u32>(at, 0, TOTAL);
}

/** Tells what sessions of a kind add up to so far. */
export function tellScope(at: usize): void {
  if (load<u32>(at, TOTAL) > 0) {
    tell(SCOPE);
    tell(<u32>((at - SCOPES) / SCOPE_SIZE));
    for (let field = ON; field <= TELLS; field += 4) tell(load<u32>(at + field));
  }
  store<u32>(at, NO_LINE, FIRST);
  for (let field = TOTAL; field <= UNUSED; field += 4) store<u32>(at + field, 0);
  store<u32>(at, 0, TELLS);
}

/** Tells it of all kinds; there has to be no other news. */
export function tellScopes(): void {
  for (let number: u32 = 0; number < scopes; number++) tellScope(SCOPES + <usize>number * SCOPE_SIZE);
}

