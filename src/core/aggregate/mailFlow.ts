import { type Route, Seen } from '../facts/facts';
import type { ConnectorRef, Direction } from '../model/connector';
import type { ConnectorDefinition } from '../model/connectorDefinition';
import { dayOf } from '../model/day';
import type { AggregatedFlow, MessageFlow, MessageKey, SourceLine } from '../model/messageFlow';
import type { Tls } from '../model/tls';
import { Adding, Header } from './addingKernel';
import { ClientVolumes } from './clientVolumes';
import { ConnectorDefinitions } from './connectorDefinitions';
import { DayCounts } from './dayCounts';
import { type Flow, FlowTable } from './flowTable';
import { HostNotes } from './hostNotes';
import { InternalTransfers, type TransferTeller } from './internalTransfers';
import { MessageLedger, MOST_PEER_IDS } from './messageLedger';
import { PeerTable } from './peerTable';
import { RowBooking } from './rowBooking';
import { lineOf, rankOf, SourceLines } from './sourceLines';
import { TlsReports } from './tlsReports';
import { TwinLogs } from './twinLogs';

/** In the ledger, in place of a peer: the message is among those with several connectors. */
const SEVERAL = MOST_PEER_IDS;
/** What a day gained (adding/dayGains.as): how many numbers that is; in place of a flow messages within, those that files share, … */
const GAIN_NUMBERS = 12;
const INTERNAL = -1;
/** … and from here downwards who told of transfers within; where the messages and the rows stand. */
const FIRST_TELLER = -3;
const MESSAGES_GAINED = 2;
const ROWS_GAINED = 10;
/** What more than so many days of flows gained is added before more is. */
const MOST_GAINS = 4096;
/** Numbers of what is counted, see `MessageLedger.counted`. */
const COUNTED_NUMBERS = 3;
/** How many ids of peers may be given, beside two for each peer, before those in use get new ones. */
const SPARE_IDS = 1_000_000;

/** What one row tells of a message over a connector; `day`: UTC. */
export type ToldMessage = Pick<MessageFlow, 'key' | 'tls' | 'host' | 'sender' | 'cipher' | 'proof'> & {
  readonly day: number;
};

/**
 * The aggregate of an analysis: messages by day, direction, connector and TLS state, with peers and proof lines. Each
 * message is remembered, so that it counts once per direction and connector, however many rows and files tell of it:
 * the weakest known TLS state, the day of the earliest row, known before unknown field by field (docs/counting.md).
 */
