import { MILLISECONDS_PER_DAY } from '../../model/day';
import { type ArrivalSink, Arrivals } from './arrivals';
import { type DepartureSink, Departures } from './departures';
import { type Connection, EventKind, type LogEvent, UNPROVED, UNPROVED_CONNECTION } from './logEvent';

/** Takes what a file's stretches tell together. */
export interface FileSink {
  /** A message crossed the border. `logsTls`: its service was seen to write down TLS. */
  message(hop: LogEvent, logsTls: boolean): void;
  /** A message's line that was open: it came in, or not. */
  decided(hop: LogEvent, fate: 'came' | 'refused' | 'reinjected'): void;
}

/** How long a transfer that began in an earlier file may go on in this one. */
const LONGEST_TRANSFER = 3_600_000;

/**
 * The mail traffic of one log file, out of what its stretches left open, in order. What only other files can tell, the one
 * before it, is kept.
 */
export class FileTraffic implements ArrivalSink, DepartureSink {
  readonly arrivals = new Arrivals(this);
  readonly departures = new Departures(this);
  readonly #sink: FileSink;
  readonly #logging = new Set<number>();
  /** Messages without a TLS line, of services that have not been seen to write down TLS. */
  #unproved: LogEvent[] = [];
  /** Events that depend on lines of another file, in order. */
  readonly #loose: LogEvent[] = [];
  /** The time of the first line of Postfix; undefined where it is not known. */
  #begin: number | undefined;
  /** The latest time that was met. */
  #last: Pick<LogEvent, 'day' | 'millisecond'> = { day: -1, millisecond: 0 };

  constructor(sink: FileSink) {
    this.#sink = sink;
  }

  add(event: LogEvent): void {
    if (event.day >= 0 && timeOf(event) > timeOf(this.#last)) {
      this.#last = { day: event.day, millisecond: event.millisecond };
    }
    if (event.kind === EventKind.begin) {
      this.#begin ??= timeOf(event);
    } else if (event.kind === EventKind.logsTls) {
      this.#logsTls(event.service);
    } else if (event.kind === EventKind.message) {
      this.#message(event);
    } else {
      replay(event, this.arrivals, this.departures);
    }
  }

  /** Messages without a TLS line: whether they had none is not known, unless a line still to come tells. */
  get unproved(): readonly LogEvent[] {
    return this.#unproved;
  }

  /** Milliseconds since 1970 at the first line of Postfix. */
  get begin(): number {
    return this.#begin ?? 0;
  }

  /** Events that lines of the file before are needed for. */
  get heads(): readonly LogEvent[] {
    return this.#loose;
  }

  /** What may go on in the next file. */
  *open(): Generator<LogEvent> {
    for (const part of [this.arrivals, this.departures]) {
      for (const event of part.open()) {
        if (event.day < 0) {
          event.day = this.#last.day;
          event.millisecond = this.#last.millisecond;
        }
        yield event;
      }
    }
  }

  /** True where a service writes down TLS in this file. */
  isLogging(service: number): boolean {
    return this.#logging.has(service);
  }

  came(hop: LogEvent): void {
    this.#sink.decided(hop, 'came');
    this.#message(hop);
  }

  left(hop: LogEvent): void {
    this.#message(hop);
  }

  refused(hop: LogEvent): void {
    this.#sink.decided(hop, 'refused');
  }

  reinjected(hop: LogEvent): void {
    this.#sink.decided(hop, 'reinjected');
  }

  loose(event: LogEvent): Connection | undefined {
    const since = this.#begin === undefined ? -1 : timeOf(event) - this.#begin;
    // Times may be written in whole seconds.
    const isWithin = event.delay >= 0 && since >= (event.delay + 1) * 1000;
    if (event.kind === EventKind.delivery && isWithin && !event.isReuse) {
      // The message came in after the file's beginning: a TLS line would be here.
      return UNPROVED_CONNECTION;
    }
    if (event.kind !== EventKind.accepted || since <= LONGEST_TRANSFER) {
      this.#loose.push(event);
    }
    return undefined;
  }

  #message(hop: LogEvent): void {
    const isLogging = this.#logging.has(hop.service);
    if (hop.state === UNPROVED && !isLogging) {
      this.#unproved.push(hop);
    } else {
      this.#sink.message(hop, isLogging);
    }
  }

  #logsTls(service: number): void {
    if (this.#logging.has(service)) {
      return;
    }
    this.#logging.add(service);
    const unproved = this.#unproved;
    this.#unproved = unproved.filter((hop) => hop.service !== service);
    for (const hop of unproved) {
      if (hop.service === service) {
        this.#sink.message(hop, true);
      }
    }
  }
}

/** Feeds lines that were left open to what reads on. */
export function replay(event: LogEvent, arrivals: Arrivals, departures: Departures): void {
  const { high, low, idHigh, idLow } = event;
  switch (event.kind) {
    case EventKind.connected:
      arrivals.connected(high, low, event.isLocal);
      break;
    case EventKind.encrypted:
      arrivals.encrypted(high, low, { state: event.state, cipher: event.cipher, proof: event.proof });
      break;
    case EventKind.disconnected:
      arrivals.disconnected(high, low);
      break;
    case EventKind.client:
      arrivals.client(event);
      break;
    case EventKind.arrival:
      arrivals.arrival(event);
      break;
    case EventKind.accepted:
      arrivals.accepted(idHigh, idLow, event.sender, event.day, event.millisecond);
      break;
    case EventKind.sending:
      departures.sending(event);
      break;
    case EventKind.delivery:
      departures.delivery(event);
      break;
    default:
      break;
  }
}

/** Milliseconds since 1970. */
export function timeOf({ day, millisecond }: Pick<LogEvent, 'day' | 'millisecond'>): number {
  return day * MILLISECONDS_PER_DAY + millisecond;
}
