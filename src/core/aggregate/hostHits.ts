import { Tls } from '../model/tls';
import type { ConnectorSummary } from './connectorSummary';
import { DaySets } from './daySets';
import type { MailFlow } from './mailFlow';
import type { PeerCount } from './peerTable';

/** A remote host with messages in the states that are asked for. Days are UTC. */
export interface HitHost {
  readonly host: string;
  /** Messages in these states … */
  readonly messages: number;
  /** … and in every known one. */
  readonly known: number;
  /** The first and the last day of {@link messages}. */
  readonly firstDay: number;
  readonly lastDay: number;
}

/** A day with such messages. */
export interface HitDay {
  /** Different hosts, of which one message or more is in these states. */
  readonly hosts: number;
  /** Messages of these hosts in these states: what the day has more than that is of hosts that are not told. */
  readonly messages: number;
}

/** A connector's hosts, in no order, and its days, by number. */
export interface ConnectorHits {
  readonly hosts: readonly HitHost[];
  readonly days: ReadonlyMap<number, HitDay>;
}

/** Which hosts had messages in the states that are asked for, over which connectors, and on which days. */
export interface HostHits {
  /** By the connector's key. */
  readonly connectors: ReadonlyMap<string, ConnectorHits>;
  /** Different hosts of a day, over whichever connectors. */
  readonly days: ReadonlyMap<number, number>;
}

/** A host of a connector. */
interface Tally {
  readonly connector: Connector;
  readonly host: string;
  /** Numbers of the connector's host, and of the host whatever the connector. */
  readonly own: number;
  readonly any: number;
  messages: number;
  known: number;
  firstDay: number;
  lastDay: number;
}

interface Connector {
  readonly key: string;
  readonly days: Map<number, { hosts: number; messages: number }>;
}

/**
 * Looks at every message for the hosts in some TLS states, day by day. Exact, in bounded memory: a host of a day is one bit,
 * hosts are as many as are told apart (`PeerTable`), and where the days are so many that bits would take more than
 * `DaySets` allows, it looks once more for the days that are left. Nothing may be added meanwhile.
 */
export class HostHitsWalk {
  readonly #flow: MailFlow;
  /** By flow. */
  readonly #connectors = new Map<number, { readonly connector: Connector; readonly days: ReadonlySet<number> }>();
  readonly #states: ReadonlySet<Tls>;
  readonly #tallies: Tally[] = [];
  readonly #hostsOfDays = new Map<number, number>();
  #hostCount = 0;
  readonly #mostBytes: number | undefined;

  /** `holds`: whether a UTC day is meant. `mostBytes`: what the bits of a walk may take. */
  constructor(
    flow: MailFlow,
    connectors: readonly ConnectorSummary[],
    states: readonly Tls[],
    holds: (day: number) => boolean,
    mostBytes?: number,
  ) {
    this.#flow = flow;
    this.#mostBytes = mostBytes;
    this.#states = new Set(states);
    for (const summary of connectors) {
      const connector = { key: summary.key, days: new Map() };
      for (const [id, { days }] of summary.countedDays(holds)) {
        this.#connectors.set(id, { connector, days });
      }
    }
  }

