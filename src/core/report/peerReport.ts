import type { Peer } from '../aggregate/census';
import { MILLISECONDS_PER_DAY, type Period } from '../model/day';
import { isBefore, type SourceLine } from '../model/messageFlow';
import { noCounts, TLS_STATES, volumeOf } from '../model/tls';
import type { DrillDownQuery, HostRow, PeerLimits, PeerReport, PeerRow } from './drillDown';
import type { ProofLine } from './report';

/** What a {@link PeerReport} is made of. */
export interface PeerSource {
  readonly query: DrillDownQuery;
  readonly period: Period | null;
  readonly peers: readonly Peer[];
  readonly aggregated: readonly number[];
  readonly pathOf: (file: number) => string;
  /** What a host calls itself. */
  readonly namesOf: (host: string) => readonly string[];
}

/** How many hosts are told between two chances to pause. */
const HOSTS_A_TIME = 500;

/** Groups peers by host, the most frequent first. Works in small steps. */
export function* peerReport(
  { query, period, peers: all, aggregated, pathOf, namesOf }: PeerSource,
  limits: PeerLimits,
): Generator<void, PeerReport> {
  const byHost = new Map<string, Peer[]>();
  const counts = noCounts();
  for (const peer of all) {
    counts[peer.tls] = (counts[peer.tls] ?? 0) + peer.messages;
    const known = byHost.get(peer.host);
    if (known === undefined) {
      byHost.set(peer.host, [peer]);
    } else {
      known.push(peer);
    }
  }
  const at = ({ file, line }: SourceLine): ProofLine => ({ file: pathOf(file), line });
  const ranked = [...byHost.values()].map((peers) => join(peers)).sort(byMessages);
  const listed = ranked.slice(0, limits.hosts);
  const messages = volumeOf(counts);
  // Few hosts leave room for more rows of each.
  const most = Math.max(limits.peers, Math.floor(limits.hosts / Math.max(1, listed.length)));
  const listedMessages = listed.reduce((sum, host) => sum + host.messages, 0);
  const hosts: HostRow[] = [];
  for (const host of listed) {
    hosts.push(hostRow(host, most, { at, namesOf }));
    if (hosts.length % HOSTS_A_TIME === 0) {
      yield;
    }
  }
  return {
    connector: query.connector,
    tls: query.tls ?? null,
    period,
    messages,
    counts,
    aggregated,
    hosts,
    notListed: { hosts: ranked.length - listed.length, messages: messages - listedMessages },
    isFolded: all.some((peer) => peer.isFolded),
  };
}

/** A host's peers, joined. */
interface Joined extends Omit<Peer, 'tls' | 'flow' | 'sender' | 'cipher' | 'last'> {
  readonly tls: readonly number[];
  readonly peers: readonly Peer[];
}

function join(peers: readonly Peer[]): Joined {
  const tls = noCounts();
  const [{ host, first: some }] = peers as [Peer];
  let first = some;
  let firstDay = Number.POSITIVE_INFINITY;
  let lastDay = Number.NEGATIVE_INFINITY;
  for (const peer of peers) {
    tls[peer.tls] = (tls[peer.tls] ?? 0) + peer.messages;
    first = isBefore(peer.first, first) ? peer.first : first;
    firstDay = Math.min(firstDay, peer.firstDay);
    lastDay = Math.max(lastDay, peer.lastDay);
  }
  const isFolded = peers.some((peer) => peer.isFolded);
  return { host, tls, messages: volumeOf(tls), first, firstDay, lastDay, isFolded, peers };
}

/** Where a row is proved, and what its host calls itself. */
interface RowTold extends Pick<PeerSource, 'namesOf'> {
  readonly at: (line: SourceLine) => ProofLine;
}

function hostRow(joined: Joined, most: number, { at, namesOf }: RowTold): HostRow {
  const { host, messages, tls, firstDay, lastDay, isFolded } = joined;
  const peers = mergedOf(joined.peers).sort(byMessages);
  const rows = peers.slice(0, most).map(
    (peer): PeerRow => ({
      sender: peer.sender,
      cipher: peer.cipher,
      tls: TLS_STATES[peer.tls],
      messages: peer.messages,
      firstSeen: peer.firstDay * MILLISECONDS_PER_DAY,
      lastSeen: peer.lastDay * MILLISECONDS_PER_DAY,
      first: at(peer.first),
    }),
  );
  const first = at(joined.first);
  return {
    host,
    names: host === '' ? [] : namesOf(host),
    messages,
    tls,
    firstSeen: firstDay * MILLISECONDS_PER_DAY,
    lastSeen: lastDay * MILLISECONDS_PER_DAY,
    first,
    isFolded,
    peers: rows,
    notListed: peers.length - rows.length,
  };
}

/** The same sender, TLS state and cipher may have been logged by several servers' Hub services. */
function mergedOf(peers: readonly Peer[]): Peer[] {
  const merged = new Map<string, Peer>();
  for (const peer of peers) {
    const key = `${peer.tls}\n${peer.sender}\n${peer.cipher}`;
    const known = merged.get(key);
    const { messages, first, firstDay, lastDay } = known === undefined ? peer : join([known, peer]);
    merged.set(key, { ...peer, messages, first, firstDay, lastDay });
  }
  return [...merged.values()];
}

function byMessages(a: Pick<Peer, 'messages' | 'first'>, b: Pick<Peer, 'messages' | 'first'>): number {
  return b.messages - a.messages || (isBefore(a.first, b.first) ? -1 : 1);
}
