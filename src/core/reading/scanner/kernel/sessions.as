// Open sessions of a protocol log, as long as nothing is odd about them: their rows have come one after the other, each with the next
// number. Of those that began before the stretch the first row is not number 0.
import { ARENA, ARENA_END, MOST_RECENT, MOST_SESSIONS, RECENT, SESSIONS } from './memory';

/** Of sessions that have ended, the one that ended before. */
const BEFORE: usize = 0;
/** How usual rows (usualRows.as) of the session are written, from their connector to their event: how long that is … */
export const TEXT_LENGTH: usize = 4;
/** … how far behind the connector's beginning the id begins, more than any row has where nothing of that is known … */
export const ID_AT: usize = 8;
const NOWHERE: u32 = 0xffffffff;
/** … and where the last digit of the number is. */
const LAST_DIGIT: usize = 12;
/** Numbers of a session, four bytes each, as KeptField (rowFollower.ts) has them: the sequence number of the row that comes next … */
export const NEXT: usize = 16;
/** … and of the one that ends it, -1 as long as that has not come. */
export const LAST: usize = 20;
export const CONNECTOR: usize = 24;
/** 1 where only the local endpoint tells the server. */
export const BY_LOCAL: usize = 28;
export const LOCAL: usize = 32;
export const REMOTE: usize = 36;
export const DAY: usize = 40;
export const MILLISECOND: usize = 44;
/** How many events it has, and where they lie: eight numbers each (sessionEvents.ts). */
export const COUNT: usize = 48;
export const EVENTS: usize = 52;
/** Which size of block they lie in. */
const SIZE: usize = 56;
export const SERVER: usize = 60;
/** The text, with the number that comes next. */
export const TEXT: usize = 64;
export const LONGEST_TEXT: usize = 160;
/** What few rows need stands apart. */
export const HIGH: usize = 224;
export const LOW: usize = 228;
export const LINE: usize = 232;
/** The sequence number of its first row. */
export const FIRST: usize = 236;

/** In place of a session's address: others keep it. */
export const ELSEWHERE: u32 = 1;
export const EVENT: usize = 32;
const SLOT: usize = 16;
const ZERO: u8 = 48;
const NINE: u8 = 57;
/** Blocks of 64 bytes, and of twice, four times, … of that. */
const FREE: usize = 0x1fd00;
const SIZES: u32 = 16;
const SESSION_SIZE: u32 = 2;
const FIRST_SIZE: u32 = 3;

/**
 * Slots at first, so that what is looked for at random stays in the processor's cache: there are twice as many whenever half of them
 * are taken.
 */
const FEWEST_SLOTS: u32 = 1 << 10;
let slots: u32 = FEWEST_SLOTS;

/** How many sessions are open. */
export let open: u32 = 0;
let taken: u32 = 0;
let top: usize = ARENA;

export function clear(): void {
  slots = FEWEST_SLOTS;
  memory.fill(slotAt(0), 0, <usize>slots * SLOT);
  memory.fill(FREE, 0, SIZES * 4);
  memory.fill(RECENT, 0, <usize>MOST_RECENT * 4);
  open = 0; taken = 0; left = 0; ended = 0; top = ARENA;
}

/** Where a session stands with an id of sixteen bytes: by its last three digits, since such ids count sessions. */
// @ts-ignore: decorators of AssemblyScript
@inline function recentAt(id: usize): usize {
  const end = load<u32>(id, 12);
  const digits = (end + (end >> 6 & 0x01010100) * 9) & 0x0f0f0f00;
  return RECENT + (<usize>(<u64>digits * 0x1001001 >> 24) & (MOST_RECENT - 1)) * 4;
}

/**
 * Of the sessions whose ids of sixteen bytes end alike, that of which it was noted last how its rows are written; 0 for none.
 */
// @ts-ignore: decorators of AssemblyScript
@inline export function recent(id: usize): usize {
  return <usize>load<u32>(recentAt(id));
}

/** Nothing is known any more of how the session's rows are written. */
// @ts-ignore: decorators of AssemblyScript
@inline export function forgetText(session: usize): void {
  store<u32>(session, NOWHERE, ID_AT);
}

