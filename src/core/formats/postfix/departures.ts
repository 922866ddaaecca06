import { Tls } from '../../model/tls';
import { KeyTable } from '../../reading/keyTable';
import {
  type Connection,
  type Delivery,
  EventKind,
  type Hop,
  type LogEvent,
  logEvent,
  PAST,
  PAST_CONNECTION,
  UNKNOWN_CONNECTION,
  UNPROVED_CONNECTION,
} from './logEvent';

/** Takes what lines of smtp add up to. */
export interface DepartureSink {
  /** A message left. */
  left(hop: Hop): void;
  /** See `ArrivalSink.loose`. */
  loose(event: LogEvent): Connection | undefined;
}

/** What an smtp process did last. */
interface Sending {
  readonly high: number;
  readonly low: number;
  readonly connection: Connection;
  /** The host that it is connected to. */
  readonly peer: number;
  /** The message that it delivered; both 0 as long as it has only made the connection. */
  readonly idHigh: number;
  readonly idLow: number;
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
    this.#sendings.set(high, low, { high, low, connection, peer, idHigh: 0, idLow: 0 });
  }

  /** What a process did last, as an earlier part of the log tells it. */
  sending(event: LogEvent): void {
    const { high, low, peer, idHigh, idLow, state, cipher, proof } = event;
    this.#sendings.set(high, low, { high, low, connection: { state, cipher, proof }, peer, idHigh, idLow });
  }

  /** A recipient's line: the message was sent, or not. */
  delivery(attempt: Delivery): void {
    const { high, low, peer, idHigh, idLow } = attempt;
    const known = this.#connectionOf(attempt);
    const connection = known.state === PAST ? this.#sink.loose(logEvent(EventKind.delivery, attempt)) : known;
    this.#sendings.set(high, low, { high, low, connection: connection ?? known, peer, idHigh, idLow });
    if (connection !== undefined && attempt.isCounted) {
      this.#sink.left({ ...attempt, ...withOwn(attempt, connection) });
    }
  }

  /** What processes did last: for whoever reads on. */
  *open(): Generator<LogEvent> {
    for (const { high, low, connection, peer, idHigh, idLow } of this.#sendings.values()) {
      // Whoever reads on has the lines themselves where they depend on earlier ones.
      if (connection.state !== PAST) {
        yield logEvent(EventKind.sending, { high, low, ...connection, peer, idHigh, idLow });
      }
    }
  }

  #connectionOf({ high, low, peer, idHigh, idLow, isReuse }: Delivery): Connection {
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

/** The line's own word (`tls=`) on whether it was encrypted; the version is told by the TLS line alone. */
function withOwn(attempt: Delivery, connection: Connection): Connection {
  const own: Connection = { state: attempt.state, cipher: -1, proof: attempt.place };
  if (attempt.state === Tls.none) {
    return own;
  }
  const isTold = connection.state > Tls.none && connection.state < Tls.unknown;
  return attempt.state === Tls.tls && !isTold ? own : connection;
}