export class MailFlow {
  readonly adding = new Adding();
  readonly peers = new PeerTable(this.adding);
  /** FrontEnd takes mail in, Hub takes it over from FrontEnd: by server. */
  readonly hubTwins = new TwinLogs();
  /** Protocol logs tell the mail of message tracking logs, and its TLS state: inbound by server, outbound by connector. */
  readonly protocolTwins = new TwinLogs();
  /** UTC days of which message tracking logs have rows. */
  readonly trackedDays = new Set<number>();
  readonly #transfers = new InternalTransfers();
  readonly lines = new SourceLines(this.adding);
  readonly definitions = new ConnectorDefinitions();
  /** What is told beside messages. */
  readonly tlsReports = new TlsReports();
  readonly clients = new ClientVolumes();
  readonly hostNotes = new HostNotes(this.adding, this.peers);
  readonly #flows = new FlowTable(this.adding);
  readonly #ledger = new MessageLedger(this.adding);
  readonly booking = new RowBooking(this.adding, this.#ledger);
  /** Messages with internal hops only, by the day of the earliest. */
  readonly #internal = new DayCounts();
  /** By the day of the earliest row that tells of the way over the border. */
  readonly #shared = new DayCounts();
  #changes = 0;
  /** The file of the rows that were added last. */
  #file = 0;

  /** Has the adding kernel made, which else is when something is added first. */
  getReady(): void {
    this.adding.get(Header.peers);
  }

  /** The connectors' mail, as it is now. */
  get flows(): FlowTable {
    this.#settle();
    return this.#flows;
  }

  /**
   * Distinct messages with internal hops only, counted nowhere else, on the UTC days that `holds` accepts: a message is on that
   * of its earliest hop. What Exchange servers handed to each other is left out where FrontEnd tells Hub's mail, and on days of
   * which message tracking logs tell all mail.
   */
  internal(holds: (day: number) => boolean): number {
    this.#settle();
    const toldElsewhere = this.#transfers.count(
      ({ direction, hubServer }, day) =>
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
    this.#settle();
    return this.#shared.sum(holds);
  }

  /**
   * Grows with every message that becomes known, is counted or corrected: where it has, steps of a walk begun before it are
   * worth nothing.
   */
  get changes(): number {
    return this.#changes;
  }

  /** Adds what one row tells of a message that crossed the border. `trackedBy`: see `Route`. */
  add(message: MessageFlow, trackedBy: string | null = null): void {
    const { direction, connector, hubServer, proof, time } = message;
    const over = this.#flows.of(direction, connector, hubServer, proof, trackedBy);
    this.addOver(over, { ...message, day: dayOf(time) });
  }

  /** Adds what one row (or one SMTP transfer) tells of a message over a connector that is known. */
  addOver(over: Flow, { key, tls, day, host, sender, cipher, proof }: ToldMessage): void {
    const { peers } = this;
    peers.foldIfCrowded();
    const names = [peers.name(host), peers.name(sender), peers.name(cipher)] as const;
    this.lines.begin(proof.file, proof.line);
    this.cross(key.high, key.low, over, tls, names[0], names[1], names[2], day, rankOf(proof));
  }

  /** Notes an SMTP transfer between Exchange servers. */
  seeTransfer(key: MessageKey, from: TransferTeller, day: number): void {
    if (this.see(key.high, key.low, Seen.internalHop, day)) {
      this.#transfers.add(this.#transfers.numberOf(from), day, 1);
    }
  }

  /** Stands for who tells of transfers within, where the kernel is told flows (adding/crossings.as). */
  teller(from: TransferTeller): number {
    return FIRST_TELLER - this.#transfers.numberOf(from);
  }

  /** The flow of a route, which a line tells of. */
  flowOf({ direction, connector, hubServer, trackedBy }: Route, told: SourceLine): Flow {
    return this.#flows.of(direction, connector, hubServer, told, trackedBy);
  }

  /** Makes a connector known that has no message (yet). */
  touch(direction: Direction, connector: ConnectorRef, hubServer: string | null, told: SourceLine): Flow {
    return this.#flows.of(direction, connector, hubServer, told);
  }

  /** Adds a row of an aggregated export. */
  addAggregated(row: AggregatedFlow): void {
    this.#flows.of(row.direction, row.connector, null, row.proof).aggregated.push(row);
  }

  /** Adds a connector's definition: the connector is known by it, and its type. `told`: the line that tells it. */
  addDefinition(definition: ConnectorDefinition, told: SourceLine): void {
    const { direction, name, type } = definition;
    const { key } = this.#flows.of(direction, { kind: 'named', name, type }, null, told);
    this.definitions.add(key, definition, told);
  }

  /** True where a row has shown this of a message. `seen`: one of {@link Seen}. */
  hasSeen(high: number, low: number, seen: number): boolean {
    return this.#ledger.find(high, low) && (this.#ledger.seen & seen) !== 0;
  }

  /**
   * Notes that a row of a message shows an internal hop, or that it crossed the border elsewhere. `day`: the row's, UTC. True
   * where the message is internal by it, and was not before. Leaves the ledger at the message.
   */
  see(high: number, low: number, seen: number, day: number): boolean {
    this.willSee();
    return this.adding.kernel.see(high, low, seen, day) !== 0;
  }

  /**
   * Adds what one row tells of a message. `host`, `sender` and `cipher` are numbers of the peer table's; `rank` that of the line
   * that tells the TLS state (sourceLines.ts); `isBorder`: the row is a trace's, and to be booked as a hop over the border. Leaves
   * the ledger at the message.
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
    isBorder = false,
  ): void {
    const { kernel } = this.adding;
    const { file } = lineOf(rank);
    const line = this.lines.number(rank);
    this.willAdd(file);
    if (kernel.cross(high, low, flow.id, tls, host, sender, cipher, day, line, file, Number(isBorder)) !== 0) {
      return;
    }
    this.booking.makeWay();
    kernel.cross(high, low, flow.id, tls, host, sender, cipher, day, line, file, 0);
    if (isBorder) {
      this.booking.border();
      this.#noteTracked(flow, day, 1);
    }
  }

  /** Says that rows will be added by which messages may become known. */
  willSee(): void {
    this.#changes++;
  }

  /** Says that rows of a file will be added by which messages may be counted. */
  willAdd(file: number): void {
    this.#changes++;
    this.#flows.tell();
    // Rows of tracking logs are gained by the file; and what was gained is added in small steps.
    if (file !== this.#file || this.adding.get(Header.gains) > MOST_GAINS) {
      this.#settle();
      this.#file = file;
    }
  }

  /** Adds what the kernel says that days gained. */
  #settle(): void {
    const { words, kernel } = this.adding;
    const from = this.adding.get(Header.gainsAt) >>> 2;
    const end = from + this.adding.get(Header.gains) * GAIN_NUMBERS;
    for (let at = from; at < end; at += GAIN_NUMBERS) {
      const [id, day, messages] = [words[at] as number, words[at + 1] as number, at + MESSAGES_GAINED];
      if (id >= 0) {
        const flow = this.#flows.get(id);
        flow.gain(day, words, messages);
        this.#noteTracked(flow, day, words[at + ROWS_GAINED] as number);
      } else if (id <= FIRST_TELLER) {
        this.#transfers.add(FIRST_TELLER - id, day, words[messages] as number);
      } else {
        (id === INTERNAL ? this.#internal : this.#shared).add(day, words[messages] as number);
      }
    }
    if (end > from) {
      kernel.forgetGains();
    }
  }

  /** Keeps the tables small: call between stretches. Works in small steps, so that the caller can pause between them. */
  *tidy(): Generator<void> {
    if (yield* this.peers.forgetNames()) {
      this.#changes++;
    }
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
    yield* this.#renumberSeveral(ids);
  }

  /** Puts new ids of peers in place of old ones in what is told of messages over several connectors. */
  *#renumberSeveral(ids: Int32Array): Generator<void> {
    const { severalPieces, PIECE_BYTES, FIRST_ITEM, ITEM, PEER_OF_ITEM } = this.adding.kernel;
    for (let piece = severalPieces.value; piece !== 0; piece = this.adding.words[piece >>> 2] as number) {
      const { words } = this.adding;
      for (let item = piece + FIRST_ITEM.value; item + ITEM.value <= piece + PIECE_BYTES.value; item += ITEM.value) {
        const at = (item + PEER_OF_ITEM.value) >>> 2;
        words[at] = ids[words[at] as number] ?? 0;
      }
      yield;
    }
  }

  /**
   * Calls `visit` for each counted message, with its peer's id, its UTC day and the rank of the line that proves its TLS state.
   * Works in small steps.
   */
  *messages(visit: (peer: number, day: number, rank: number) => void): Generator<void> {
    for (const count of this.#ledger.counted()) {
      const { words } = this.adding;
      const from = this.adding.get(Header.countedAt) >>> 2;
      for (let at = from; at < from + count * COUNTED_NUMBERS; at += COUNTED_NUMBERS) {
        visit(words[at] as number, words[at + 1] as number, this.lines.rank((words[at + 2] as number) >>> 0));
      }
      yield;
    }
  }

  /** Has the kernel take a census, which has been begun. Works in small steps. */
  takeCensus(census: number): Generator<void> {
    return this.#ledger.takeCensus(census);
  }

  /** Counts rows of a message tracking log that tell of mail: protocol logs may tell the same mail. */
  #noteTracked({ direction, trackedBy }: Flow, day: number, rows: number): void {
    if (trackedBy !== null && rows > 0) {
      this.protocolTwins.lesser(direction, trackedBy, [day], this.#file, rows);
    }
  }
}
