import { type ArrivalSink, Arrivals } from './arrivals';
import { type DepartureSink, Departures } from './departures';
import { HopList } from './hopList';
import { type Connection, EventKind, type LogEvent, UNPROVED, UNPROVED_CONNECTION } from './logEvent';
import { replay, timeOf } from './replay';

/** Takes what a file's stretches tell together. */
export interface FileSink {
  /** A message crossed the border. `logsTls`: its service was seen to write down TLS. */
  message(hop: LogEvent, logsTls: boolean): void;
  /** A message's line that was open: it came in, or not. */
  decided(hop: LogEvent, fate: 'came' | 'refused' | 'reinjected'): void;
}

/** So many messages wait at most for a line that tells whether their service writes down TLS; the others stay unknown. */
const MOST_UNPROVED = 2_000_000;
const MESSAGES_A_TIME = 200;
/** How long a transfer may take, which goes on in the next file. */
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
  #unproved: HopList;
  /** How many of them have been counted as unknown, as long as nothing more is known. */
  #decided = 0;
  readonly #base: number;
  /** Events that depend on lines of another file, in order. */
  readonly #loose: LogEvent[] = [];
  /** The time of the first line of Postfix; undefined where it is not known. */
  #begin: number | undefined;
  /** The latest time that was met. */
  #last: Pick<LogEvent, 'day' | 'millisecond'> = { day: -1, millisecond: 0 };

  /** `base`: rank of the line before the file's first one. */
  constructor(sink: FileSink, base: number) {
    this.#sink = sink;
    this.#base = base;
    this.#unproved = new HopList(base);
  }

  /** Takes what a line says, but for {@link logsTls}. */
  add(event: LogEvent): void {
    if (event.day >= 0 && timeOf(event) > timeOf(this.#last)) {
      this.#last = { day: event.day, millisecond: event.millisecond };
    }
    if (event.kind === EventKind.begin) {
      this.#begin ??= timeOf(event);
    } else if (event.kind === EventKind.message) {
      this.#message(event);
    } else {
      replay(event, this.arrivals, this.departures);
    }
  }

  /**
   * Counts messages without a TLS line as unknown: a line that is still to come may tell that they had none, and they are counted
   * anew. Works in small steps.
   */
  *decide(): Generator<void> {
    const from = this.#decided;
    this.#decided = this.#unproved.length;
    let count = 0;
    for (const hop of this.#unproved.from(from)) {
      this.#sink.message(hop, false);
      if (++count % MESSAGES_A_TIME === 0) {
        yield;
      }
    }
  }

  /** Milliseconds since 1970 at the first line of Postfix. */
  get begin(): number {
    return this.#begin ?? 0;
  }

  /** Events that lines of the file before are needed for. */
  get heads(): readonly LogEvent[] {
    return this.#loose;
  }

  /** What may go on in the next file: what the last hour left open. Takes messages for refused that have waited longer. */
  *open(): Generator<LogEvent> {
    for (const hop of [...this.arrivals.coming()].filter((hop) => this.#isOld(hop))) {
      this.arrivals.refused(hop.idHigh, hop.idLow);
    }
    for (const part of [this.arrivals, this.departures]) {
      for (const event of part.open()) {
        if (event.day < 0) {
          event.day = this.#last.day;
          event.millisecond = this.#last.millisecond;
        }
        if (event.kind !== EventKind.disconnected && !this.#isOld(event)) {
          yield event;
        }
      }
    }
  }

  #isOld(event: LogEvent): boolean {
    return event.day >= 0 && timeOf(this.#last) - timeOf(event) > LONGEST_TRANSFER;
  }

  /** A service writes down TLS: its messages without a TLS line had none. Works in small steps. */
  *logsTls(service: number): Generator<void> {
    if (this.#logging.has(service)) {
      return;
    }
    this.#logging.add(service);
    const waiting = this.#unproved;
    this.#unproved = new HopList(this.#base);
    this.#decided = 0;
    let count = 0;
    for (const hop of waiting.from(0)) {
      if (hop.service === service) {
        this.#sink.message(hop, true);
      } else {
        this.#unproved.push(hop);
      }
      if (++count % MESSAGES_A_TIME === 0) {
        yield;
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
    if (hop.state === UNPROVED && !isLogging && this.#unproved.length < MOST_UNPROVED) {
      this.#unproved.push(hop);
    } else {
      this.#sink.message(hop, isLogging);
    }
  }
}
