import { Tls } from '../../model/tls';
import { KeyTable } from '../../reading/keyTable';
import {
  type Connection,
  EventKind,
  LogEvent,
  PAST,
  PAST_CONNECTION,
  UNKNOWN_CONNECTION,
  UNPROVED_CONNECTION,
} from './logEvent';

/** Takes what lines of smtp add up to. Events mean nothing any more once they have been taken. */
export interface DepartureSink {
  /** A message left. */
  left(hop: LogEvent): void;
  /** See `ArrivalSink.loose`. */
  loose(event: LogEvent): Connection | undefined;
}

/** What an smtp process did last. */
interface Sending {
  readonly high: number;
  readonly low: number;
  connection: Connection;
  /** The host that it is connected to. */
  peer: number;
  /** The message that it delivered; both 0 as long as it has only made the connection. */
  idHigh: number;
  idLow: number;
}

/**
 * What smtp delivers. A process serves one request at a time: its TLS lines come before the lines of the recipients, and a
 * request without one was not encrypted, unless it reuses a connection (docs/formats.md). Lines come in the order of the log.
 */
export class Departures {
  readonly #sink: DepartureSink;
  readonly #sendings = new KeyTable<Sending>();

  constructor(sink: DepartureSink) {
    this.#sink = sink;
  }

  get size(): number {
    return this.#sendings.size;
  }

  /** A process made an encrypted connection, or took one that was made before. */
  encrypted(high: number, low: number, peer: number, connection: Connection): void {
    this.#sent(high, low, connection, peer, 0, 0);
  }

  /** What a process did last, as an earlier part of the log tells it. */
  sending(event: LogEvent): void {
    const { state, cipher, proof } = event;
    this.#sent(event.high, event.low, { state, cipher, proof }, event.peer, event.idHigh, event.idLow);
  }

  /** A recipient's line: the message was sent, or not. */
  delivery(attempt: LogEvent): void {
    const known = this.#connectionOf(attempt);
    const connection = known.state === PAST ? this.#sink.loose(attempt) : known;
    this.#sent(attempt.high, attempt.low, connection ?? known, attempt.peer, attempt.idHigh, attempt.idLow);
    if (connection !== undefined && attempt.isCounted) {
      takeConnection(attempt, connection);
      this.#sink.left(attempt);
    }
  }

  /** What processes did last: for whoever reads on. */
  *open(): Generator<LogEvent> {
    for (const { high, low, connection, peer, idHigh, idLow } of this.#sendings.values()) {
      // Whoever reads on has the lines themselves where they depend on earlier ones.
      if (connection.state !== PAST) {
        const event = new LogEvent(EventKind.sending);
        event.high = high;
        event.low = low;
        event.connect(connection);
        event.peer = peer;
        event.idHigh = idHigh;
        event.idLow = idLow;
        yield event;
      }
    }
  }

  #sent(high: number, low: number, connection: Connection, peer: number, idHigh: number, idLow: number): void {
    const sending = this.#sendings.get(high, low);
    if (sending === undefined) {
      this.#sendings.set(high, low, { high, low, connection, peer, idHigh, idLow });
    } else {
      sending.connection = connection;
      sending.peer = peer;
      sending.idHigh = idHigh;
      sending.idLow = idLow;
    }
  }

  #connectionOf({ high, low, peer, idHigh, idLow, isReuse }: LogEvent): Connection {
    const before = this.#sendings.get(high, low);
    if (before === undefined) {
      return PAST_CONNECTION;
    }
    const isNew = before.idHigh === 0 && before.idLow === 0;
    const isSame = before.idHigh === idHigh && before.idLow === idLow;
    if (before.peer === peer && (isNew || isSame || isReuse)) {
      return before.connection;
    }
    return isReuse ? UNKNOWN_CONNECTION : UNPROVED_CONNECTION;
  }
}

/** The line's own word (`tls=`) tells whether it was encrypted; the version is told by the TLS line alone. */
function takeConnection(attempt: LogEvent, connection: Connection): void {
  const isVersionTold = connection.state > Tls.none && connection.state < Tls.unknown;
  if (attempt.state === Tls.none || (attempt.state === Tls.tls && !isVersionTold)) {
    attempt.proof = attempt.place;
  } else {
    attempt.connect(connection);
  }
}
