import type { ConnectorRef, Direction } from '../model/connector';
import { dayOf, MILLISECONDS_PER_DAY } from '../model/day';
import type { AggregatedFlow, MessageFlow, MessageKey, SourceLine } from '../model/messageFlow';
import { type Flow, FlowTable } from './flowTable';
import { HubTwins } from './hubTwins';
import { type LedgerEntry, MessageLedger, Seen } from './messageLedger';
import { PeerTable, type Sighting } from './peerTable';
import { type Counter, SeveralConnectors } from './severalConnectors';
import { combine, type Told } from './told';

/** In the ledger, in place of a peer: the message is among those with several connectors. */
const SEVERAL = 0xffffffff;
const NOWHERE: SourceLine = { file: 0, line: 0 };

/**
 * The aggregate of an analysis: messages by day, direction, connector and TLS state, with peers and proof lines. Each
 * message is remembered, so that it counts once per direction and connector, however many rows and files tell of it:
 * the weakest known TLS state, the day of the earliest row, known before unknown field by field (docs/counting.md).
 */
export class MailFlow {
  readonly flows = new FlowTable();
  readonly peers = new PeerTable();
  readonly hubTwins = new HubTwins();
  readonly #ledger = new MessageLedger();
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
    const { tls, host, sender, cipher, time, proof } = message;
    const flow = this.flows.of(message.direction, message.connector, message.hubServer, proof);
    this.#put(
      message.key,
      { flow, tls, host, sender, cipher, proof, day: dayOf(time) },
      { firstSeen: time, lastSeen: time },
    );
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
  hasSeen(key: MessageKey, seen: number): boolean {
    return ((this.#ledger.get(key)?.seen ?? 0) & seen) !== 0;
  }

  /** Notes that a row of a message shows an internal hop, or that it crossed the border elsewhere. */
  see(key: MessageKey, seen: number): void {
    const before = this.#ledger.get(key);
    const entry = before ?? { key, peer: 0, day: 0, proof: NOWHERE, seen: 0 };
    this.#set({ ...entry, seen: entry.seen | seen }, before);
  }

  /**
   * Takes over everything of `other`, whose files are numbered like this one's. The result is that of adding all rows
   * to one aggregate, whatever the order; `other` must not be used afterwards.
   */
  merge(other: MailFlow): void {
    for (const flow of other.flows.all()) {
      this.#adopt(flow).aggregated.push(...flow.aggregated);
    }
    for (const entry of other.#ledger.entries()) {
      for (const { told, sighting } of other.#toldOf(entry)) {
        this.#put(entry.key, { ...told, flow: this.#adopt(told.flow) }, sighting);
      }
      if (entry.seen !== 0) {
        this.see(entry.key, entry.seen);
      }
    }
    this.hubTwins.merge(other.hubTwins);
  }

  /** Finds first and last lines anew where messages turned out to be something else; call before asking for them. */
  refreshProofs(): void {
    if (!this.#isStale) {
      return;
    }
    this.#isStale = false;
    this.flows.forgetProofs();
    this.peers.forgetLines();
    for (const entry of this.#ledger.entries()) {
      for (const { told, peer } of this.#countedOf(entry)) {
        told.flow.proofs(told.day, told.tls).add(told.proof);
        this.peers.prove(peer, told.proof);
      }
    }
  }

  #put(key: MessageKey, fresh: Told, sighting: Sighting): void {
    const entry = this.#ledger.get(key);
    if (entry === undefined || entry.peer === 0) {
      this.#write(key, fresh, this.#count(fresh, sighting), entry);
      return;
    }
    const several = entry.peer === SEVERAL ? this.#several.get(textOf(key)) : undefined;
    if (several !== undefined) {
      several.add(fresh, this.#counter(sighting));
      return;
    }
    const old = this.#toldAt(entry);
    this.#uncount(old, entry.peer);
    if (old.flow === fresh.flow) {
      const now = combine(old, fresh);
      this.#write(key, now, this.#count(now, sighting), entry);
    } else {
      this.#split(entry, old, fresh, sighting);
    }
  }

  /** The message is seen over a second connector: from now on each one's rows are kept apart. */
  #split(entry: LedgerEntry, old: Told, fresh: Told, sighting: Sighting): void {
    const several = new SeveralConnectors<number>();
    several.add(old, this.#counter(this.peers.get(entry.peer) ?? sighting));
    several.add(fresh, this.#counter(sighting));
    this.#several.set(textOf(entry.key), several);
    this.#set({ ...entry, peer: SEVERAL }, entry);
  }

  #counter(sighting: Sighting): Counter<number> {
    return {
      count: (told) => this.#count(told, sighting),
      uncount: (told, peer) => this.#uncount(told, peer),
    };
  }

  #count(told: Told, sighting: Sighting): number {
    const { flow, tls, day, host, sender, cipher, proof } = told;
    flow.add(day, tls, 1);
    flow.proofs(day, tls).add(proof);
    return this.peers.count({ flow: flow.id, tls, host, sender, cipher }, sighting, proof);
  }

  #uncount(told: Told, peer: number): void {
    told.flow.add(told.day, told.tls, -1);
    this.#isStale ||= told.flow.proofs(told.day, told.tls).isEnd(told.proof);
    this.#isStale = this.peers.uncount(peer, told.proof) || this.#isStale;
  }

  #write(key: MessageKey, { day, proof }: Told, peer: number, before: LedgerEntry | undefined): void {
    this.#set({ key, peer, day, proof, seen: before?.seen ?? 0 }, before);
  }

  /** Writes an entry in place of the one before and keeps the number of internal messages true. */
  #set(entry: LedgerEntry, before: LedgerEntry | undefined): void {
    this.#internal += Number(isInternal(entry)) - Number(before !== undefined && isInternal(before));
    this.#ledger.set(entry);
  }

  #toldAt({ peer, day, proof }: LedgerEntry): Told {
    const { flow, tls, host, sender, cipher } = this.peers.known(peer);
    return { flow: this.flows.get(flow), tls, host, sender, cipher, day, proof };
  }

  /** What rows tell of a message, each connector's apart. */
  *#toldOf(entry: LedgerEntry): Generator<{ readonly told: Told; readonly sighting: Sighting }> {
    for (const told of entry.peer === SEVERAL ? (this.#several.get(textOf(entry.key))?.own() ?? []) : []) {
      const time = told.day * MILLISECONDS_PER_DAY;
      yield { told, sighting: { firstSeen: time, lastSeen: time } };
    }
    const peer = this.peers.get(entry.peer);
    if (peer !== undefined) {
      yield { told: this.#toldAt(entry), sighting: peer };
    }
  }

  /** What a message is counted as. */
  *#countedOf(entry: LedgerEntry): Generator<{ readonly told: Told; readonly peer: number }> {
    if (entry.peer === SEVERAL) {
      for (const { told, count } of this.#several.get(textOf(entry.key))?.counted() ?? []) {
        yield { told, peer: count };
      }
    } else if (entry.peer !== 0) {
      yield { told: this.#toldAt(entry), peer: entry.peer };
    }
  }

  #adopt(flow: Flow): Flow {
    const mine = this.flows.of(flow.direction, untyped(flow.connector), flow.hubServer, flow.told);
    for (const [type, line] of flow.types) {
      mine.type(type, line);
    }
    return mine;
  }
}

function textOf(key: MessageKey): string {
  return `${key.high} ${key.low}`;
}

function isInternal({ peer, seen }: LedgerEntry): boolean {
  return peer === 0 && seen === Seen.internalHop;
}

function untyped(connector: ConnectorRef): ConnectorRef {
  return connector.kind === 'named' ? { ...connector, type: 'Unknown' } : connector;
}
