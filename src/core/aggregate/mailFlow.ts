import { Seen } from '../facts/facts';
import type { ConnectorRef, Direction } from '../model/connector';
import { dayOf } from '../model/day';
import type { AggregatedFlow, MessageFlow, MessageKey, SourceLine } from '../model/messageFlow';
import type { Tls } from '../model/tls';
import { ClientVolumes } from './clientVolumes';
import { type Flow, FlowTable } from './flowTable';
import { HubTwins } from './hubTwins';
import { type LedgerSegment, MessageLedger } from './messageLedger';
import { PeerTable } from './peerTable';
import { RowBooking } from './rowBooking';
import { type Counter, SeveralConnectors } from './severalConnectors';
import { lineOf, rankOf, SourceLines } from './sourceLines';
import { TlsReports } from './tlsReports';
import { combine, type Told } from './told';

/** In the ledger, in place of a peer: the message is among those with several connectors. */
const SEVERAL = 0xffffff;
const SEEN = Seen.internalHop | Seen.crossing;
/** How many ids of peers may be given, beside one for every second message, before those in use get new ones. */
const SPARE_IDS = 250_000;

/**
 * The aggregate of an analysis: messages by day, direction, connector and TLS state, with peers and proof lines. Each
 * message is remembered, so that it counts once per direction and connector, however many rows and files tell of it:
 * the weakest known TLS state, the day of the earliest row, known before unknown field by field (docs/counting.md).
 */
