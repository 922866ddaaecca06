import { KeyTable } from '../../reading/keyTable';
import { type Connection, EventKind, LogEvent, UNKNOWN_CONNECTION, UNPROVED_CONNECTION } from './logEvent';

/** Takes what lines of smtpd and the queue manager add up to. */
export interface ArrivalSink {
  /** A message came in, and was taken. */
  came(hop: LogEvent): void;
  /** A message was not taken after all. */
  refused(hop: LogEvent): void;
  /** A message came from this host itself. */
  reinjected(hop: LogEvent): void;
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
  readonly #coming = new KeyTable<LogEvent | null>();

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

  /** A client of a process hands in a message. The event is kept. */
  client(hop: LogEvent): void {
    const client = this.#clients.get(hop.high, hop.low);
    if (client?.isLocal === true) {
      this.#sink.reinjected(hop);
      this.ignore(hop.idHigh, hop.idLow);
      return;
    }
    const connection = connectionOf(client) ?? this.#sink.loose(hop);
    if (connection === undefined) {
      // Whoever knows more waits for it to be taken.
      this.refused(hop.idHigh, hop.idLow);
    } else {
      hop.connect(connection);
      this.arrival(hop);
    }
  }

  /** A message is coming in over a known connection. The event is kept. */
  arrival(hop: LogEvent): void {
    this.refused(hop.idHigh, hop.idLow);
    hop.kind = EventKind.arrival;
    this.#coming.set(hop.idHigh, hop.idLow, hop);
  }

  /** A message is coming in that is of no concern: from this host itself, or from one of its users. */
  ignore(idHigh: number, idLow: number): void {
    this.refused(idHigh, idLow);
    this.#coming.set(idHigh, idLow, null);
  }

  /** A message was refused while it came in, or another one has its queue id: it never was one. */
  refused(idHigh: number, idLow: number): void {
    const hop = this.#coming.get(idHigh, idLow);
    if (hop !== undefined) {
      this.#coming.delete(idHigh, idLow);
      if (hop !== null) {
        this.#sink.refused(hop);
      }
    }
  }

  /** The queue manager takes a message; `day`: -1 where the line's time has not been read. */
  accepted(idHigh: number, idLow: number, sender: number, day: number, millisecond: number): void {
    const hop = this.#coming.get(idHigh, idLow);
    if (hop === undefined) {
      const event = new LogEvent(EventKind.accepted);
      event.idHigh = idHigh;
      event.idLow = idLow;
      event.sender = sender;
      event.day = day;
      event.millisecond = millisecond;
      this.#sink.loose(event);
      return;
    }
    this.#coming.delete(idHigh, idLow);
    if (hop !== null) {
      hop.sender = sender;
      this.#sink.came(hop);
    }
  }

  /** What is not over: for whoever reads on. */
  *open(): Generator<LogEvent> {
    for (const client of this.#clients.values()) {
      if (client.isClosed || client.isWhole) {
        yield eventOf(client, client.isClosed ? EventKind.disconnected : EventKind.connected);
      }
      if (!client.isClosed && client.tls !== undefined) {
        const event = eventOf(client, EventKind.encrypted);
        event.connect(client.tls);
        yield event;
      }
    }
    for (const hop of this.#coming.values()) {
      if (hop !== null) {
        yield hop;
      }
    }
  }
}

function eventOf({ high, low, isLocal }: Client, kind: EventKind): LogEvent {
  const event = new LogEvent(kind);
  event.high = high;
  event.low = low;
  event.isLocal = isLocal;
  return event;
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
