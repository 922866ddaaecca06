import { isBefore, type SourceLine } from '../model/messageFlow';
import type { Tls } from '../model/tls';
import { ownText } from '../reading/ownText';

/** Who stood at the other side, over which connector and under which TLS state. */
export interface PeerIdentity {
  /** The connector's flow (see flowTable.ts). */
  readonly flow: number;
  readonly tls: Tls;
  readonly host: string;
  readonly sender: string;
  readonly cipher: string;
}

/** When and where rows told of a peer: milliseconds since 1970, UTC, and the first line. */
export interface Sighting {
  readonly firstSeen: number;
  readonly lastSeen: number;
  readonly first: SourceLine;
}

/** A peer and its messages. */
export interface Peer extends PeerIdentity, Sighting {
  readonly id: number;
  readonly messages: number;
}

type Counting = { -readonly [Key in keyof Peer]: Peer[Key] };

/** How many peers are told apart before the smaller ones are folded together. */
export const MOST_PEERS = 20_000;

/**
 * Counts messages per peer in bounded memory: past {@link MOST_PEERS} the less frequent half is folded into one peer
 * without names per connector and TLS state, so that sums stay exact.
 */
export class PeerTable {
  /** By id; a folded peer's place holds the one it was folded into. Id 0 is nobody. */
  readonly #byId: (Counting | undefined)[] = [undefined];
  readonly #byIdentity = new Map<string, Counting>();

  get(id: number): Peer | undefined {
    return this.#byId[id];
  }

  /** The peers, in no order. */
  all(): IterableIterator<Peer> {
    return this.#byIdentity.values();
  }

  /** Counts one more message of a peer and returns the peer's id. */
  count(identity: PeerIdentity, sighting: Sighting): number {
    const peer = this.#of(identity, sighting);
    peer.messages++;
    see(peer, sighting);
    if (this.#byIdentity.size > MOST_PEERS) {
      this.#fold();
    }
    return peer.id;
  }

  /** Takes one message back. */
  uncount(id: number): void {
    const peer = this.#byId[id];
    if (peer !== undefined) {
      peer.messages--;
    }
  }

  #of(identity: PeerIdentity, sighting: Sighting): Counting {
    const key = `${identity.flow}\n${identity.tls}\n${identity.host}\n${identity.sender}\n${identity.cipher}`;
    let peer = this.#byIdentity.get(key);
    if (peer === undefined) {
      const { firstSeen, lastSeen, first } = sighting;
      peer = { ...owned(identity), firstSeen, lastSeen, first, id: this.#byId.length, messages: 0 };
      this.#byId.push(peer);
      this.#byIdentity.set(key, peer);
    }
    return peer;
  }

  #fold(): void {
    const counts = [...this.#byIdentity.values()].map((peer) => peer.messages).sort((a, b) => a - b);
    const median = counts[counts.length >> 1] ?? 0;
    let left = counts.length >> 1;
    for (const [key, peer] of this.#byIdentity) {
      if (peer.messages > median || (peer.host === '' && peer.sender === '') || left-- <= 0) {
        continue;
      }
      this.#byIdentity.delete(key);
      const rest = this.#of({ flow: peer.flow, tls: peer.tls, host: '', sender: '', cipher: '' }, peer);
      rest.messages += peer.messages;
      see(rest, peer);
      this.#byId[peer.id] = rest;
    }
  }
}

function owned({ flow, tls, host, sender, cipher }: PeerIdentity): PeerIdentity {
  return { flow, tls, host: ownText(host), sender: ownText(sender), cipher: ownText(cipher) };
}

function see(peer: Counting, sighting: Sighting): void {
  peer.firstSeen = Math.min(peer.firstSeen, sighting.firstSeen);
  peer.lastSeen = Math.max(peer.lastSeen, sighting.lastSeen);
  if (isBefore(sighting.first, peer.first)) {
    peer.first = sighting.first;
  }
}
