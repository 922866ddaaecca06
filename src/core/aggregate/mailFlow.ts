import { Seen } from '../facts/facts';
import type { ConnectorRef, Direction } from '../model/connector';
import type { ConnectorDefinition } from '../model/connectorDefinition';
import { dayOf } from '../model/day';
import type { AggregatedFlow, MessageFlow, MessageKey, SourceLine } from '../model/messageFlow';
import type { Tls } from '../model/tls';
import { ClientVolumes } from './clientVolumes';
import { ConnectorDefinitions } from './connectorDefinitions';
import { DayCounts } from './dayCounts';
import { type Flow, FlowTable } from './flowTable';
import { HostNotes } from './hostNotes';
import { InternalTransfers } from './internalTransfers';
import { MessageLedger, MOST_PEER_IDS } from './messageLedger';
import { PeerTable } from './peerTable';
import { RowBooking } from './rowBooking';
import { type Counter, SeveralConnectors } from './severalConnectors';
import { lineOf, rankOf, SourceLines } from './sourceLines';
import { TlsReports } from './tlsReports';
import { combine, type Told } from './told';
import { TwinLogs } from './twinLogs';

/** In the ledger, in place of a peer: the message is among those with several connectors. */
const SEVERAL = MOST_PEER_IDS;
const SEEN = Seen.internalHop | Seen.crossing;
/** How many ids of peers may be given, beside two for each peer, before those in use get new ones. */
const SPARE_IDS = 1_000_000;

/**
 * The aggregate of an analysis: messages by day, direction, connector and TLS state, with peers and proof lines. Each
 * message is remembered, so that it counts once per direction and connector, however many rows and files tell of it:
 * the weakest known TLS state, the day of the earliest row, known before unknown field by field (docs/counting.md).
 */
export class MailFlow {
  readonly flows = new FlowTable();
  readonly peers = new PeerTable();
  /** FrontEnd takes mail in, Hub takes it over from FrontEnd: by server. */
  readonly hubTwins = new TwinLogs();
  /** Protocol logs tell the mail of message tracking logs, and its TLS state: inbound by server, outbound by connector. */
  readonly protocolTwins = new TwinLogs();
  /** UTC days of which message tracking logs have rows. */
  readonly trackedDays = new Set<number>();
  readonly #transfers = new InternalTransfers();
  readonly lines = new SourceLines();
  readonly definitions = new ConnectorDefinitions();
  /** What is told beside messages. */
  readonly tlsReports = new TlsReports();
  readonly clients = new ClientVolumes();
  readonly hostNotes = new HostNotes();
  readonly #ledger = new MessageLedger();
  readonly booking = new RowBooking(this.#ledger);
  readonly #several = new Map<string, SeveralConnectors<number>>();
  /** Messages with internal hops only, by the day of the earliest. */
  readonly #internal = new DayCounts();
  /** By the day of the earliest row that tells of the way over the border. */
  readonly #shared = new DayCounts();
  #changes = 0;

  /**
   * Distinct messages with internal hops only, counted nowhere else, on the UTC days that `holds` accepts: a message is on that
   * of its earliest hop. What Exchange servers handed to each other is left out where FrontEnd tells Hub's mail, and on days of
   * which message tracking logs tell all mail.
   */
  internal(holds: (day: number) => boolean): number {
    const toldElsewhere = this.#transfers.count(
      ({ direction, hubServer, day }) =>
        holds(day) &&
        (this.trackedDays.has(day) || (hubServer !== null && this.hubTwins.isTwin(direction, hubServer, day))),
    );
    return this.#internal.sum(holds) - toldElsewhere;
  }

  /** True where another log tells the mail that a flow has on a day: what it tells is left out. */
  isTwin({ direction, hubServer, trackedBy }: Flow, day: number): boolean {
    return (
      (hubServer !== null && this.hubTwins.isTwin(direction, hubServer, day)) ||
      (trackedBy !== null && this.protocolTwins.isTwin(direction, trackedBy, day))
    );
  }

