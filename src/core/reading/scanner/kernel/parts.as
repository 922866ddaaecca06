// Sessions that go on in other stretches, as facts/sessionParts.ts has them.
import { MESSAGES, MESSAGES_END } from './memory';
import { placeOf } from './news';
import { positionsFrom } from './positions';
import { CONNECTOR_NAME, FLAGS, SERVER_NAME, kindOf } from './scopes';
import {
  COUNT, DAY, EVENT, EVENTS, FIRST, HIGH, LAST, LINE, LOW, MILLISECOND, NEXT, REMOTE, leaveOpen, nextSlot, openFrom,
} from './sessions';
import { receives } from './transfers';

/** What stands before a part's events: sixteen numbers, and its one run of sequence numbers. */
const RUN: usize = 16 * 4;
const HEADER: usize = RUN + 8;

/** Where the parts end that were written last. */
export let partsEnd: usize = MESSAGES;

/**
 * Writes down sessions that are open, from a slot on, where messages stood; `next`: the first position that is free. Goes on at `nextSlot`,
 * 0 where that were all. Returns the address of a session that others have to write down, 0 for none.
 */
export function writeParts(slot: u32, next: u32): usize {
  positionsFrom(next);
  partsEnd = MESSAGES;
  while (true) {
    const session = openFrom(slot);
    if (session == 0) return 0;
    const kind = kindOf(session);
    const events = <usize>load<u32>(session, COUNT) * EVENT;
    if (kind == 0 || HEADER + events > MESSAGES_END - MESSAGES) return session;
    if (partsEnd + HEADER + events > MESSAGES_END) {
      leaveOpen();
      return 0;
    }
    write(session, kind, events);
    slot = nextSlot;
  }
}

function write(session: usize, kind: usize, events: usize): void {
  const to = partsEnd;
  const first = load<u32>(session, FIRST), next = load<u32>(session, NEXT);
  store<u32>(to, 1); store<u32>(to, <u32>events >> 2, 4); store<u32>(to, <u32>!receives, 8);
  store<u32>(to, load<u32>(session, HIGH), 12); store<u32>(to, load<u32>(session, LOW), 16);
  store<u32>(to, load<u32>(kind, SERVER_NAME), 20); store<u32>(to, load<u32>(kind, CONNECTOR_NAME), 24);
  store<u32>(to, placeOf(load<i32>(session, REMOTE)), 28); store<u32>(to, load<u32>(kind, FLAGS), 32);
  store<u32>(to, next - first, 36); store<u32>(to, load<u32>(session, LINE), 40);
  store<u32>(to, first, 44); store<u32>(to, load<u32>(session, LAST), 48);
  store<u32>(to, load<u32>(session, DAY), 52); store<u32>(to, load<u32>(session, MILLISECOND), 56); store<u32>(to, 0, 60);
  store<u32>(to, first, RUN); store<u32>(to, next - 1, RUN + 4);
  memory.copy(to + HEADER, <usize>load<u32>(session, EVENTS), events);
  partsEnd = to + HEADER + events;
}
