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

/** What is known of a connection's encryption. */
export interface Connection {
  readonly state: State;
  /** A name's number; -1 for none. */
  readonly cipher: number;
  /** Where the line stands that tells the TLS version; 0 for none. */
  readonly proof: number;
}

/** Nothing is told of TLS, and nothing could be told. */
export const UNKNOWN_CONNECTION: Connection = { state: Tls.unknown, cipher: -1, proof: 0 };
export const UNPROVED_CONNECTION: Connection = { state: UNPROVED, cipher: -1, proof: 0 };
export const PAST_CONNECTION: Connection = { state: PAST, cipher: -1, proof: 0 };

/** A hop of a message over the border, as a line tells it. Names are numbers, -1 for none; places are lines, or ranks of lines. */
export interface Hop extends Connection {
  readonly direction: Direction;
  /** Halves of the key of the queue id and its host. */
  readonly idHigh: number;
  readonly idLow: number;
  /** The host and the program, without the process: what is set up to write down TLS, or not. */
  readonly service: number;
  /** The other side as the log has it: `mx1.fabrikam.example[192.0.2.10]:25`. */
  readonly peer: number;
  readonly place: number;
  /** UTC day and the millisecond of that day; day -1 where the line's time was not needed. */
  readonly day: number;
  readonly millisecond: number;
}

/** An attempt of smtp to deliver a message, of which `state` is what the line itself says: {@link PAST} where nothing. */
export interface Delivery extends Hop {
  /** Halves of the key of the process and its host. */
  readonly high: number;
  readonly low: number;
  /** The connection had been used before, perhaps by another process. */
  readonly isReuse: boolean;
  /** The message left for a host outside. */
  readonly isCounted: boolean;
  /** Seconds since the message came in; -1 where not told. */
  readonly delay: number;
}

/** See {@link EventKind}: one shape for all kinds, which need different parts of it. */
export interface LogEvent extends Delivery {
  readonly kind: EventKind;
  /** A name's number: domain of the envelope sender. */
  readonly sender: number;
}

const NOTHING: LogEvent = {
  kind: EventKind.begin,
  direction: 'inbound',
  high: 0,
  low: 0,
  idHigh: 0,
  idLow: 0,
  service: -1,
  ...UNKNOWN_CONNECTION,
  peer: -1,
  sender: -1,
  place: 0,
  day: -1,
  millisecond: 0,
  isReuse: false,
  isCounted: false,
  delay: -1,
};

/** An event of which only this is to be said. */
export function logEvent(kind: EventKind, said: Partial<LogEvent>): LogEvent {
  return { ...NOTHING, ...said, kind };
}