  /**
   * Messages of which more than one file tells that they crossed the border; each is counted once. Those on the UTC days that
   * `holds` accepts: a message is on that of its earliest row, over whichever connector.
   */
  shared(holds: (day: number) => boolean): number {
    return this.#shared.sum(holds);
  }

  /** Grows with every message that is counted or corrected: where it has, steps of a walk begun before it are worth nothing. */
  get changes(): number {
    return this.#changes;
  }

  /** Adds what one row (or one SMTP transfer) tells of a message that crossed the border. `trackedBy`: see `Route`. */
  add(message: MessageFlow, trackedBy: string | null = null): void {
    const { key, time, proof, host, sender, cipher } = message;
    const flow = this.flows.of(message.direction, message.connector, message.hubServer, proof, trackedBy);
    const { peers } = this;
    peers.foldIfCrowded();
    const names = [peers.name(host), peers.name(sender), peers.name(cipher)] as const;
    this.lines.begin(proof.file, proof.line);
    this.cross(key.high, key.low, flow, message.tls, ...names, dayOf(time), rankOf(proof));
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
    if (this.see(key.high, key.low, Seen.internalHop, day)) {
      this.#transfers.add({ direction: from.direction, hubServer: from.hubServer, day });
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

  /** Adds a connector's definition: the connector is known by it, and its type. `told`: the line that tells it. */
  addDefinition(definition: ConnectorDefinition, told: SourceLine): void {
    const { direction, name, type } = definition;
    const { key } = this.flows.of(direction, { kind: 'named', name, type }, null, told);
    this.definitions.add(key, definition, told);
  }

  /** True where a row has shown this of a message. `seen`: one of {@link Seen}. */
  hasSeen(high: number, low: number, seen: number): boolean {
    return this.#ledger.find(high, low) && (this.#ledger.seen & seen) !== 0;
  }

  /**
   * Notes that a row of a message shows an internal hop, or that it crossed the border elsewhere. `day`: the row's, UTC. True
   * where the message is internal by it, and was not before.
   */
  see(high: number, low: number, seen: number, day: number): boolean {
    const ledger = this.#ledger;
    ledger.claim(high, low);
    const before = isInternal(ledger);
    const isHop = (seen & Seen.internalHop) !== 0;
    const isEarlier = (ledger.seen & Seen.internalHop) === 0 || day < ledger.day;
    if (before && !(isHop && isEarlier) && (seen | ledger.seen) === ledger.seen) {
      return false;
    }
    if (before) {
      this.#internal.add(ledger.day, -1);
    }
    if (isHop && isEarlier && ledger.peer === 0) {
      ledger.day = day;
    }
    ledger.seen |= seen;
    const now = isInternal(ledger);
    if (now) {
      this.#internal.add(ledger.day, 1);
    }
    return now && !before;
  }

  /** Says that a message will be told of soon: a few at a time, which the memory gives together. */
  expect(high: number, low: number): void {
    this.#ledger.expect(high, low);
  }

  /**
   * Adds what one row tells of a message. `host`, `sender` and `cipher` are numbers of the peer table's; `rank` that of the line
   * that tells the TLS state (sourceLines.ts). Leaves the ledger at the message.
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
    rank: number,
  ): void {
    this.#changes++;
    const ledger = this.#ledger;
    ledger.claim(high, low);
    if (ledger.peer === 0) {
      if (isInternal(ledger)) {
        this.#internal.add(ledger.day, -1);
      }
      this.booking.makeWay();
      this.#write(this.#count(flow, tls, host, sender, cipher, day), day, rank);
      return;
    }
    const { peers } = this;
    const names = { host: peers.text(host), sender: peers.text(sender), cipher: peers.text(cipher) };
    this.#again({ flow, tls, day, ...names, proof: lineOf(rank) });
  }

  /** Keeps the tables small: call between stretches. Works in small steps, so that the caller can pause between them. */
  *tidy(): Generator<void> {
    this.peers.forgetNames();
    if (this.peers.ids <= SPARE_IDS + 2 * this.peers.size) {
      return;
    }
    this.#changes++;
    const ledger = this.#ledger;
    const ids = this.peers.renumber();
    yield* ledger.inSteps(() => {
      const { peer } = ledger;
      if (peer !== SEVERAL) {
        ledger.peer = ids[peer] ?? 0;
      }
    });
    for (const several of this.#several.values()) {
      several.recount((peer) => ids[peer] ?? 0);
    }
  }

  /**
   * Calls `visit` for each counted message, with its peer's id, its UTC day and the rank of the line that proves its TLS state.
   * Works in small steps.
   */
  messages(visit: (peer: number, day: number, rank: number) => void): Generator<void> {
    const ledger = this.#ledger;
    return ledger.inSteps(() => {
      const { peer } = ledger;
      if (peer !== SEVERAL && peer !== 0) {
        visit(peer, ledger.day, this.lines.rank(ledger.line));
        return;
      }
      for (const { told, count } of peer === SEVERAL ? this.#severalHere().counted() : []) {
        visit(count, told.day, rankOf(told.proof));
      }
    });
  }

  /** The message that the ledger stands at is told of once more. */
  #again(fresh: Told): void {
    const ledger = this.#ledger;
    const { peer } = ledger;
    if (peer === SEVERAL) {
      const several = this.#severalHere();
      this.#share(several.files.has(fresh.proof.file), fresh.day);
      several.add(fresh, this.#counter);
      ledger.day = Math.min(ledger.day, fresh.day);
      return;
    }
    const old = this.#toldHere();
    this.#share(old.proof.file === fresh.proof.file, fresh.day);
    if (old.flow === fresh.flow) {
      this.#uncount(old, peer);
      const now = combine(old, fresh);
      this.#write(this.#countTold(now), now.day, rankOf(now.proof));
    } else {
      // Seen over a second connector: from now on each one's rows are kept apart.
      const several = new SeveralConnectors<number>();
      several.begin(old, peer);
      several.add(fresh, this.#counter);
      this.#several.set(this.#keyHere(), several);
      ledger.peer = SEVERAL;
      // Of no connector, but of the message: the day of its earliest row.
      ledger.day = Math.min(old.day, fresh.day);
    }
  }

  /** When a file's first row of the message comes, no line of that file proves it yet. `day`: of the row that comes. */
  #share(isFromHere: boolean, day: number): void {
    const ledger = this.#ledger;
    if (ledger.isShared) {
      this.#shared.add(ledger.day, -1);
    } else if (!isFromHere) {
      ledger.share();
    }
    if (ledger.isShared) {
      this.#shared.add(Math.min(ledger.day, day), 1);
    }
  }

  get #counter(): Counter<number> {
    return {
      count: (told) => this.#countTold(told),
      uncount: (told, peer) => this.#uncount(told, peer),
    };
  }

  #countTold({ flow, tls, day, host, sender, cipher }: Told): number {
    const { peers } = this;
    return this.#count(flow, tls, peers.name(host), peers.name(sender), peers.name(cipher), day);
  }

