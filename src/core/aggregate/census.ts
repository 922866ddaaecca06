import type { SourceLine } from '../model/messageFlow';
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

/**
 * What only a look at every message tells, once all files have been read: which lines prove what (in the flows), and who
 * stood at the other side on the days of the period. In no order of reading, and exact, but for peers that were folded.
 */
export class Census {
  readonly #flow: MailFlow;
  readonly #isInPeriod: (day: number) => boolean;
  readonly #messages: Uint32Array;
  readonly #firstDay: Uint16Array;
  readonly #lastDay: Uint16Array;
  readonly #first: Float64Array;
  readonly #last: Float64Array;
  #byFlow: ReadonlyMap<number, readonly Peer[]> | undefined;

  constructor(flow: MailFlow, isInPeriod: (day: number) => boolean) {
    const { ids } = flow.peers;
    this.#flow = flow;
    this.#isInPeriod = isInPeriod;
    this.#messages = new Uint32Array(ids);
    this.#firstDay = new Uint16Array(ids).fill(0xffff);
    this.#lastDay = new Uint16Array(ids);
    this.#first = new Float64Array(ids).fill(Number.POSITIVE_INFINITY);
    this.#last = new Float64Array(ids);
  }

  /** Looks at every message. Works in small steps, so that the caller can pause between them. */
  *take(): Generator<void> {
    this.#flow.flows.forgetProofs();
    yield* this.retake();
  }

  /** The same where another census of the same mail has been taken: it noted the same lines. */
  *retake(): Generator<void> {
    yield* this.#flow.messages((id, day, rank) => this.#add(id, day, rank));
  }

  /** The peers with messages in the period, by the flow they belong to. */
  byFlow(): ReadonlyMap<number, readonly Peer[]> {
    this.#byFlow ??= this.#group();
    return this.#byFlow;
  }

  #add(given: number, day: number, rank: number): void {
    const { peers, flows } = this.#flow;
    const flow = flows.get(peers.flowOf(given));
    flow.proofs(day, peers.tlsOf(given)).add(rank);
    if (this.#flow.isTwin(flow, day) || !this.#isInPeriod(day)) {
      return;
    }
    const id = peers.living(given);
    this.#messages[id] = (this.#messages[id] as number) + 1;
    this.#firstDay[id] = Math.min(this.#firstDay[id] as number, day);
    this.#lastDay[id] = Math.max(this.#lastDay[id] as number, day);
    this.#first[id] = Math.min(this.#first[id] as number, rank);
    this.#last[id] = Math.max(this.#last[id] as number, rank);
  }

  #group(): Map<number, Peer[]> {
    const byFlow = new Map<number, Peer[]>();
    for (const { id, flow, tls, host, sender, cipher, isFolded } of this.#flow.peers.all()) {
      const messages = this.#messages[id] as number;
      if (messages === 0) {
        continue;
      }
      const days = { firstDay: this.#firstDay[id] as number, lastDay: this.#lastDay[id] as number, isFolded };
      const lines = { first: lineOf(this.#first[id] as number), last: lineOf(this.#last[id] as number) };
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
