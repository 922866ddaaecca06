import { knownOf, Tls } from '../../model/tls';
import { conducts, lostTls } from '../conduct';
import { earliest, isInScope, latest, type Rule } from '../rule';

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
    const lost = new Set(
      conducts(connector)
        .filter(lostTls)
        .map(({ host }) => host),
    );
    const peers = lost.size === 0 ? [] : connector.peers([Tls.none], { isHost: (host) => lost.has(host) });
    const first = earliest(peers.map((peer) => peer.first));
    const last = latest(peers.map((peer) => peer.last));
    if (first === undefined || last === undefined) {
      return undefined;
    }
    const messages = peers.reduce((sum, peer) => sum + peer.messages, 0);
    return { messages, known: knownOf(tls), first, last, peers };
  },
};