  /** Works in small steps; undefined where something was added meanwhile. */
  *take(): Generator<void, HostHits | undefined> {
    const peers = [...this.#flow.peers.all()];
    const byPeer = this.#hitPeers(peers);
    yield;
    let days: readonly number[] = [...this.#hitDays()].sort((a, b) => a - b);
    let isFirst = true;
    while (isFirst || days.length > 0) {
      const sets = new DaySets(days, this.#tallies.length + this.#hostCount, this.#mostBytes);
      if (!(yield* this.#walk(byPeer, sets, isFirst))) {
        return undefined;
      }
      days = days.slice(sets.size);
      isFirst = false;
    }
    return this.#hits();
  }

  /** The hosts with messages in the states, on whatever day, by the id of a peer. */
  #hitPeers(peers: readonly PeerCount[]): Map<number, Tally> {
    const byName = new Map<string, Tally>();
    const numbers = new Map<string, number>();
    const byPeer = new Map<number, Tally>();
    for (const { flow, host, tls } of peers) {
      const connector = this.#connectors.get(flow)?.connector;
      const name = `${connector?.key}\n${host}`;
      if (connector !== undefined && host !== '' && this.#states.has(tls) && !byName.has(name)) {
        const any = numbers.get(host) ?? numbers.size;
        numbers.set(host, any);
        const counts = { messages: 0, known: 0, firstDay: Number.POSITIVE_INFINITY, lastDay: 0 };
        const tally = { connector, host, own: this.#tallies.length, any, ...counts };
        byName.set(name, tally);
        this.#tallies.push(tally);
      }
    }
    for (const { id, flow, host } of peers) {
      const tally = byName.get(`${this.#connectors.get(flow)?.connector.key}\n${host}`);
      if (tally !== undefined) {
        byPeer.set(id, tally);
      }
    }
    this.#hostCount = numbers.size;
    return byPeer;
  }

  /** Days on which there may be such messages. */
  #hitDays(): Set<number> {
    const all = new Set<number>();
    for (const [id, { days }] of this.#connectors) {
      for (const day of days) {
        const counts = this.#flow.flows.get(id).days.get(day)?.counts ?? [];
        if ([...this.#states].some((state) => (counts[state] ?? 0) > 0)) {
          all.add(day);
        }
      }
    }
    return all;
  }

  /** False where something was added meanwhile. `isFirst`: what does not go by days has not been counted yet. */
  *#walk(byPeer: ReadonlyMap<number, Tally>, sets: DaySets, isFirst: boolean): Generator<void, boolean> {
    const { peers, changes } = this.#flow;
    const walk = this.#flow.messages((id, day) => {
      const peer = peers.living(id);
      const tally = byPeer.get(peer);
      if (tally === undefined || this.#connectors.get(peers.flowOf(peer))?.days.has(day) !== true) {
        return;
      }
      const tls = peers.tlsOf(peer);
      if (isFirst) {
        this.#count(tally, tls, day);
      }
      if (this.#states.has(tls)) {
        this.#countDay(tally, day, sets);
      }
    });
    while (this.#flow.changes === changes) {
      if (walk.next().done === true) {
        return true;
      }
      yield;
    }
    return false;
  }

  #count(tally: Tally, tls: Tls, day: number): void {
    tally.known += Number(tls !== Tls.unknown);
    if (this.#states.has(tls)) {
      tally.messages++;
      tally.firstDay = Math.min(tally.firstDay, day);
      tally.lastDay = Math.max(tally.lastDay, day);
    }
  }

  #countDay({ connector, own, any }: Tally, day: number, sets: DaySets): void {
    if (!sets.has(day)) {
      return;
    }
    let counted = connector.days.get(day);
    if (counted === undefined) {
      counted = { hosts: 0, messages: 0 };
      connector.days.set(day, counted);
    }
    counted.messages++;
    counted.hosts += Number(sets.add(day, own));
    if (sets.add(day, this.#tallies.length + any)) {
      this.#hostsOfDays.set(day, (this.#hostsOfDays.get(day) ?? 0) + 1);
    }
  }

  #hits(): HostHits {
    const hostsOf = new Map<Connector, HitHost[]>();
    for (const { connector, host, messages, known, firstDay, lastDay } of this.#tallies) {
      const hosts = hostsOf.get(connector) ?? [];
      hostsOf.set(connector, hosts);
      if (messages > 0) {
        hosts.push({ host, messages, known, firstDay, lastDay });
      }
    }
    return {
      connectors: new Map([...hostsOf].map(([{ key, days }, hosts]) => [key, { hosts, days }] as const)),
      days: this.#hostsOfDays,
    };
  }
}
