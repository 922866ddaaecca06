import type { Direction } from '../../model/connector';
import { Session } from './session';

const FIRST_CAPACITY = 64;

/** Open sessions by the key of their id; two servers may use the same id. Sessions that were closed are used again. */
export class SessionTable {
  /** Linear probing: of those with one id the first. */
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
    if (first === undefined && 4 * ++this.#slots > 3 * this.#sessions.length) {
      this.#grow();
      slot = this.#slotOf(idHigh, idLow);
    }
    const session = this.#free.pop() ?? new Session();
    session.begin(direction, idHigh, idLow, server);
    session.next = first;
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
    const sessions = this.#sessions;
    const mask = sessions.length - 1;
    let slot = idLow & mask;
    for (let open = sessions[slot]; open !== undefined; open = sessions[slot]) {
      if (open.idLow === idLow && open.idHigh === idHigh) {
        break;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Frees a slot and moves those behind it that could not be found past the gap. */
  #empty(slot: number): void {
    const sessions = this.#sessions;
    const mask = sessions.length - 1;
    this.#slots--;
    let gap = slot;
    let at = (gap + 1) & mask;
    for (let open = sessions[at]; open !== undefined; open = sessions[at]) {
      const home = open.idLow & mask;
      if (((at - home) & mask) >= ((at - gap) & mask)) {
        sessions[gap] = open;
        sessions[at] = undefined;
        gap = at;
      }
      at = (at + 1) & mask;
    }
  }

  #grow(): void {
    const sessions = this.#sessions;
    this.#sessions = new Array(2 * sessions.length).fill(undefined);
    for (const session of sessions) {
      if (session !== undefined) {
        this.#sessions[this.#slotOf(session.idHigh, session.idLow)] = session;
      }
    }
  }
}
