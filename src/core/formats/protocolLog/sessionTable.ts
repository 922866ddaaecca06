import type { Direction } from '../../model/connector';
import { Session } from './session';

const FIRST_CAPACITY = 64;

/** Open sessions by the key of their id; two servers may use the same id. Sessions that were closed are used again. */
export class SessionTable {
  /** Linear probing: halves of the key, and the session (the first of those with the id). */
  #high = new Int32Array(FIRST_CAPACITY);
  #low = new Int32Array(FIRST_CAPACITY);
  #sessions: (Session | undefined)[] = new Array(FIRST_CAPACITY).fill(undefined);
  readonly #free: Session[] = [];
  #slots = 0;
  size = 0;

  /** The session a row belongs to, new where there is none. `server` may be empty where the row does not tell. */
  of(direction: Direction, server: string, idHigh: number, idLow: number): Session {
    const slot = this.#slotOf(idHigh, idLow);
    for (let open = this.#sessions[slot]; open !== undefined; open = open.next) {
      if (open.isOf(direction, server)) {
        open.server ||= server;
        return open;
      }
    }
    return this.another(direction, server, idHigh, idLow);
  }

  /** The open sessions with an id, the newest first. */
  *withId(idHigh: number, idLow: number): Generator<Session> {
    for (let open = this.#sessions[this.#slotOf(idHigh, idLow)]; open !== undefined; open = open.next) {
      yield open;
    }
  }

  /** A new session, though there may be one with the same id. */
  another(direction: Direction, server: string, idHigh: number, idLow: number): Session {
    let slot = this.#slotOf(idHigh, idLow);
    const first = this.#sessions[slot];
    if (first === undefined && 4 * ++this.#slots > 3 * this.#high.length) {
      this.#grow();
      slot = this.#slotOf(idHigh, idLow);
    }
    const session = this.#free.pop() ?? new Session();
    session.begin(direction, idHigh, idLow, server);
    session.next = first;
    this.#high[slot] = idHigh;
    this.#low[slot] = idLow;
    this.#sessions[slot] = session;
    this.size++;
    return session;
  }

  /** Takes a session out, which is used again: it must not be kept. */
  close(session: Session): void {
    const slot = this.#slotOf(session.idHigh, session.idLow);
    let open = this.#sessions[slot];
    if (open === session) {
      this.#sessions[slot] = session.next;
      if (session.next === undefined) {
        this.#empty(slot);
      }
    }
    for (; open !== undefined; open = open.next) {
      if (open.next === session) {
        open.next = session.next;
      }
    }
    this.size--;
    this.#free.push(session);
  }

  /** The open sessions, of those with one id the oldest first; they may be closed while they are gone through. */
  all(): Session[] {
    const all: Session[] = [];
    for (const first of this.#sessions) {
      const place = all.length;
      for (let open = first; open !== undefined; open = open.next) {
        all.splice(place, 0, open);
      }
    }
    return all;
  }

  #slotOf(idHigh: number, idLow: number): number {
    const mask = this.#high.length - 1;
    let slot = idLow & mask;
    while (
      this.#sessions[slot] !== undefined &&
      (this.#low[slot] !== (idLow | 0) || this.#high[slot] !== (idHigh | 0))
    ) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Frees a slot and moves those behind it that could not be found past the gap. */
  #empty(slot: number): void {
    const mask = this.#high.length - 1;
    this.#slots--;
    let gap = slot;
    for (let at = (gap + 1) & mask; this.#sessions[at] !== undefined; at = (at + 1) & mask) {
      const home = (this.#low[at] as number) & mask;
      if (((at - home) & mask) >= ((at - gap) & mask)) {
        this.#sessions[gap] = this.#sessions[at];
        this.#high[gap] = this.#high[at] as number;
        this.#low[gap] = this.#low[at] as number;
        this.#sessions[at] = undefined;
        gap = at;
      }
    }
  }

  #grow(): void {
    const sessions = this.#sessions;
    const capacity = 2 * sessions.length;
    this.#high = new Int32Array(capacity);
    this.#low = new Int32Array(capacity);
    this.#sessions = new Array(capacity).fill(undefined);
    for (const session of sessions) {
      if (session !== undefined) {
        const slot = this.#slotOf(session.idHigh, session.idLow);
        this.#high[slot] = session.idHigh;
        this.#low[slot] = session.idLow;
        this.#sessions[slot] = session;
      }
    }
  }
}
