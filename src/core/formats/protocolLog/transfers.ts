import type { SourceLine } from '../../model/messageFlow';
import { Tls } from '../../model/tls';
import type { Session } from './session';
import type { SessionEvent } from './sessionEvent';

/** A message that a session took over: what counts. */
export interface Transfer {
  /** Identifies the transfer within its session: the sequence number of the accepting reply, and which one there. */
  readonly ordinal: string;
  readonly time: number;
  readonly tls: Tls;
  readonly cipher: string;
  readonly sender: string;
  readonly proof: SourceLine;
}

/** What a session's events add up to. */
export interface SessionResult {
  readonly transfers: readonly Transfer[];
  /** Exchange talking to Exchange: `X-ANONYMOUSTLS` was sent as a command. */
  readonly isInternal: boolean;
}

/** Reads a session's events in the order of their sequence numbers, then times; identical rows count once. */
export function readSession(session: Session): SessionResult {
  const state = new Conversation(session);
  const events = inOrder(session.events);
  for (let first = 0; first < events.length; ) {
    let end = first + 1;
    while (end < events.length && events[end]?.sequence === events[first]?.sequence) {
      end++;
    }
    for (const event of end === first + 1 ? [events[first] as SessionEvent] : withoutTwins(events.slice(first, end))) {
      state.read(event);
    }
    first = end;
  }
  return { transfers: state.transfers, isInternal: state.isInternal };
}

/** By sequence number, then time, then arrival; a log has them in this order already. */
function inOrder(events: readonly SessionEvent[]): readonly SessionEvent[] {
  const isSorted = events.every(
    (event, index) => index === 0 || compare(events[index - 1] as SessionEvent, event) <= 0,
  );
  return isSorted ? events : [...events].sort(compare);
}

function compare(a: SessionEvent, b: SessionEvent): number {
  return a.sequence - b.sequence || a.time - b.time;
}

/** Identical rows count once. */
function withoutTwins(events: readonly SessionEvent[]): SessionEvent[] {
  const rows = new Set<string>();
  return events.filter(({ time, meaning, hash }) => {
    const row = `${time} ${meaning.kind} ${hash}`;
    const isNew = !rows.has(row);
    rows.add(row);
    return isNew;
  });
}

/** Matches replies to commands in order (pipelining, BDAT chunks) and keeps track of TLS. */
class Conversation {
  readonly transfers: Transfer[] = [];
  isInternal = false;
  readonly #session: Session;
  readonly #wholeUntil: number;
  /** Commands that no reply has answered yet. */
  #open: string[] = [];
  #sender = '';
  /** MAIL FROM has been seen: where rows begin later, a reply may belong to a pipelined command that is missing. */
  #isWholeMail = false;
  #tls: { readonly version: Tls; readonly cipher: string; readonly at: SourceLine } | undefined;
  /** The line of a STARTTLS or X-ANONYMOUSTLS that was answered 220. */
  #started: SourceLine | undefined;
  #acceptedSequence = -1;
  /** Accepting replies with that sequence number so far; more than one only in edited logs. */
  #acceptedAt = 0;

  constructor(session: Session) {
    this.#session = session;
    this.#wholeUntil = session.wholeUntil();
  }

  read(event: SessionEvent): void {
    const { meaning, at } = event;
    switch (meaning.kind) {
      case 'command':
        this.isInternal ||= meaning.verb === 'X-ANONYMOUSTLS';
        if (meaning.verb === 'MAIL') {
          this.#sender = meaning.sender;
          this.#isWholeMail = true;
        }
        this.#open.push(meaning.verb);
        break;
      case 'reply':
        this.#reply(event, meaning.code, meaning.accepts);
        break;
      case 'tls':
        this.#tls = { version: meaning.version, cipher: meaning.cipher, at };
        this.#open = [];
        break;
      case 'tlsFailed':
        this.#started = undefined;
        break;
      case 'disconnect':
        break;
    }
  }

  #reply(event: SessionEvent, code: number, accepts: boolean): void {
    const command = this.#open[0];
    if (code === 354 && command === 'DATA') {
      this.#open[0] = 'CONTENT';
      return;
    }
    if (code >= 300 && code < 400) {
      return;
    }
    const isReceive = this.#session.direction === 'inbound';
    if (isReceive && accepts) {
      this.#open.splice(0, 1 + this.#open.findIndex((open) => /^(CONTENT|DATA|BDAT LAST)$/.test(open)));
      this.#accept(event);
      return;
    }
    this.#open.shift();
    if (code === 220 && (command === 'STARTTLS' || command === 'X-ANONYMOUSTLS')) {
      this.#started = event.at;
    }
    const endsData = command === 'BDAT LAST' || (isReceive && command === 'DATA');
    if (code === 250 && (command === 'CONTENT' || (endsData && this.#isWholeMail))) {
      this.#accept(event);
    }
  }

  #accept(reply: SessionEvent): void {
    if (this.#acceptedSequence !== reply.sequence) {
      this.#acceptedSequence = reply.sequence;
      this.#acceptedAt = 0;
    }
    const { tls, proof } = this.#tlsAt(reply);
    this.transfers.push({
      ordinal: `${reply.sequence}.${this.#acceptedAt++}`,
      time: reply.time,
      tls,
      cipher: this.#tls?.cipher ?? '',
      sender: this.#sender,
      proof,
    });
    this.#isWholeMail = false;
  }

  /** No TLS only where the session is whole from its beginning and no such command was answered 220. */
  #tlsAt(reply: SessionEvent): { tls: Tls; proof: SourceLine } {
    if (this.#tls !== undefined) {
      return { tls: this.#tls.version, proof: this.#tls.at };
    }
    if (this.#started !== undefined) {
      return { tls: Tls.tls, proof: this.#started };
    }
    return { tls: reply.sequence <= this.#wholeUntil ? Tls.none : Tls.unknown, proof: reply.at };
  }
}
