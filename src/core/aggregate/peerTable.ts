import type { Tls } from '../model/tls';
import { ownText } from '../reading/ownText';
import { MOST_PEER_IDS } from './messageLedger';

/** Who stood at the other side, over which connector and under which TLS state. */
export interface PeerIdentity {
  /** The connector's flow (see flowTable.ts). */
  readonly flow: number;
  readonly tls: Tls;
  readonly host: string;
  readonly sender: string;
  readonly cipher: string;
}

/** A peer and its messages. */
export interface PeerCount extends PeerIdentity {
  readonly id: number;
  readonly messages: number;
  /** Others were folded into it (see {@link PeerTable}). */
  readonly isFolded: boolean;
}

/** A peer on its way; names are numbers. */
interface Counting {
  id: number;
  readonly flow: number;
  readonly tls: Tls;
  host: number;
  sender: number;
  cipher: number;
  messages: number;
  isFolded: boolean;
}

/** How many peers are told apart before the smaller ones are folded together. */
export const MOST_PEERS = 20_000;
const FIRST_CAPACITY = 1024;

/**
 * Counts messages per peer in bounded memory: past {@link MOST_PEERS} the less frequent half is folded into one peer
 * without names per connector and TLS state, so that sums stay exact.
 */
export class PeerTable {
  /** By id; a folded peer's place holds the one it was folded into. Id 0 is nobody. */
  #byId: (Counting | undefined)[] = [undefined];
  /** Ids by identity, linear probing. */
  #slots = new Int32Array(FIRST_CAPACITY);
  #living: Counting[] = [];
  /** Folding cannot go below one peer per connector and TLS state; where those are many, it has to wait for more. */
  #limit = MOST_PEERS;
  #texts: string[] = [''];
  #names = new Map<string, number>([['', 0]]);

  /** The number of a host's, sender's or cipher's name, valid until {@link forgetNames}. */
  name(text: string): number {
    let name = this.#names.get(text);
    if (name === undefined) {
      const own = ownText(text);
      name = this.#texts.length;
      this.#texts.push(own);
      this.#names.set(own, name);
    }
    return name;
  }

  text(name: number): string {
    return this.#texts[name] ?? '';
  }

  get(id: number): PeerCount | undefined {
    const peer = this.#byId[id];
    return peer === undefined ? undefined : this.#shown(peer);
  }

  /** The peers, in no order. */
  *all(): Generator<PeerCount> {
    for (const peer of this.#living) {
      yield this.#shown(peer);
    }
  }

  /** The peer of an id that {@link count} returned. */
  known(id: number): PeerCount {
    const peer = this.#byId[id];
    if (peer === undefined) {
      throw new Error(`There is no peer ${id}`);
    }
    return this.#shown(peer);
  }

