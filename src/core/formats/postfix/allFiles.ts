import { type ArrivalSink, Arrivals } from './arrivals';
import { type DepartureSink, Departures } from './departures';
import type { FileSink, FileTraffic } from './fileTraffic';
import { type Connection, EventKind, LogEvent, UNKNOWN_CONNECTION } from './logEvent';
import { timeOf } from './replay';

/**
 * What files leave open, in the order of time; at the same time what an older file ends with comes before what a newer one
 * begins with, and the lines of a file go together with those of its copy.
 */
export function inOrder(files: readonly FileTraffic[]): LogEvent[] {
  const all = files.flatMap((file) => {
    const heads = file.heads.length;
    return [...file.heads, ...file.open()].map((event, position) => ({
      event,
      begin: file.begin,
      isEnd: Number(position >= heads),
      position,
    }));
  });
  all.sort(
    (a, b) => timeOf(a.event) - timeOf(b.event) || a.begin - b.begin || a.isEnd - b.isEnd || a.position - b.position,
  );
  // What is done with them must not change them: they may be needed once more.
  return all.map(({ event }) => Object.assign(new LogEvent(event.kind), event));
}

/** The traffic of all files together: what no line tells is not known any more. */
export class AllFiles implements ArrivalSink, DepartureSink {
  readonly arrivals = new Arrivals(this);
  readonly departures = new Departures(this);
  readonly #sink: FileSink;

  constructor(sink: FileSink) {
    this.#sink = sink;
  }

  came(hop: LogEvent): void {
    this.#sink.decided(hop, 'came');
    this.#sink.message(hop, false);
  }

  left(hop: LogEvent): void {
    this.#sink.message(hop, false);
  }

  refused(hop: LogEvent): void {
    this.#sink.decided(hop, 'refused');
  }

  reinjected(hop: LogEvent): void {
    this.#sink.decided(hop, 'reinjected');
  }

  loose(event: LogEvent): Connection | undefined {
    return event.kind === EventKind.accepted ? undefined : UNKNOWN_CONNECTION;
  }

  /** No line follows: what has not been taken never was. */
  end(): void {
    for (const event of this.arrivals.open()) {
      if (event.kind === EventKind.arrival) {
        this.#sink.decided(event, 'refused');
      }
    }
  }
}
