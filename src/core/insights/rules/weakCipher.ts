import { KNOWN_TLS, knownOf } from '../../model/tls';
import { earliest, latest, type Rule } from '../rule';

/**
 * Ciphers that no longer protect: RC4, single and triple DES, export grade and none at all, as Exchange (`CALG_3DES`, `CALG_RC4`),
 * OpenSSL (`DES-CBC3-SHA`) and standards (`TLS_RSA_WITH_3DES_EDE_CBC_SHA`) write them.
 */
const WEAK = /(?:^|[^a-z0-9])(?:rc4|arcfour|3des|des|null|exp(?:ort)?(?:1024)?\d*)(?:[^a-z0-9]|$)|des-cbc3?/i;

/** True for a cipher that no longer protects. */
export function isWeakCipher(cipher: string): boolean {
  return WEAK.test(cipher);
}

/** Mail under a TLS version whose cipher anyone can break. */
export const weakCipher: Rule = {
  id: 'weak-cipher',
  find: ({ connector, tls }) => {
    const peers = connector.peers(KNOWN_TLS, { isCipher: isWeakCipher });
    const first = earliest(peers.map((peer) => peer.first));
    const last = latest(peers.map((peer) => peer.last));
    if (first === undefined || last === undefined) {
      return undefined;
    }
    const messages = peers.reduce((sum, peer) => sum + peer.messages, 0);
    const ciphers = [...new Set(peers.map(({ cipher }) => cipher))].sort();
    return { messages, known: knownOf(tls), first, last, peers, values: [ciphers.slice(0, 3).join(', ')] };
  },
};