export class MailFlow {
  readonly flows = new FlowTable();
  readonly peers = new PeerTable();
  readonly hubTwins = new HubTwins();
  readonly lines = new SourceLines();
  /** What is told beside messages. */
  readonly tlsReports = new TlsReports();
  readonly clients = new ClientVolumes();
  readonly #ledger = new MessageLedger();
  readonly booking = new RowBooking(this.#ledger);
  readonly #several = new Map<string, SeveralConnectors<number>>();
  #internal = 0;
  /** A line that is no longer a proof was a first or a last one. */
  #isStale = false;

  /** Distinct messages with internal hops only, counted nowhere else. */
  get internal(): number {
    return this.#internal;
  }

  /** Adds what one row (or one SMTP transfer) tells of a message that crossed the border. */
  add(message: MessageFlow): void {
    const { key, time, proof, host, sender, cipher } = message;
    const flow = this.flows.of(message.direction, message.connector, message.hubServer, proof);
    const { peers } = this;
    const names = [peers.name(host), peers.name(sender), peers.name(cipher)] as const;
    this.lines.begin(proof.file, proof.line);
    this.cross(key.high, key.low, flow, message.tls, ...names, dayOf(time), time, rankOf(proof));
  }

  /** Adds an SMTP transfer: a part of a session that another file tells whole does not show again that it is internal. */
  addTransfer(message: MessageFlow, isInternal: boolean): void {
    if (isInternal || this.hasSeen(message.key.high, message.key.low, Seen.internalHop)) {
      this.seeTransfer(message.key, message, dayOf(message.time));
    } else {
      this.add(message);
    }
  }

  /** Notes an SMTP transfer between Exchange servers. */
  seeTransfer(key: MessageKey, from: Pick<MessageFlow, 'direction' | 'hubServer'>, day: number): void {
    const isKnown = this.hasSeen(key.high, key.low, Seen.internalHop);
    this.see(key.high, key.low, Seen.internalHop);
    if (from.hubServer !== null && !isKnown) {
      this.hubTwins.hubInternal(from.direction, from.hubServer, day);
    }
  }

  /** Makes a connector known that has no message (yet). */
  touch(direction: Direction, connector: ConnectorRef, hubServer: string | null, told: SourceLine): void {
    this.flows.of(direction, connector, hubServer, told);
  }

  /** Adds a row of an aggregated export. */
  addAggregated(row: AggregatedFlow): void {
    this.flows.of(row.direction, row.connector, null, row.proof).aggregated.push(row);
  }

  /** True where a row has shown this of a message. `seen`: one of {@link Seen}. */
  hasSeen(high: number, low: number, seen: number): boolean {
    return this.#ledger.find(high, low) && (this.#ledger.segment.flags(this.#ledger.slot) & seen) !== 0;
  }

  /** Notes that a row of a message shows an internal hop, or that it crossed the border elsewhere. */
  see(high: number, low: number, seen: number): void {
    this.#ledger.claim(high, low);
    const { segment, slot } = this.#ledger;
    const before = isInternal(segment, slot);
    segment.setFlags(slot, segment.flags(slot) | seen);
    this.#internal += Number(isInternal(segment, slot)) - Number(before);
  }

  /**
   * Adds what one row tells of a message. `host`, `sender` and `cipher` are numbers of the peer table's; `time` in
   * milliseconds since 1970, UTC; `rank` that of the line that tells the TLS state (sourceLines.ts). Leaves the ledger at
   * the message's place.
   */
  cross(
    high: number,
    low: number,
    flow: Flow,
    tls: Tls,
    host: number,
    sender: number,
    cipher: number,
    day: number,
    time: number,
    rank: number,
  ): void {
    this.#ledger.claim(high, low);
    const { segment, slot } = this.#ledger;
    if (segment.peer(slot) === 0) {
      this.#internal -= Number(isInternal(segment, slot));
      this.#write(segment, slot, this.#count(flow, tls, host, sender, cipher, day, time, rank), day, rank);
      return;
    }
    const { peers } = this;
    const names = { host: peers.text(host), sender: peers.text(sender), cipher: peers.text(cipher) };
    this.#again(segment, slot, { flow, tls, day, ...names, proof: lineOf(rank) }, time);
  }

  /** Keeps the tables small: call between stretches. Works in small steps, so that the caller can pause between them. */
  *tidy(): Generator<void> {
    this.peers.forgetNames();
    if (this.peers.ids <= SPARE_IDS + this.#ledger.size / 2) {
      return;
    }
    const ids = this.peers.renumber();
    yield* this.#ledger.inSteps((segment, slot) => {
      const peer = segment.peer(slot);
      if (peer !== SEVERAL) {
        segment.setPeer(slot, ids[peer] ?? 0);
      }
    });
    for (const several of this.#several.values()) {
      several.recount((peer) => ids[peer] ?? 0);
    }
  }

  /**
   * Finds first and last lines anew where messages turned out to be something else; call before asking for them. Works in
   * small steps.
   */
  *refreshProofs(): Generator<void> {
    if (!this.#isStale) {
      return;
    }
    this.#isStale = false;
    this.flows.forgetProofs();
    this.peers.forgetLines();
    yield* this.#ledger.inSteps((segment, slot) => this.#prove(segment, slot));
  }

  /** Adds the lines that prove a message. */
  #prove(segment: LedgerSegment, slot: number): void {
    const peer = segment.peer(slot);
    if (peer !== SEVERAL && peer !== 0) {
      const rank = this.lines.rank(segment.line(slot));
      this.flows.get(this.peers.flowOf(peer)).proofs(segment.day(slot), this.peers.tlsOf(peer)).add(rank);
      this.peers.prove(peer, rank);
      return;
    }
    for (const { told, count } of peer === SEVERAL ? this.#severalAt(segment, slot).counted() : []) {
      const rank = rankOf(told.proof);
      told.flow.proofs(told.day, told.tls).add(rank);
      this.peers.prove(count, rank);
    }
  }

  /** The message at a place is told of once more. */
  #again(segment: LedgerSegment, slot: number, fresh: Told, time: number): void {
    const peer = segment.peer(slot);
    if (peer === SEVERAL) {
      this.#severalAt(segment, slot).add(fresh, this.#counter(time));
      return;
    }
    const old = this.#toldAt(segment, slot);
    if (old.flow === fresh.flow) {
      this.#uncount(old, peer);
      const now = combine(old, fresh);
      this.#write(segment, slot, this.#countTold(now, time), now.day, rankOf(now.proof));
    } else {
      // Seen over a second connector: from now on each one's rows are kept apart.
      const several = new SeveralConnectors<number>();
      several.begin(old, peer);
      several.add(fresh, this.#counter(time));
      this.#several.set(segment.keyText(slot), several);
      segment.setPeer(slot, SEVERAL);
    }
  }

  #counter(time: number): Counter<number> {
    return {
      count: (told) => this.#countTold(told, time),
      uncount: (told, peer) => this.#uncount(told, peer),
    };
  }

  #countTold({ flow, tls, day, host, sender, cipher, proof }: Told, time: number): number {
    const { peers } = this;
    const rank = rankOf(proof);
    return this.#count(flow, tls, peers.name(host), peers.name(sender), peers.name(cipher), day, time, rank);
  }

  /** Counts a message; returns its peer. Parameters as those of {@link cross}. */
  #count(
    flow: Flow,
    tls: Tls,
    host: number,
    sender: number,
    cipher: number,
    day: number,
    time: number,
    rank: number,
  ): number {
    flow.add(day, tls, 1);
    flow.proofs(day, tls).add(rank);
    return this.peers.count(flow.id, tls, host, sender, cipher, time, rank);
  }

  #uncount(told: Told, peer: number): void {
    const rank = rankOf(told.proof);
    told.flow.add(told.day, told.tls, -1);
    this.#isStale ||= told.flow.proofs(told.day, told.tls).isEnd(rank);
    this.#isStale = this.peers.uncount(peer, rank) || this.#isStale;
  }

  #write(segment: LedgerSegment, slot: number, peer: number, day: number, rank: number): void {
    segment.setPeer(slot, peer);
    segment.setDay(slot, day);
    segment.setLine(slot, this.lines.number(rank));
  }

  #toldAt(segment: LedgerSegment, slot: number): Told {
    const { flow, tls, host, sender, cipher } = this.peers.known(segment.peer(slot));
    const proof = lineOf(this.lines.rank(segment.line(slot)));
    return { flow: this.flows.get(flow), tls, host, sender, cipher, day: segment.day(slot), proof };
  }

  #severalAt(segment: LedgerSegment, slot: number): SeveralConnectors<number> {
    return this.#several.get(segment.keyText(slot)) as SeveralConnectors<number>;
  }
}

function isInternal(segment: LedgerSegment, slot: number): boolean {
  return segment.peer(slot) === 0 && (segment.flags(slot) & SEEN) === Seen.internalHop;
}