  /** Counts a message; returns its peer. Parameters as those of {@link cross}. */
  #count(flow: Flow, tls: Tls, host: number, sender: number, cipher: number, day: number): number {
    flow.add(day, tls, 1);
    return this.peers.count(flow.id, tls, host, sender, cipher);
  }

  #uncount(told: Told, peer: number): void {
    told.flow.add(told.day, told.tls, -1);
    this.peers.uncount(peer);
  }

  #write(peer: number, day: number, rank: number): void {
    const ledger = this.#ledger;
    ledger.peer = peer;
    ledger.day = day;
    ledger.line = this.lines.number(rank);
  }

  #toldHere(): Told {
    const { peer, day, line } = this.#ledger;
    const { flow, tls, host, sender, cipher } = this.peers.known(peer);
    return { flow: this.flows.get(flow), tls, host, sender, cipher, day, proof: lineOf(this.lines.rank(line)) };
  }

  #severalHere(): SeveralConnectors<number> {
    return this.#several.get(this.#keyHere()) as SeveralConnectors<number>;
  }

  #keyHere(): string {
    return `${this.#ledger.keyHigh} ${this.#ledger.keyLow}`;
  }
}

function isInternal({ peer, seen }: MessageLedger): boolean {
  return peer === 0 && (seen & SEEN) === Seen.internalHop;
}