/** A row of the session is written like this from its connector to its event; its id and the digits of its number stand in there. */
export function keepText(session: usize, text: usize, length: usize, id: usize, lastDigit: usize): void {
  memory.copy(session + TEXT, text, length);
  store<u32>(session, <u32>length, TEXT_LENGTH); store<u32>(session, <u32>(id - text), ID_AT);
  store<u32>(session, <u32>(lastDigit - text), LAST_DIGIT);
  store<u32>(recentAt(id), <u32>session);
  nextNumber(session);
}

/** The session's number is one more from now on. */
// @ts-ignore: decorators of AssemblyScript
@inline export function nextNumber(session: usize): void {
  const at = session + <usize>load<u32>(session, LAST_DIGIT);
  const digit = <u32>load<u8>(at, TEXT);
  if (digit < NINE) store<u8>(at, <u8>(digit + 1), TEXT);
  else carry(session, at + TEXT);
}

/** … or one less. */
export function previousNumber(session: usize): void {
  const at = session + <usize>load<u32>(session, LAST_DIGIT);
  const digit = load<u8>(at, TEXT);
  if (digit > ZERO) store<u8>(at, digit - 1, TEXT);
  else forgetText(session);
}

function carry(session: usize, lastDigit: usize): void {
  let at = lastDigit;
  for (; load<u8>(at) == NINE; at--) store<u8>(at, ZERO);
  const digit = load<u8>(at);
  if (digit >= ZERO && digit < NINE) {
    store<u8>(at, digit + 1);
    return;
  }
  // There is a digit more.
  const length = <usize>load<u32>(session, TEXT_LENGTH) + 1, first = at + 1;
  // A number of ten digits is none: such a row is looked at by itself.
  if (length > LONGEST_TEXT || lastDigit - at >= 9) { forgetText(session); return; }
  memory.copy(first + 1, first, session + TEXT + length - 1 - first);
  store<u8>(first, ZERO + 1);
  store<u32>(session, <u32>length, TEXT_LENGTH); store<u32>(session, load<u32>(session, LAST_DIGIT) + 1, LAST_DIGIT);
}

/** Tables lie one behind the other, so that one can be filled from the one before. */
// @ts-ignore: decorators of AssemblyScript
@inline function slotAt(slot: u32): usize {
  return SESSIONS + <usize>(slots + slot) * SLOT;
}

/** The slot of a session, or the empty one where it would be. */
export function slotOf(high: u32, low: u32): usize {
  let slot = low & (slots - 1);
  while (true) {
    const at = slotAt(slot);
    if (load<u32>(at, 8) == 0 || (load<u32>(at, 4) == low && load<u32>(at) == high)) return at;
    slot = (slot + 1) & (slots - 1);
  }
}

/** There is one more that is taken: places of slots that were told before may mean nothing any more. */
function take(): void {
  taken++;
  if (taken << 1 <= slots || slots == MOST_SESSIONS) return;
  const from = slotAt(0), to = slotAt(slots);
  slots <<= 1;
  memory.fill(slotAt(0), 0, <usize>slots * SLOT);
  for (let at = from; at < to; at += SLOT) {
    if (load<u32>(at, 8) != 0) memory.copy(slotOf(load<u32>(at), load<u32>(at, 4)), at, SLOT);
  }
}

/** A block; 0 where there is no room left. */
function block(size: u32): usize {
  const free = FREE + <usize>size * 4;
  const known = <usize>load<u32>(free);
  if (known != 0) {
    store<u32>(free, load<u32>(known));
    return known;
  }
  const bytes = <usize>64 << size;
  if (size >= SIZES || top + bytes > ARENA_END) return 0;
  top += bytes;
  return top - bytes;
}

function give(at: usize, size: u32): void {
  const free = FREE + <usize>size * 4;
  store<u32>(at, load<u32>(free));
  store<u32>(free, <u32>at);
}

/** A session of which nothing is known but its id; 0 where there is no room. */
export function begin(at: usize, high: u32, low: u32, sequence: i32): usize {
  const session = block(SESSION_SIZE);
  const events: usize = session == 0 ? 0 : block(FIRST_SIZE);
  if (events == 0) return 0;
  store<u32>(at, high); store<u32>(at, low, 4); store<u32>(at, <u32>session, 8);
  take(); open++;
  forgetText(session); store<u32>(session, high, HIGH); store<u32>(session, low, LOW);
  store<i32>(session, -1, LOCAL); store<i32>(session, -1, SERVER); store<i32>(session, -1, REMOTE);
  store<i32>(session, 0x7fffffff, DAY); store<i32>(session, sequence, FIRST); store<i32>(session, sequence, NEXT); store<i32>(session, -1, LAST); store<u32>(session, 0, COUNT);
  store<u32>(session, <u32>events, EVENTS); store<u32>(session, FIRST_SIZE, SIZE);
  return session;
}

