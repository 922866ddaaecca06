import { KeyTable } from '../../reading/keyTable';
import {
  type Connection,
  EventKind,
  type Hop,
  type LogEvent,
  logEvent,
  UNKNOWN_CONNECTION,
  UNPROVED_CONNECTION,
} from './logEvent';

/** Takes what lines of smtpd and the queue manager add up to. */
export interface ArrivalSink {
  /** A message came in, and was taken. `sender`: a name's number. */
  came(hop: Hop, sender: number): void;
  /** A message was not taken after all. */
  refused(hop: Hop): void;
  /** A message came from this host itself. */
  reinjected(hop: Hop): void;
  /**
   * Lines before these are needed: returns what is to be taken for the connection; undefined where the event is handed on to
   * whoever knows those lines.
   */
  loose(event: LogEvent): Connection | undefined;
}

/** An open connection of an smtpd process. */
interface Client {
  readonly high: number;
  readonly low: number;
  /** Its beginning is there, so that a TLS line would be, too. */
  readonly isWhole: boolean;
  /** Comes from this host itself. */
  readonly isLocal: boolean;
  /** Undefined where no line tells TLS. */
  tls: Connection | undefined;
  isClosed: boolean;
}

/**
 * What smtpd lets in: connections by process, messages by queue id. A message counts once the queue manager has taken it
 * (docs/formats.md). Lines come in the order of the log.
 */
export class Arrivals {
  readonly #sink: ArrivalSink;
  readonly #clients = new KeyTable<Client>();
  /** Messages that are coming in; null for those of no concern. */
  readonly #coming = new KeyTable<Hop | null>();

  constructor(sink: ArrivalSink) {
    this.#sink = sink;
  }

  /** How many connections and messages are held. */
  get size(): number {
    return this.#clients.size + this.#coming.size;
  }

  connected(high: number, low: number, isLocal: boolean): void {
    this.#clients.set(high, low, { high, low, isWhole: true, isLocal, tls: undefined, isClosed: false });
  }

  encrypted(high: number, low: number, tls: Connection): void {
    const client = this.#clients.get(high, low);
    if (client === undefined || client.isClosed) {
      this.#clients.set(high, low, { high, low, isWhole: false, isLocal: false, tls, isClosed: false });
    } else {
      client.tls = tls;
    }
  }

  disconnected(high: number, low: number): void {
    const client = this.#clients.get(high, low);
    if (client === undefined) {
      const closed = { high, low, isWhole: false, isLocal: false, tls: undefined, isClosed: true };
      this.#clients.set(high, low, closed);
    } else {
      client.isClosed = true;
    }
  }

  /** A client of a process hands in a message. */
  client(high: number, low: number, hop: Hop): void {
    const client = this.#clients.get(high, low);
    if (client?.isLocal === true) {
      this.#sink.reinjected(hop);
      this.ignore(hop.idHigh, hop.idLow);
      return;
    }
    const connection = connectionOf(client) ?? this.#sink.loose(logEvent(EventKind.client, { ...hop, high, low }));
    if (connection === undefined) {
      // Whoever knows more waits for it to be taken.
      this.#forget(hop.idHigh, hop.idLow);
    } else {
      this.arrival({ ...hop, ...connection });
    }
  }

  /** A message is coming in over a known connection. */
  arrival(hop: Hop): void {
    this.#forget(hop.idHigh, hop.idLow);
    this.#coming.set(hop.idHigh, hop.idLow, hop);
  }

  /** A message is coming in that is of no concern: from this host itself, or from one of its users. */
  ignore(idHigh: number, idLow: number): void {
    this.#forget(idHigh, idLow);
    this.#coming.set(idHigh, idLow, null);
  }

  /** A message was refused while it came in. */
  refused(idHigh: number, idLow: number): void {
    this.#forget(idHigh, idLow);
  }

  /** The queue manager takes a message; `day`: -1 where the line's time has not been read. */
  accepted(idHigh: number, idLow: number, sender: number, day: number, millisecond: number): void {
    const hop = this.#coming.get(idHigh, idLow);
    if (hop === undefined) {
      this.#sink.loose(logEvent(EventKind.accepted, { idHigh, idLow, sender, day, millisecond }));
      return;
    }
    this.#coming.delete(idHigh, idLow);
    if (hop !== null) {
      this.#sink.came(hop, sender);
    }
  }

  /** What is not over: for whoever reads on. */
  *open(): Generator<LogEvent> {
    for (const { high, low, isWhole, isLocal, tls, isClosed } of this.#clients.values()) {
      if (isClosed) {
        yield logEvent(EventKind.disconnected, { high, low });
        continue;
      }
      if (isWhole) {
        yield logEvent(EventKind.connected, { high, low, isReuse: isLocal });
      }
      if (tls !== undefined) {
        yield logEvent(EventKind.encrypted, { high, low, ...tls });
      }
    }
    for (const hop of this.#coming.values()) {
      if (hop !== null) {
        yield logEvent(EventKind.arrival, hop);
      }
    }
  }

  /** Another message has the queue id: the one before never was one. */
  #forget(idHigh: number, idLow: number): void {
    const hop = this.#coming.get(idHigh, idLow);
    if (hop !== undefined) {
      this.#coming.delete(idHigh, idLow);
      if (hop !== null) {
        this.#sink.refused(hop);
      }
    }
  }
}

/** What is known of a connection; undefined where earlier lines would tell. */
function connectionOf(client: Client | undefined): Connection | undefined {
  if (client === undefined) {
    return undefined;
  }
  if (client.isClosed) {
    // Lines are missing between.
    return UNKNOWN_CONNECTION;
  }
  return client.tls ?? (client.isWhole ? UNPROVED_CONNECTION : undefined);
}
