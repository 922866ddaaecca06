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

/** When rows told of a peer: milliseconds since 1970, UTC. */
export interface Sighting {
  readonly firstSeen: number;
  readonly lastSeen: number;
}

/** A peer and its messages. */
export interface Peer extends PeerIdentity, Sighting {
  readonly id: number;
  readonly messages: number;
  /** The first line that proves the TLS state of one of them. */
  readonly first: SourceLine;
}

const FAR: SourceLine = { file: Number.MAX_SAFE_INTEGER, line: 0 };

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
  /** Folding cannot go below one peer per connector and TLS state; where those are many, it has to wait for more. */
  #limit = MOST_PEERS;

  get(id: number): Peer | undefined {
    return this.#byId[id];
  }

  /** The peers, in no order. */
  all(): IterableIterator<Peer> {
    return this.#byIdentity.values();
  }

  /** The peer of an id that {@link count} returned. */
  known(id: number): Peer {
    const peer = this.#byId[id];
    if (peer === undefined) {
      throw new Error(`There is no peer ${id}`);
    }
    return peer;
  }

  /** Counts one more message of a peer and returns the peer's id. */
  count(identity: PeerIdentity, sighting: Sighting, proof: SourceLine): number {
    const peer = this.#of(identity, sighting);
    peer.messages++;
    see(peer, sighting, proof);
    if (this.#byIdentity.size > this.#limit) {
      this.#fold();
      this.#limit = Math.max(MOST_PEERS, 2 * this.#byIdentity.size);
    }
    return peer.id;
  }

  /** Takes one message back; true where its line was the peer's first, which has to be found anew. */
  uncount(id: number, proof: SourceLine): boolean {
    const peer = this.#byId[id];
    if (peer === undefined) {
      return false;
    }
    peer.messages--;
    return peer.messages > 0 && !isBefore(peer.first, proof);
  }

  /** Forgets first lines, to have them proved anew. */
  forgetLines(): void {
    for (const peer of this.#byIdentity.values()) {
      peer.first = FAR;
    }
  }

  prove(id: number, proof: SourceLine): void {
    const peer = this.#byId[id];
    if (peer !== undefined && isBefore(proof, peer.first)) {
      peer.first = proof;
    }
  }

  #of(identity: PeerIdentity, sighting: Sighting): Counting {
    const key = `${identity.flow}\n${identity.tls}\n${identity.host}\n${identity.sender}\n${identity.cipher}`;
    let peer = this.#byIdentity.get(key);
    if (peer === undefined) {
      const { firstSeen, lastSeen } = sighting;
      peer = { ...owned(identity), firstSeen, lastSeen, first: FAR, id: this.#byId.length, messages: 0 };
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
      see(rest, peer, peer.first);
      this.#byId[peer.id] = rest;
    }
  }
}

function owned({ flow, tls, host, sender, cipher }: PeerIdentity): PeerIdentity {
  return { flow, tls, host: ownText(host), sender: ownText(sender), cipher: ownText(cipher) };
}

function see(peer: Counting, sighting: Sighting, proof: SourceLine): void {
  peer.firstSeen = Math.min(peer.firstSeen, sighting.firstSeen);
  peer.lastSeen = Math.max(peer.lastSeen, sighting.lastSeen);
  if (isBefore(proof, peer.first)) {
    peer.first = proof;
  }
}
