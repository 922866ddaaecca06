import type { SourceLine } from '../model/messageFlow';
import { TLS_STATES, type Tls } from '../model/tls';
import type { Flow } from './flowTable';
import type { MailFlow } from './mailFlow';
import type { PeerIdentity } from './peerTable';
import { lineOf } from './sourceLines';

/** Who stood at the other side in the period, and when. */
export interface Peer extends PeerIdentity {
  /** Messages in the period. */
  readonly messages: number;
  /** UTC days of the first and the last of them. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** The first and the last line that prove the TLS state of one of them. */
  readonly first: SourceLine;
  readonly last: SourceLine;
  /** Others were folded into it (see `PeerTable`). */
  readonly isFolded: boolean;
}

/** A day on which a flow has messages. */
interface FlowDay {
  readonly of: Flow;
  readonly day: number;
}

/** How many days of flows are looked at between two chances to pause. */
const DAYS_A_TIME = 512;
/** In the kernel's memory (adding/census.as): bytes before the days of flows, of one of them, and before its ranks, … */
const FIRST = 32;
const DAY = 144;
const RANKS = 16;
/** … where it says where peers are, and how many numbers each has. */
const PEERS_AT = 5;
const PEER = 8;

/**
 * What only a look at every message tells, once all files have been read: which lines prove what (in the flows), and who
 * stood at the other side on the days of the period. In no order of reading, and exact, but for peers that were folded. The adding kernel
 * takes it.
 */
export class Census {
  readonly #flow: MailFlow;
  readonly #isInPeriod: (day: number) => boolean;
  /** By the place of a peer (`PeerTable.all`), {@link PEER} numbers of 32 bits: messages, first and last day, then … */
  #peers = new Int32Array(0);
  /** … of 64 bits: the ranks of the first and the last line. */
  #ranks = new Float64Array(0);
  #byFlow: ReadonlyMap<number, readonly Peer[]> | undefined;

  constructor(flow: MailFlow, isInPeriod: (day: number) => boolean) {
    this.#flow = flow;
    this.#isInPeriod = isInPeriod;
  }

  /** Looks at every message. Works in small steps, so that the caller can pause between them. */
  *take(): Generator<void> {
    this.#flow.flows.forgetProofs();
    yield* this.retake();
  }

  /** The same where another census of the same mail has been taken: it noted the same lines. */
  *retake(): Generator<void> {
    const flow = this.#flow;
    const { kernel } = flow.adding;
    const days: FlowDay[] = [];
    for (const of of flow.flows.all()) {
      for (const day of of.days.keys()) {
        days.push({ of, day });
      }
      yield;
    }
    const census = kernel.beginCensus(days.length) >>> 0;
    try {
      for (const [position, { of, day }] of days.entries()) {
        kernel.censusDay(census, of.id, day, Number(!flow.isTwin(of, day) && this.#isInPeriod(day)));
        if (position % DAYS_A_TIME === 0) {
          yield;
        }
      }
      yield* flow.takeCensus(census);
      yield* this.#note(census, days);
    } finally {
      kernel.endCensus(census);
    }
  }

  /** The peers with messages in the period, by the flow they belong to. */
  byFlow(): ReadonlyMap<number, readonly Peer[]> {
    this.#byFlow ??= this.#group();
    return this.#byFlow;
  }

  *#note(census: number, days: readonly FlowDay[]): Generator<void> {
    const { adding, peers } = this.#flow;
    const from = (adding.words[(census >>> 2) + PEERS_AT] as number) >>> 2;
    this.#peers = adding.words.slice(from, from + peers.size * PEER);
    this.#ranks = new Float64Array(this.#peers.buffer);
    for (const [position, { of, day }] of days.entries()) {
      const ranks = new Float64Array(
        adding.words.buffer,
        census + FIRST + position * DAY + RANKS,
        2 * TLS_STATES.length,
      );
      for (const tls of TLS_STATES.keys()) {
        const [first, last] = [ranks[2 * tls] as number, ranks[2 * tls + 1] as number];
        if (last > 0) {
          const proofs = of.proofs(day, tls as Tls);
          proofs.add(first);
          proofs.add(last);
        }
      }
      if (position % DAYS_A_TIME === 0) {
        yield;
      }
    }
  }

  #group(): Map<number, Peer[]> {
    const byFlow = new Map<number, Peer[]>();
    let at = -PEER;
    for (const { flow, tls, host, sender, cipher, isFolded } of this.#flow.peers.all()) {
      at += PEER;
      const messages = this.#peers[at] ?? 0;
      if (messages === 0) {
        continue;
      }
      const days = { firstDay: this.#peers[at + 1] as number, lastDay: this.#peers[at + 2] as number, isFolded };
      const rank = at / 2 + 2;
      const lines = { first: lineOf(this.#ranks[rank] as number), last: lineOf(this.#ranks[rank + 1] as number) };
      const peer = { flow, tls, host, sender, cipher, messages, ...days, ...lines };
      const known = byFlow.get(flow);
      if (known === undefined) {
        byFlow.set(flow, [peer]);
      } else {
        known.push(peer);
      }
    }
    return byFlow;
  }
}
