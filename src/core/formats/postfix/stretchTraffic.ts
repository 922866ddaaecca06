import { type Route, TRANSFER } from '../../facts/facts';
import type { FactsWriter } from '../../facts/factsWriter';
import { type Direction, UNTOLD_CONNECTOR } from '../../model/connector';
import { RouteTable } from '../routeTable';
import { type ArrivalSink, Arrivals } from './arrivals';
import { type DepartureSink, Departures } from './departures';
import { writeEvent } from './eventNumbers';
import { hopHost, hopKey, hopProof, hopTls } from './hopMessage';
import type { LineTime } from './lineTime';
import { EventKind, LogEvent, UNPROVED } from './logEvent';
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
  readonly #routes: Readonly<Record<Direction, Route>>;
  /** Services that were seen to write down TLS. */
  readonly #logging = new Set<number>();
  readonly #name = (number: number): number => this.#facts.name(number);
  /** The time that was read last. */
  #lastDay = -1;
  #lastMillisecond = 0;

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
    const event = new LogEvent(EventKind.begin);
    event.day = time.day;
    event.millisecond = time.millisecond;
    this.#write(event);
  }

  logsTls(service: number): void {
    if (!this.#logging.has(service)) {
      this.#logging.add(service);
      const event = new LogEvent(EventKind.logsTls);
      event.service = service;
      this.#write(event);
    }
  }

  came(hop: LogEvent): void {
    this.#facts.account.used++;
    this.#message(hop);
  }

  left(hop: LogEvent): void {
    this.#facts.account.used++;
    this.#message(hop);
  }

  refused(): void {
    this.#facts.account.leaveOut('notDelivered');
  }

  reinjected(): void {
    this.#facts.account.leaveOut('otherEvent');
  }

  loose(event: LogEvent): undefined {
    if (event.kind === EventKind.delivery && event.isCounted) {
      // It left: only how is open.
      this.#facts.account.used++;
    }
    const time = event.day < 0 ? this.#timeNow() : event;
    // Without a time nothing is known of what came before.
    if (time !== undefined) {
      this.#noteTime(time);
      this.#setTime(event);
      this.#write(event);
    }
    return undefined;
  }

  /** Writes down what is not over. */
  end(): void {
    for (const part of [this.arrivals, this.departures]) {
      for (const event of part.open()) {
        if (event.day < 0) {
          this.#setTime(event);
        }
        this.#write(event);
      }
    }
  }

  #message(hop: LogEvent): void {
    this.#noteTime(hop);
    const logsTls = this.#logging.has(hop.service);
    if (hop.state === UNPROVED && !logsTls) {
      // A line further on may show that the service writes down TLS.
      hop.kind = EventKind.message;
      this.#write(hop);
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
      hop.sender,
      hop.cipher,
      hopProof(hop),
      hop.day,
      hop.millisecond,
    );
  }

  #noteTime({ day, millisecond }: LineTime): void {
    this.#lastDay = day;
    this.#lastMillisecond = millisecond;
  }

  #setTime(event: LogEvent): void {
    event.day = this.#lastDay;
    event.millisecond = this.#lastMillisecond;
  }

  #write(event: LogEvent): void {
    writeEvent(this.#facts.postfix, event, this.#name);
  }
}
