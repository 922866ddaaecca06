// What there is to tell of the sessions of a protocol log until others take it (followedRows.ts): messages, and news of sessions.
import { MESSAGES, MESSAGES_END, NEWS, NEWS_END } from './memory';
import { positionOf, positionsFrom } from './positions';
import { end, tidyEnded } from './sessions';

/** Where the news end: each is its kind, and its numbers. */
export let newsEnd: usize = NEWS;
/** A session that has ended, and where the messages ended then. What sessions of a kind add up to: see scopes.as. */
const SESSION: u32 = 1;
/** Room for what a session adds to the news. */
const MOST_NEWS: usize = 64;

/** Where the messages end: ten numbers each, those of a crossing (facts/facts.ts), but the host by the number of its name. */
export let messagesEnd: usize = MESSAGES;
export const MESSAGE: usize = 40;
export const HOST: usize = 16;
/** Up to where they may be written: nowhere while a session waits to be told of. */
let limit: usize = MESSAGES_END;

export function hasNews(): bool {
  return newsEnd > NEWS || messagesEnd > MESSAGES;
}

/** True where there is room for what a session with so many events adds at most. */
export function hasRoom(events: u32): bool {
  return messagesEnd + <usize>events * MESSAGE <= limit && newsEnd + MOST_NEWS <= NEWS_END;
}

/** All has been taken. */
export function forgetNews(): void {
  newsEnd = NEWS; messagesEnd = MESSAGES; limit = MESSAGES_END;
  tidyEnded();
}

export function tell(number: u32): void {
  store<u32>(newsEnd, number);
  newsEnd += 4;
}

/** A session has ended that others are to count, before anything else is told. */
export function tellSession(session: usize): void {
  tell(SESSION); tell(<u32>session); tell(<u32>messagesEnd);
  limit = 0;
  end(session);
}

/** Where the next message goes. */
// @ts-ignore: decorators of AssemblyScript
@inline export function nextMessage(): usize {
  messagesEnd += MESSAGE;
  return messagesEnd - MESSAGE;
}

/** Takes back the messages from one on. */
export function takeBack(message: usize): void {
  messagesEnd = message;
}

/** Puts positions in place of the numbers of hosts, before the messages are taken; `next`: the first position that is free. */
export function placeMessages(next: u32): void {
  positionsFrom(next);
  for (let at = MESSAGES; at < messagesEnd; at += MESSAGE) store<u32>(at, placeOf(load<i32>(at, HOST)), HOST);
}

/** The position of a host's name; 0 where none is told. */
// @ts-ignore: decorators of AssemblyScript
@inline export function placeOf(host: i32): u32 {
  return host < 0 ? 0 : positionOf(<u32>host);
}
