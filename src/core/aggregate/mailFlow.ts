import type { ConnectorRef, Direction } from '../model/connector';
import { dayOf } from '../model/day';
import type { AggregatedFlow, MessageFlow, MessageKey, SourceLine } from '../model/messageFlow';
import type { Tls } from '../model/tls';
import { type Flow, FlowTable } from './flowTable';
import { HubTwins } from './hubTwins';
import { furtherKey } from './messageKey';
import { MessageLedger, Seen } from './messageLedger';
import { type PeerIdentity, PeerTable, type Sighting } from './peerTable';

/** What a message is counted as. */
interface Counted extends Omit<PeerIdentity, 'flow'> {
  readonly flow: Flow;
  readonly day: number;
}

/**
 * The aggregate of an analysis: messages by day, direction, connector and TLS state, with peers and proof lines. Each
 * message is remembered, so that it counts once per direction and connector, however many rows and files tell of it:
 * the weakest known TLS state, the day of the earliest row, known before unknown field by field (PRODUCT counting rules).
 */
export class MailFlow {
  readonly flows = new FlowTable();
  readonly peers = new PeerTable();
  readonly hubTwins = new HubTwins();
  readonly #ledger = new MessageLedger();
  #internal = 0;

  /** Distinct messages with internal hops only, counted nowhere else. */
  get internal(): number {
    return this.#internal;
  }

  /** Adds what one row (or one SMTP transfer) tells of a message that crossed the border. */
  add(message: MessageFlow): void {
    const flow = this.flows.of(message.direction, message.connector, message.hubServer, message.proof);
    const { tls, host, sender, cipher, time, proof } = message;
    const sighting = { firstSeen: time, lastSeen: time, first: proof };
    this.#put(message.key, { flow, tls, host, sender, cipher, day: dayOf(time) }, sighting, proof);
  }

  /** Makes a connector known that has no message (yet). */
  touch(direction: Direction, connector: ConnectorRef, hubServer: string | null, told: SourceLine): void {
    this.flows.of(direction, connector, hubServer, told);
  }

  /** Adds a row of an aggregated export. */
  addAggregated(row: AggregatedFlow): void {
    this.flows.of(row.direction, row.connector, null, row.proof).aggregated.push(row);
  }

  /** Notes that a row of a message shows an internal hop, or that it crossed the border elsewhere. */
  see(key: MessageKey, seen: number): void {
    const entry = this.#ledger.get(key);
    this.#set(key, entry?.peer ?? 0, entry?.day ?? 0, (entry?.seen ?? 0) | seen);
  }

  /**
   * Takes over everything of `other`, whose files are numbered like this one's. The result is that of adding all rows
   * to one aggregate, whatever the order; `other` must not be used afterwards.
   */
  merge(other: MailFlow): void {
    for (const flow of other.flows.all()) {
      const mine = this.#adopt(flow);
      mine.aggregated.push(...flow.aggregated);
    }
    for (const entry of other.#ledger.entries()) {
      const peer = other.peers.get(entry.peer);
      if (peer !== undefined) {
        const flow = this.#adopt(other.flows.get(peer.flow));
        this.#put(entry.key, { ...peer, flow, day: entry.day }, peer, undefined);
      }
      if (entry.seen !== 0) {
        this.see(entry.key, entry.seen);
      }
    }
    this.#mergeProofs(other);
    this.hubTwins.merge(other.hubTwins);
  }