  /** The id of the peer that an id stands for now: another one where it was folded. */
  living(id: number): number {
    return (this.#byId[id] as Counting).id;
  }

  /** The flow of the peer with an id. */
  flowOf(id: number): number {
    return (this.#byId[id] as Counting).flow;
  }

  /** Its TLS state. */
  tlsOf(id: number): Tls {
    return (this.#byId[id] as Counting).tls;
  }

  /** Counts one more message of a peer and returns the peer's id. Names are numbers of {@link name}'s. */
  count(flow: number, tls: Tls, host: number, sender: number, cipher: number): number {
    const peer = this.#of(flow, tls, host, sender, cipher);
    peer.messages++;
    return peer.id;
  }

  /** Takes one message back. */
  uncount(id: number): void {
    const peer = this.#byId[id];
    if (peer !== undefined) {
      peer.messages--;
    }
  }

  /** How many ids have been given. */
  get ids(): number {
    return this.#byId.length;
  }

  /** How many peers are told apart. */
  get size(): number {
    return this.#living.length;
  }

  /** Folds the less frequent half together where there are too many. Ids go on, and so do names. */
  foldIfCrowded(): void {
    if (this.#living.length <= this.#limit) {
      return;
    }
    const living = this.#living;
    const counts = Int32Array.from(living, (peer) => peer.messages).sort();
    const median = counts[counts.length >> 1] ?? 0;
    let left = counts.length >> 1;
    const folded: Counting[] = [];
    this.#living = living.filter((peer) => {
      const isKept = peer.messages > median || (peer.host === 0 && peer.sender === 0) || left-- <= 0;
      if (!isKept) {
        folded.push(peer);
      }
      return isKept;
    });
    this.#index();
    for (const peer of folded) {
      const rest = this.#of(peer.flow, peer.tls, 0, 0, 0);
      rest.messages += peer.messages;
      rest.isFolded = true;
      this.#byId[peer.id] = rest;
    }
    this.#limit = Math.max(MOST_PEERS, 2 * this.#living.length);
  }

  /** Forgets the names of peers that were folded, where they are many. Numbers of names mean nothing any more afterwards. */
  forgetNames(): void {
    if (this.#texts.length <= 4 * (MOST_PEERS + this.#living.length)) {
      return;
    }
    const texts = this.#texts;
    this.#texts = [''];
    this.#names = new Map([['', 0]]);
    for (const peer of this.#living) {
      peer.host = this.name(texts[peer.host] ?? '');
      peer.sender = this.name(texts[peer.sender] ?? '');
      peer.cipher = this.name(texts[peer.cipher] ?? '');
    }
    this.#index();
  }

  /** Gives the living peers new ids from 1 on; returns the new id of each old one. */
  renumber(): Uint32Array {
    const old = this.#byId;
    this.#byId = [undefined];
    for (const peer of this.#living) {
      peer.id = this.#byId.length;
      this.#byId.push(peer);
    }
    this.#index();
    return Uint32Array.from(old, (peer) => peer?.id ?? 0);
  }

  #shown({ id, flow, tls, host, sender, cipher, messages, isFolded }: Counting): PeerCount {
    const names = { host: this.text(host), sender: this.text(sender), cipher: this.text(cipher) };
    return { id, flow, tls, ...names, messages, isFolded };
  }

  #of(flow: number, tls: Tls, host: number, sender: number, cipher: number): Counting {
    const mask = this.#slots.length - 1;
    let slot = hashOf(flow, tls, host, sender, cipher) & mask;
    for (let id = this.#slots[slot] as number; id !== 0; id = this.#slots[slot] as number) {
      const peer = this.#byId[id] as Counting;
      if (
        peer.host === host &&
        peer.sender === sender &&
        peer.flow === flow &&
        peer.tls === tls &&
        peer.cipher === cipher
      ) {
        return peer;
      }
      slot = (slot + 1) & mask;
    }
    if (this.#byId.length >= MOST_PEER_IDS) {
      throw new Error('Too many peers');
    }
    const id = this.#byId.length;
    const peer = { id, flow, tls, host, sender, cipher, messages: 0, isFolded: false };
    this.#byId.push(peer);
    this.#living.push(peer);
    this.#slots[slot] = peer.id;
    if (2 * this.#living.length > this.#slots.length) {
      this.#slots = new Int32Array(2 * this.#slots.length);
      this.#index();
    }
    return peer;
  }

  #index(): void {
    this.#slots.fill(0);
    const mask = this.#slots.length - 1;
    for (const { id, flow, tls, host, sender, cipher } of this.#living) {
      let slot = hashOf(flow, tls, host, sender, cipher) & mask;
      while (this.#slots[slot] !== 0) {
        slot = (slot + 1) & mask;
      }
      this.#slots[slot] = id;
    }
  }
}

function hashOf(flow: number, tls: number, host: number, sender: number, cipher: number): number {
  let hash = Math.imul(host, 0x9e3779b1) ^ Math.imul(sender, 0x85ebca6b);
  hash =
    Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ Math.imul(flow * 8 + tls, 0x27d4eb2f) ^ Math.imul(cipher, 0x165667b1);
  return hash ^ (hash >>> 16);
}
