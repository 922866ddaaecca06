import type { Peer } from '../../aggregate/census';
import { knownOf, Tls } from '../../model/tls';
import { earliest, isInScope, latest, type Rule } from '../rule';

/** What a host did, in UTC days. */
interface Conduct {
  lastOld: number;
  lastNew: number;
  readonly plain: Peer[];
}

/**
 * A sender that lost TLS: it used TLS 1.0 or 1.1, and all its mail since is in plain text. That is what a host does that has
 * nothing newer and is refused the old: it looks as if TLS 1.0 had gone.
 */
export const tls10TurnedNone: Rule = {
  id: 'tls10-turned-none',
  find: (subject) => {
    const { connector, tls } = subject;
    if (!isInScope({ direction: 'inbound' }, subject)) {
      return undefined;
    }
    const hosts = [...conductByHost(connector.peers())].flatMap(([, conduct]) => turned(conduct));
    const lines = hosts.map((peer) => peer.first);
    const [first, last] = [earliest(lines), latest(lines)];
    if (first === undefined || last === undefined) {
      return undefined;
    }
    const messages = hosts.reduce((sum, peer) => sum + peer.messages, 0);
    return { messages, known: knownOf(tls), first, last, hosts };
  },
};

function conductByHost(peers: readonly Peer[]): Map<string, Conduct> {
  const byHost = new Map<string, Conduct>();
  for (const peer of peers.filter(({ host, tls }) => host !== '' && tls !== Tls.unknown)) {
    const conduct = byHost.get(peer.host) ?? {
      lastOld: Number.NEGATIVE_INFINITY,
      lastNew: Number.NEGATIVE_INFINITY,
      plain: [],
    };
    byHost.set(peer.host, conduct);
    if (peer.tls === Tls.none) {
      conduct.plain.push(peer);
    } else if (peer.tls === Tls.tls10 || peer.tls === Tls.tls11) {
      conduct.lastOld = Math.max(conduct.lastOld, peer.lastDay);
    } else {
      conduct.lastNew = Math.max(conduct.lastNew, peer.lastDay);
    }
  }
  return byHost;
}

/** The plain-text mail of a host, where all of it came after its last mail under old TLS, and none under newer TLS since. */
function turned({ lastOld, lastNew, plain }: Conduct): readonly Peer[] {
  const firstPlain = plain.reduce((first, peer) => Math.min(first, peer.firstDay), Number.POSITIVE_INFINITY);
  const isTurned = lastOld > Number.NEGATIVE_INFINITY && plain.length > 0 && firstPlain > lastOld;
  return isTurned && lastNew < firstPlain ? plain : [];
}
