import type { MailFlow } from '../../aggregate/mailFlow';
import { lineOf, rankOf } from '../../aggregate/sourceLines';
import type { FileAccount } from '../../facts/fileAccount';
import { UNTOLD_CONNECTOR } from '../../model/connector';
import type { LeftOutReason } from '../../model/problem';
import { Names } from '../../reading/names';
import { AllFiles, inOrder } from './allFiles';
import { readEvents } from './eventNumbers';
import { type FileSink, FileTraffic } from './fileTraffic';
import { hopHost, hopKey, hopProof, hopTls } from './hopMessage';
import { EventKind, type LogEvent } from './logEvent';
import { Peers } from './peers';
import { replay, timeOf } from './replay';

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
      if (event.kind === EventKind.logsTls) {
        yield* traffic.logsTls(event.service);
      } else {
        traffic.add(event);
      }
      if (++count % EVENTS_A_TIME === 0) {
        yield;
      }
    }
  }

  /** Decides what is left, a few at each step, so that the caller can pause between them. */
  *finish(): Generator<void> {
    this.#takeBack();
    for (const traffic of this.#files.values()) {
      yield* traffic.decide();
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
      traffic = new FileTraffic(this, rankOf({ file, line: 0 }));
      this.#files.set(file, traffic);
    }
    return traffic;
  }

  #isLogging({ place, service }: LogEvent): boolean {
    return this.#files.get(lineOf(place).file)?.isLogging(service) === true;
  }
}
