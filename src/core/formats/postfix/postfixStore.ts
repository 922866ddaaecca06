import type { MailFlow } from '../../aggregate/mailFlow';
import { lineOf, rankOf } from '../../aggregate/sourceLines';
import type { FileAccount } from '../../facts/fileAccount';
import { UNTOLD_CONNECTOR } from '../../model/connector';
import type { LeftOutReason } from '../../model/problem';
import { Names } from '../../reading/names';
import { type ArrivalSink, Arrivals } from './arrivals';
import { type DepartureSink, Departures } from './departures';
import { readEvents } from './eventNumbers';
import { type FileSink, FileTraffic, replay, timeOf } from './fileTraffic';
import { hopHost, hopKey, hopProof, hopTls } from './hopMessage';
import { type Connection, EventKind, LogEvent, UNKNOWN_CONNECTION } from './logEvent';
import { Peers } from './peers';

const EVENTS_A_TIME = 200;

type Fate = Parameters<FileSink['decided']>[1];

/** What becomes of the line of a message: it is used, or left out. */
const REASONS: Readonly<Record<Exclude<Fate, 'came'>, LeftOutReason>> = {
  refused: 'notDelivered',
  reinjected: 'otherEvent',
};

/**
 * The Postfix logs of an analysis, as far as no stretch of a file tells their messages whole: they go on in other stretches and
 * in the next file, and files may come in any order. What only the next file could tell is decided when all have been read, and
 * anew where more is read then.
 */
export class PostfixStore implements FileSink {
  readonly #flow: MailFlow;
  readonly #accounts: readonly FileAccount[];
  readonly #names = new Names();
  readonly #peers = new Peers(this.#names);
  readonly #files = new Map<number, FileTraffic>();
  /** Lines that were booked as long as nothing more is known. */
  #booked: { readonly hop: LogEvent; readonly fate: Fate }[] = [];

  /** `accounts`: those of all files, by position. */
  constructor(flow: MailFlow, accounts: readonly FileAccount[]) {
    this.#flow = flow;
    this.#accounts = accounts;
  }

  /** Takes what a stretch of `file` left open, its lines counted from the one behind `linesBefore`. Works in small steps. */
  *add(events: Int32Array, names: readonly string[], file: number, linesBefore: number): Generator<void> {
    if (events.length === 0) {
      return;
    }
    this.#takeBack();
    const traffic = this.#trafficOf(file);
    const name = (position: number): number => (position === 0 ? -1 : this.#names.of(names[position] ?? ''));
    const place = (line: number): number => (line === 0 ? 0 : rankOf({ file, line: line + linesBefore }));
    let count = 0;
    for (const event of readEvents(events, name, place)) {
      traffic.add(event);
      if (++count % EVENTS_A_TIME === 0) {
        yield;
      }
    }
  }

  /** Decides what is left, a few at each step, so that the caller can pause between them. */
  *finish(): Generator<void> {
    this.#takeBack();
    let count = 0;
    for (const traffic of this.#files.values()) {
      for (const hop of traffic.unproved) {
        this.message(hop, false);
        if (++count % EVENTS_A_TIME === 0) {
          yield;
        }
      }
    }
    yield* this.#finishAll();
  }

  /** What goes on in the next file, in the order of time: files may overlap. */
  *#finishAll(): Generator<void> {
    const all = new AllFiles({
      message: (hop) => this.message(hop, this.#isLogging(hop)),
      decided: (hop, fate) => {
        this.#booked.push({ hop, fate });
        this.decided(hop, fate);
      },
    });
    let count = 0;
    for (const event of inOrder([...this.#files].sort(([a], [b]) => a - b).map(([, traffic]) => traffic))) {
      replay(event, all.arrivals, all.departures);
      if (++count % EVENTS_A_TIME === 0) {
        yield;
      }
    }
    all.end();
  }

  message(hop: LogEvent, logsTls: boolean): void {
    const peer = this.#peers.of(hop.peer);
    const text = (name: number): string => (name < 0 ? '' : this.#names.text(name));
    this.#flow.add({
      key: hopKey(hop, peer),
      direction: hop.direction,
      connector: UNTOLD_CONNECTOR,
      tls: hopTls(hop, logsTls),
      time: timeOf(hop),
      host: text(hopHost(hop, peer)),
      sender: text(hop.sender),
      cipher: text(hop.cipher),
      proof: lineOf(hopProof(hop)),
      hubServer: null,
    });
  }

  decided(hop: LogEvent, fate: Fate): void {
    this.#book(hop, fate, 1);
  }

  #book({ place }: LogEvent, fate: Fate, sign: 1 | -1): void {
    const account = this.#accounts[lineOf(place).file];
    if (account !== undefined && fate === 'came') {
      account.used += sign;
    } else if (fate !== 'came') {
      account?.leaveOut(REASONS[fate], sign);
    }
  }

  #takeBack(): void {
    for (const { hop, fate } of this.#booked) {
      this.#book(hop, fate, -1);
    }
    this.#booked = [];
  }

  #trafficOf(file: number): FileTraffic {
    let traffic = this.#files.get(file);
    if (traffic === undefined) {
      traffic = new FileTraffic(this);
      this.#files.set(file, traffic);
    }
    return traffic;
  }

  #isLogging({ place, service }: LogEvent): boolean {
    return this.#files.get(lineOf(place).file)?.isLogging(service) === true;
  }
}

/**
 * What files leave open, in the order of time; at the same time what an older file ends with comes before what a newer one
 * begins with, and the lines of a file go together with those of its copy.
 */
function inOrder(files: readonly FileTraffic[]): LogEvent[] {
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
class AllFiles implements ArrivalSink, DepartureSink {
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