  /** Counts a message, or corrects what it was counted as. `proof` is a line that proves the fresh TLS state. */
  #put(key: MessageKey, fresh: Counted, sighting: Sighting, proof: SourceLine | undefined): void {
    const place = this.#placeOf(key, fresh.flow);
    const entry = this.#ledger.get(place);
    const old = this.#counted(entry?.peer ?? 0, entry?.day ?? 0);
    const now = old === undefined ? fresh : combine(old, fresh);
    const kept = old === undefined ? undefined : this.#uncount(place, old, entry?.peer ?? 0);
    const { flow, tls, day, host, sender, cipher } = now;
    flow.add(day, tls, 1);
    const peer = this.peers.count({ flow: flow.id, tls, host, sender, cipher }, sighting);
    if (kept !== undefined && old?.tls === tls) {
      flow.proofs(day, tls).add(place, kept);
    }
    if (proof !== undefined && fresh.tls === tls) {
      flow.proofs(day, tls).add(place, proof);
    }
    this.#set(place, peer, day, entry?.seen ?? 0);
  }

  /** Takes a message back and returns the line that proved its state, where it was kept. */
  #uncount(place: MessageKey, old: Counted, peer: number): SourceLine | undefined {
    old.flow.add(old.day, old.tls, -1);
    this.peers.uncount(peer);
    return old.flow.proofs(old.day, old.tls).remove(place);
  }

  /** Writes an entry and keeps the number of internal messages true. */
  #set(key: MessageKey, peer: number, day: number, seen: number): void {
    const before = this.#ledger.get(key);
    this.#internal +=
      Number(isInternal(peer, seen)) - Number(before !== undefined && isInternal(before.peer, before.seen));
    this.#ledger.set(key, peer, day, seen);
  }

  /**
   * Where a message over this flow is (to be) remembered: under its own key for its first connector, under further keys
   * for more. A row that does not tell its connector joins one of its direction that does, and the other way round.
   */
  #placeOf(key: MessageKey, flow: Flow): MessageKey {
    let compatible: MessageKey | undefined;
    for (let n = 0; ; n++) {
      const place = furtherKey(key, n);
      const entry = this.#ledger.get(place);
      const known = this.#counted(entry?.peer ?? 0, 0)?.flow;
      if (known === undefined) {
        return compatible ?? place;
      }
      if (known === flow) {
        return place;
      }
      if (compatible === undefined && isCompatible(known, flow)) {
        compatible = place;
      }
    }
  }

  #counted(peerId: number, day: number): Counted | undefined {
    const peer = this.peers.get(peerId);
    return peer === undefined ? undefined : { ...peer, flow: this.flows.get(peer.flow), day };
  }

  #adopt(flow: Flow): Flow {
    const mine = this.flows.of(flow.direction, untyped(flow.connector), flow.hubServer, flow.told);
    for (const [type, line] of flow.types) {
      mine.type(type, line);
    }
    return mine;
  }

  #mergeProofs(other: MailFlow): void {
    for (const flow of other.flows.all()) {
      const mine = this.#adopt(flow);
      for (const [day, { proofs }] of flow.days) {
        proofs.forEach((lines, tls) => {
          const holds = (key: MessageKey): boolean => {
            const entry = this.#ledger.get(key);
            const counted = this.#counted(entry?.peer ?? 0, entry?.day ?? 0);
            return counted?.flow === mine && counted.day === day && counted.tls === tls;
          };
          if (lines !== undefined) {
            mine.proofs(day, tls as Tls).merge(lines, holds);
          }
        });
      }
    }
  }
}

function isInternal(peer: number, seen: number): boolean {
  return peer === 0 && seen === Seen.internalHop;
}

function isCompatible(known: Flow, flow: Flow): boolean {
  return (
    known.direction === flow.direction &&
    known.hubServer === flow.hubServer &&
    (known.connector.kind === 'untold') !== (flow.connector.kind === 'untold')
  );
}

function untyped(connector: ConnectorRef): ConnectorRef {
  return connector.kind === 'named' ? { ...connector, type: 'Unknown' } : connector;
}

/** Known wins over unknown, field by field; of two known TLS states the weaker, with its row's peer; the earlier day. */
function combine(old: Counted, fresh: Counted): Counted {
  const [first, second] = fresh.tls < old.tls ? [fresh, old] : [old, fresh];
  return {
    flow: old.flow.connector.kind === 'untold' ? fresh.flow : old.flow,
    tls: first.tls,
    day: Math.min(old.day, fresh.day),
    host: first.host || second.host,
    sender: first.sender || second.sender,
    cipher: first.cipher || second.cipher,
  };
}
