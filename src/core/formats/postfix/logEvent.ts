import type { Direction } from '../../model/connector';
import { Tls } from '../../model/tls';

/**
 * What a line of a Postfix log says that other lines, perhaps in another part of the file or in the next file, are needed
 * to understand.
 */
export const EventKind = {
  /** The time of the file's first line of Postfix. */
  begin: 1,
  /** A service writes down which TLS connections it makes. */
  logsTls: 2,
  /** smtpd: a client connected … */
  connected: 3,
  /** … began TLS … */
  encrypted: 4,
  /** … and left. */
  disconnected: 5,
  /** smtpd: a client hands in a message; what is known of its connection is in earlier lines. */
  client: 6,
  /** The same, of which the connection is known. */
  arrival: 7,
  /** The queue manager took a message in. */
  accepted: 8,
  /** smtp: how a process is connected, and the message that it delivered last. */
  sending: 9,
  /** smtp: an attempt to deliver; what is known of its connection is in earlier lines. */
  delivery: 10,
  /** A message that crossed the border without a TLS line: No TLS, if its service writes down TLS at all. */
  message: 11,
} as const;
export type EventKind = (typeof EventKind)[keyof typeof EventKind];

/** In place of a TLS state: no TLS line, which proves No TLS only where the service writes down TLS at all … */
export const UNPROVED = 0x10;
/** … the state that earlier lines tell, which are not known here. */
export const PAST = 0x11;
/** A TLS state, {@link UNPROVED} or {@link PAST}. */
export type State = Tls | typeof UNPROVED | typeof PAST;

/** What is known of a connection's encryption. Names are numbers, -1 for none; places are lines, or ranks of lines. */
export interface Connection {
  readonly state: State;
  readonly cipher: number;
  /** Where the line stands that tells the TLS version; 0 for none. */
  readonly proof: number;
}

/** Nothing is told of TLS, and nothing could be told. */
export const UNKNOWN_CONNECTION: Connection = { state: Tls.unknown, cipher: -1, proof: 0 };
export const UNPROVED_CONNECTION: Connection = { state: UNPROVED, cipher: -1, proof: 0 };
export const PAST_CONNECTION: Connection = { state: PAST, cipher: -1, proof: 0 };

/** One shape for all kinds, which need different parts of it: there are very many, and most are used again. */
export class LogEvent implements Connection {
  kind: EventKind;
  direction: Direction = 'inbound';
  /** Halves of the key of the process and its host. */
  high = 0;
  low = 0;
  /** Halves of the key of the queue id and its host. */
  idHigh = 0;
  idLow = 0;
  /** The host and the program, without the process: what is set up to write down TLS, or not. */
  service = -1;
  /** Of a delivery: what the line itself says, {@link PAST} where nothing. */
  state: State = PAST;
  cipher = -1;
  proof = 0;
  /** The other side as the log has it: `mx1.fabrikam.example[192.0.2.10]:25`. */
  peer = -1;
  /** Domain of the envelope sender. */
  sender = -1;
  place = 0;
  /** UTC day and the millisecond of that day; day -1 where the line's time was not needed. */
  day = -1;
  millisecond = 0;
  /** The connection is from this host itself. */
  isLocal = false;
  /** The connection had been used before, perhaps by another process. */
  isReuse = false;
  /** The message left for a host outside. */
  isCounted = false;
  /** Whole seconds since the message came in, rounded up; -1 where not told. */
  delay = -1;

  constructor(kind: EventKind) {
    this.kind = kind;
  }

  /** Takes over what is known of the connection. */
  connect({ state, cipher, proof }: Connection): void {
    this.state = state;
    this.cipher = cipher;
    this.proof = proof;
  }
}
