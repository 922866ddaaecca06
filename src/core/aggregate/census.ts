import type { SourceLine } from '../model/messageFlow';
import { TLS_STATES, type Tls } from '../model/tls';
import type { Flow } from './flowTable';
import type { MailFlow } from './mailFlow';
import { PEER_NUMBERS, PeerField, type PeerIdentity } from './peerTable';
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

/** Which peers are asked for. */
export interface PeerFilter {
  isHost?(name: string): boolean;
  isCipher?(name: string): boolean;
}

/** Told of each peer: the number of its host's name (0: none), its messages in the period, and UTC days of the first and the last of them. */
export type PeerVisit = (host: number, tls: Tls, messages: number, firstDay: number, lastDay: number) => void;

/** A day on which a flow has messages. */
interface DayOfFlow {
  readonly of: Flow;
  readonly day: number;
}

/** How many days of flows are looked at between two chances to pause. */
const DAYS_A_TIME = 512;
/** In the kernel's memory (adding/census.as): bytes before the days of flows, of one of them, and before its ranks, … */
const FIRST = 32;
const DAY = 144;
const RANKS = 16;
/** … where it says where peers and their groups are, how many groups, and how many numbers a peer has. */
const PEERS_AT = 5;
const GROUPS_AT = 6;
const GROUPS = 7;
const PEER = 8;
/** In place of a flow and a TLS state. */
const FLOW_TIMES = 8;

/**
 * What only a look at every message tells, once all files have been read: which lines prove what (in the flows), and who
 * stood at the other side on the days of the period. In no order of reading, and exact, but for peers that were folded. The adding kernel
 * takes it.
 */
export class Census {
  readonly #flow: MailFlow;
  readonly #isInPeriod: (day: number) => boolean;
  /** By the place of a peer (`PeerTable.all`), {@link PEER} numbers of 32 bits: messages, first and last day, … */
  #peers = new Int32Array(0);
  /** … what it is of, and of 64 bits: the ranks of the first and the last line. */
  #ranks = new Float64Array(0);
  /** Who they are (`PeerTable.numbers`). */
  #identities: Int32Array = new Int32Array(0);
  /** Places of the peers with messages, one group behind the other; where each ends, by what it is of: a flow, times eight, and a TLS state. */
  #places: Int32Array = new Int32Array(0);
  #ends: Int32Array = new Int32Array(0);

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
    const days: DayOfFlow[] = [];
    for (const of of flow.flows.all()) {
      for (const day of of.days.keys()) {
        days.push({ of, day });
      }
      yield;
    }
    const census = kernel.beginCensus(days.length, flow.flows.all().length) >>> 0;
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

  /** The peers of a flow with messages under a TLS state in the period. `isHost`, `isCipher`: only those of which. */
  peers(flow: number, tls: Tls, { isHost, isCipher }: PeerFilter = {}): Peer[] {
    let places = this.#group(flow, tls);
    if (isHost !== undefined) {
      places = this.#withName(places, PeerField.host, isHost);
    }
    if (isCipher !== undefined) {
      places = this.#withName(places, PeerField.cipher, isCipher);
    }
    return Array.from(places, (place) => this.#peer(place));
  }

  /** Visits the peers of a flow with messages under a TLS state in the period. */
  hosts(flow: number, tls: Tls, visit: PeerVisit): void {
    for (const place of this.#group(flow, tls)) {
      const host = this.#identities[place * PEER_NUMBERS + PeerField.host] as number;
      const at = place * PEER;
      visit(host, tls, this.#peers[at] as number, this.#peers[at + 1] as number, this.#peers[at + 2] as number);
    }
  }

  /** Those of the peers at some places whose name is meant: each name is looked at once. */
  #withName(places: Int32Array, field: number, isMeant: (name: string) => boolean): Int32Array {
    const { peers } = this.#flow;
    const known = new Map<number, boolean>();
    return places.filter((place) => {
      const name = this.#identities[place * PEER_NUMBERS + field] as number;
      let is = known.get(name);
      if (is === undefined) {
        is = isMeant(peers.text(name));
        known.set(name, is);
      }
      return is;
    });
  }

  *#note(census: number, days: readonly DayOfFlow[]): Generator<void> {
    const { adding, peers } = this.#flow;
    adding.kernel.groupPeers(census);
    const number = (field: number): number => adding.words[(census >>> 2) + field] as number;
    const [from, ends, groups] = [number(PEERS_AT) >>> 2, number(GROUPS_AT) >>> 2, number(GROUPS)];
    this.#peers = adding.words.slice(from, from + peers.size * PEER);
    this.#ranks = new Float64Array(this.#peers.buffer);
    this.#identities = peers.numbers();
    this.#ends = adding.words.slice(ends, ends + groups);
    this.#places = adding.words.slice(ends + groups, ends + groups + (this.#ends.at(-1) ?? 0));
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

  #peer(place: number): Peer {
    const { peers } = this.#flow;
    const [at, rank, from] = [place * PEER, place * (PEER / 2) + 2, place * PEER_NUMBERS];
    const number = (field: number): number => this.#identities[from + field] as number;
    return {
      flow: number(PeerField.flow),
      tls: number(PeerField.tls) as Tls,
      host: peers.text(number(PeerField.host)),
      sender: peers.text(number(PeerField.sender)),
      cipher: peers.text(number(PeerField.cipher)),
      messages: this.#peers[at] as number,
      firstDay: this.#peers[at + 1] as number,
      lastDay: this.#peers[at + 2] as number,
      first: lineOf(this.#ranks[rank] as number),
      last: lineOf(this.#ranks[rank + 1] as number),
      isFolded: number(PeerField.isFolded) !== 0,
    };
  }

  #group(flow: number, tls: Tls): Int32Array {
    const group = FLOW_TIMES * flow + tls;
    return this.#places.subarray(this.#ends[group - 1] ?? 0, this.#ends[group] ?? 0);
  }
}
