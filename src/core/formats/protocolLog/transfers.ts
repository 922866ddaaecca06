import type { SourceLine } from '../../model/messageFlow';
import { parseTlsVersion, Tls } from '../../model/tls';
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

const ACCEPTED = /^250 2\.6\.0 (?!CHUNK received OK)/i;
const CIPHER = /bulk encryption algorithm\s+(\S+)/i;
const MAIL_FROM = /^MAIL FROM:\s*<?([^\s>]*)/i;

/** Reads a session's events in the order of their sequence numbers, then times; identical rows count once. */
export function readSession(session: Session): SessionResult {
  const state = new Conversation(session);
  const rows = new Set<string>();
  let sequence = -1;
  const inOrder = session.events
    .map((event, arrival) => ({ event, arrival }))
    .sort((a, b) => a.event.sequence - b.event.sequence || a.event.time - b.event.time || a.arrival - b.arrival);
  for (const { event } of inOrder) {
    if (event.sequence !== sequence) {
      rows.clear();
      sequence = event.sequence;
    }
    const row = `${event.time} ${event.kind} ${event.text}`;
    if (!rows.has(row)) {
      rows.add(row);
      state.read(event);
    }
  }
  return { transfers: state.transfers, isInternal: state.isInternal };
}

/** Matches replies to commands in order (pipelining, BDAT chunks) and keeps track of TLS. */
class Conversation {
  readonly transfers: Transfer[] = [];
  isInternal = false;
  readonly #session: Session;
  /** Commands that no reply has answered yet. */
  #open: string[] = [];
  #sender = '';
  #tls: { readonly version: Tls; readonly cipher: string; readonly at: SourceLine } | undefined;
  /** The line of a STARTTLS or X-ANONYMOUSTLS that was answered 220. */
  #started: SourceLine | undefined;
  #acceptedSequence = -1;
  /** Accepting replies with that sequence number so far; more than one only in edited logs. */
  #acceptedAt = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  read(event: SessionEvent): void {
    switch (event.kind) {
      case 'command':
        this.#command(event);
        break;
      case 'reply':
        this.#reply(event);
        break;
      case 'tls':
        this.#tls = { version: parseTlsVersion(event.text), cipher: CIPHER.exec(event.text)?.[1] ?? '', at: event.at };
        this.#open = [];
        break;
      case 'tlsFailed':
        this.#started = undefined;
        break;
      case 'disconnect':
        break;
    }
  }

  #command({ text }: SessionEvent): void {
    const verb = /^[-A-Z0-9]+/i.exec(text)?.[0].toUpperCase() ?? '';
    this.isInternal ||= verb === 'X-ANONYMOUSTLS';
    if (verb === 'MAIL') {
      const address = MAIL_FROM.exec(text)?.[1] ?? '';
      this.#sender = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
    }
    this.#open.push(verb === 'BDAT' && /\bLAST\s*$/i.test(text) ? 'BDAT LAST' : verb);
  }

  #reply(event: SessionEvent): void {
    const code = event.text.slice(0, 3);
    const command = this.#open[0];
    if (code === '354' && command === 'DATA') {
      this.#open[0] = 'CONTENT';
      return;
    }
    if (code.startsWith('3')) {
      return;
    }
    const isReceive = this.#session.direction === 'inbound';
    if (isReceive && ACCEPTED.test(event.text)) {
      this.#open.splice(0, 1 + this.#open.findIndex((open) => /^(CONTENT|DATA|BDAT LAST)$/.test(open)));
      this.#accept(event);
      return;
    }
    this.#open.shift();
    if (code === '220' && (command === 'STARTTLS' || command === 'X-ANONYMOUSTLS')) {
      this.#started = event.at;
    }
    const endsData = command === 'CONTENT' || command === 'BDAT LAST' || (isReceive && command === 'DATA');
    if (endsData && code === '250') {
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
  }

  /** FORMATS 5.3: no TLS only where the session is whole from its beginning and no such command was answered 220. */
  #tlsAt(reply: SessionEvent): { tls: Tls; proof: SourceLine } {
    if (this.#tls !== undefined) {
      return { tls: this.#tls.version, proof: this.#tls.at };
    }
    if (this.#started !== undefined) {
      return { tls: Tls.tls, proof: this.#started };
    }
    return { tls: this.#session.isWholeUpTo(reply.sequence) ? Tls.none : Tls.unknown, proof: reply.at };
  }
}
