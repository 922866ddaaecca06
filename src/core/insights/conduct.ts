import type { Peer } from '../aggregate/census';
import { Tls } from '../model/tls';

/** How a remote host's mail travelled over time, in UTC days. Mail of unknown TLS state says nothing of it. */
export interface Conduct {
  readonly host: string;
  /** Its mail in plain text. */
  readonly plain: Peer[];
  /** Its mail under TLS 1.0 or 1.1. */
  readonly old: Peer[];
  /** Its mail under anything else: TLS 1.2, 1.3, a version that is not told. */
  readonly other: Peer[];
}

/** The conduct of every host that the files tell. */
export function conducts(peers: readonly Peer[]): Conduct[] {
  const byHost = new Map<string, Conduct>();
  for (const peer of peers) {
    if (peer.host === '' || peer.tls === Tls.unknown) {
      continue;
    }
    const conduct = byHost.get(peer.host) ?? { host: peer.host, plain: [], old: [], other: [] };
    byHost.set(peer.host, conduct);
    listOf(conduct, peer.tls).push(peer);
  }
  return [...byHost.values()];
}

function listOf({ plain, old, other }: Conduct, tls: Tls): Peer[] {
  if (tls === Tls.none) {
    return plain;
  }
  return tls === Tls.tls10 || tls === Tls.tls11 ? old : other;
}

/** True where the host used old TLS, and all its plain text came later, with nothing but plain text since. */
export function lostTls({ plain, old, other }: Conduct): boolean {
  const firstPlain = firstDay(plain);
  return plain.length > 0 && old.length > 0 && firstPlain > lastDay(old) && lastDay(other) < firstPlain;
}

/** True where the host used old TLS, and all its mail since has been under newer TLS. */
export function stoppedOldTls({ plain, old, other }: Conduct): boolean {
  const newer = other.filter(({ tls }) => tls === Tls.tls12 || tls === Tls.tls13);
  return old.length > 0 && lastDay(newer) > lastDay(old) && lastDay(plain) <= lastDay(old);
}

/** The first day of any of them; never where there are none. */
export function firstDay(peers: readonly Peer[]): number {
  return peers.reduce((first, peer) => Math.min(first, peer.firstDay), Number.POSITIVE_INFINITY);
}

/** The last day of any of them; before all days where there are none. */
export function lastDay(peers: readonly Peer[]): number {
  return peers.reduce((last, peer) => Math.max(last, peer.lastDay), Number.NEGATIVE_INFINITY);
}
