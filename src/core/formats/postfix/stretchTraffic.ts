import { TRANSFER } from '../../facts/facts';
import type { FactsWriter } from '../../facts/factsWriter';
import { UNTOLD_CONNECTOR } from '../../model/connector';
import { RouteTable } from '../routeTable';
import { type ArrivalSink, Arrivals } from './arrivals';
import { type DepartureSink, Departures } from './departures';
import { writeEvent } from './eventNumbers';
import { hopHost, hopKey, hopProof, hopTls } from './hopMessage';
import type { LineTime } from './lineTime';
import { EventKind, type Hop, type LogEvent, logEvent, UNPROVED } from './logEvent';
import type { Peers } from './peers';

/**
 * The mail traffic of a stretch of a log: messages that its lines tell whole are counted here, other lines are written down for
 * whoever knows the stretches around it (postfixStore.ts).
 */
export class StretchTraffic implements ArrivalSink, DepartureSink {
  readonly arrivals = new Arrivals(this);
  readonly departures = new Departures(this);
  readonly #facts: FactsWriter;
  readonly #peers: Peers;
  readonly #timeNow: () => LineTime | undefined;
  readonly #routes: Readonly<Record<Hop['direction'], ReturnType<RouteTable['of']>>>;
  /** Services that were seen to write down TLS. */
  readonly #logging = new Set<number>();
  readonly #name = (number: number): number => this.#facts.name(number);
  #last: LineTime = { day: -1, millisecond: 0 };

  /** `timeNow`: the time of the line that is read; undefined where it cannot be read. */
  constructor(facts: FactsWriter, peers: Peers, timeNow: () => LineTime | undefined) {
    this.#facts = facts;
    this.#peers = peers;
    this.#timeNow = timeNow;
    const routes = new RouteTable();
    this.#routes = {
      inbound: routes.of('inbound', UNTOLD_CONNECTOR),
      outbound: routes.of('outbound', UNTOLD_CONNECTOR),
    };
  }

  /** How much is held. */
  get size(): number {
    return this.arrivals.size + this.departures.size;
  }

  /** The file begins at this time. */
  begin(time: LineTime): void {
    this.#write(logEvent(EventKind.begin, time));
  }

  logsTls(service: number): void {
    if (!this.#logging.has(service)) {
      this.#logging.add(service);
      this.#write(logEvent(EventKind.logsTls, { service }));
    }
  }

  came(hop: Hop, sender: number): void {
    this.#facts.account.used++;
    this.#message(hop, sender);
  }

  left(hop: Hop): void {
    this.#facts.account.used++;
    this.#message(hop, -1);
  }

  refused(): void {
    this.#facts.account.leaveOut('notDelivered');
  }

  reinjected(): void {
    this.#facts.account.leaveOut('otherEvent');
  }

  loose(event: LogEvent): undefined {
    const time = event.day < 0 ? this.#timeNow() : event;
    if (event.kind === EventKind.delivery && event.isCounted) {
      // It left: only how is open.
      this.#facts.account.used++;
    }
    // Without a time nothing is known of what came before.
    if (time !== undefined) {
      this.#last = { day: time.day, millisecond: time.millisecond };
      this.#write({ ...event, ...this.#last });
    }
    return undefined;
  }

  /** Writes down what is not over. */
  end(): void {
    for (const part of [this.arrivals, this.departures]) {
      for (const event of part.open()) {
        this.#write(event.day < 0 ? { ...event, ...this.#last } : event);
      }
    }
  }

  #message(hop: Hop, sender: number): void {
    this.#last = { day: hop.day, millisecond: hop.millisecond };
    const logsTls = this.#logging.has(hop.service);
    if (hop.state === UNPROVED && !logsTls) {
      // A line further on may show that the service writes down TLS.
      this.#write(logEvent(EventKind.message, { ...hop, sender }));
      return;
    }
    const peer = this.#peers.of(hop.peer);
    const { high, low } = hopKey(hop, peer);
    this.#facts.crossing(
      high | 0,
      low | 0,
      this.#routes[hop.direction],
      hopTls(hop, logsTls) | TRANSFER,
      hopHost(hop, peer),
      sender,
      hop.cipher,
      hopProof(hop),
      hop.day,
      hop.millisecond,
    );
  }

  #write(event: LogEvent): void {
    writeEvent(this.#facts.postfix, event, this.#name);
  }
}