/** Where the session's next event goes; 0 where there is no room. */
// @ts-ignore: decorators of AssemblyScript
@inline export function room(session: usize): usize {
  const length = <usize>load<u32>(session, COUNT) * EVENT;
  return length < <usize>64 << load<u32>(session, SIZE) ? <usize>load<u32>(session, EVENTS) + length : more(session, length);
}

/** … behind events of a length that fill their block. */
function more(session: usize, length: usize): usize {
  const size = load<u32>(session, SIZE);
  const events = <usize>load<u32>(session, EVENTS);
  const larger = block(size + 1);
  if (larger == 0) return 0;
  memory.copy(larger, events, length);
  give(events, size);
  store<u32>(session, <u32>larger, EVENTS); store<u32>(session, size + 1, SIZE);
  return larger + length;
}

/** Frees what a session took. */
export function drop(session: usize): void {
  give(<usize>load<u32>(session, EVENTS), load<u32>(session, SIZE));
  give(session, SESSION_SIZE);
}

/** Takes a session out of the table, and moves those behind it that could not be found past the gap. */
export function remove(slot: usize): void {
  const mask = slots - 1;
  if (load<u32>(slot, 8) != ELSEWHERE) {
    open--;
    forgetText(<usize>load<u32>(slot, 8));
  }
  taken--;
  let gap = <u32>((slot - slotAt(0)) / SLOT);
  let at = (gap + 1) & mask;
  while (load<u32>(slotAt(at), 8) != 0) {
    const home = load<u32>(slotAt(at), 4) & mask;
    if (((at - home) & mask) >= ((at - gap) & mask)) {
      memory.copy(slotAt(gap), slotAt(at), SLOT);
      gap = at;
    }
    at = (at + 1) & mask;
  }
  store<u32>(slotAt(gap), 0, 8);
}

/** What is known of it is read by others as long as nothing else is asked for. */
let left: usize = 0;

/** Those that have ended, likewise. */
let ended: usize = 0;

/** Frees what others have read by now. */
export function tidy(): void {
  if (left != 0) drop(left);
  left = 0;
}

export function tidyEnded(): void {
  while (ended != 0) {
    const session = ended;
    ended = <usize>load<u32>(session, BEFORE);
    drop(session);
  }
}

/** It has ended; others are to read it. */
export function end(session: usize): void {
  store<u32>(session, <u32>ended, BEFORE);
  ended = session;
}

/** True where there is little room left. */
export function isFull(): bool {
  return taken > MOST_SESSIONS - (MOST_SESSIONS >> 2);
}

/**
 * Others keep the session with an id from now on. The address of what is known of it, until the next call; 0 where that is nothing,
 * 1 where there is no room to take note of it.
 */
export function leave(high: u32, low: u32): usize {
  tidy();
  const at = slotOf(high, low);
  const session = load<u32>(at, 8);
  if (session == ELSEWHERE) return 0;
  if (session == 0) {
    if (isFull()) return 1;
    store<u32>(at, high); store<u32>(at, low, 4); store<u32>(at, ELSEWHERE, 8);
    take();
    return 0;
  }
  open--;
  left = <usize>session;
  forgetText(left);
  store<u32>(at, ELSEWHERE, 8);
  return left;
}

/** Others have no session with an id any more. */
export function leaveNone(high: u32, low: u32): void {
  const at = slotOf(high, low);
  if (load<u32>(at, 8) == ELSEWHERE) remove(at);
}

/** Where a search for sessions goes on: at the slot behind the one that was found last; 0 where there is none. */
export let nextSlot: u32 = 0;

/** The session that was found last is to be found again. */
export function leaveOpen(): void {
  nextSlot--;
}

/** The address of a session that is open, from a slot on; 0 for none. */
export function openFrom(slot: u32): usize {
  for (; slot < slots; slot++) {
    const session = load<u32>(slotAt(slot), 8);
    if (session > ELSEWHERE) {
      nextSlot = slot + 1;
      return <usize>session;
    }
  }
  nextSlot = 0;
  return 0;
}
