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

/** How many peers are told apart before the smaller ones are folded together. */
export const MOST_PEERS = 20_000;
const FIRST_CAPACITY = 1024;

/** A peer is a row of numbers: there may be many on the way, and objects would have to be collected. */
const WIDTH = 8;
const FLOW = 0;
const TLS = 1;
/** Names are numbers. */
const HOST = 2;
const SENDER = 3;
const CIPHER = 4;
const MESSAGES = 5;
const ID = 6;
const IS_FOLDED = 7;
/** In place of a place. */
const GONE = -1;

/**
 * Counts messages per peer in bounded memory: past {@link MOST_PEERS} the less frequent half is folded into one peer
 * without names per connector and TLS state, so that sums stay exact.
 */
export class PeerTable {
  /** Living peers, {@link WIDTH} numbers each. */
  #rows: Int32Array = new Int32Array(FIRST_CAPACITY * WIDTH);
  #size = 0;
  /** Memory for as many rows, used in turns. */
  #spareRows: Int32Array = new Int32Array(0);
  /** By id, where the peer's row is; that of the one it was folded into. Id 0 is nobody. */
  #places: Int32Array = new Int32Array(FIRST_CAPACITY);
  #ids = 1;
  /** Rows by identity, plus 1; linear probing. */
  #slots = new Int32Array(FIRST_CAPACITY);
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
    return id > 0 && id < this.#ids ? this.#shown(this.#places[id] as number) : undefined;
  }

  /** The peers, in no order. */
  *all(): Generator<PeerCount> {
    for (let place = 0; place < this.#size; place++) {
      yield this.#shown(place);
    }
  }

  /** The peer of an id that {@link count} returned. */
  known(id: number): PeerCount {
    const peer = this.get(id);
    if (peer === undefined) {
      throw new Error(`There is no peer ${id}`);
    }
    return peer;
  }

  /** The id of the peer that an id stands for now: another one where it was folded. */
  living(id: number): number {
    return this.#field(this.#places[id] as number, ID);
  }

  /** The flow of the peer with an id. */
  flowOf(id: number): number {
    return this.#field(this.#places[id] as number, FLOW);
  }

  /** Its TLS state. */
  tlsOf(id: number): Tls {
    return this.#field(this.#places[id] as number, TLS) as Tls;
  }

  /** Counts one more message of a peer and returns the peer's id. Names are numbers of {@link name}'s. */
  count(flow: number, tls: Tls, host: number, sender: number, cipher: number): number {
    const at = this.#of(flow, tls, host, sender, cipher) * WIDTH;
    this.#rows[at + MESSAGES] = (this.#rows[at + MESSAGES] as number) + 1;
    return this.#rows[at + ID] as number;
  }

  /** Takes one message back. */
  uncount(id: number): void {
    if (id > 0 && id < this.#ids) {
      const at = (this.#places[id] as number) * WIDTH + MESSAGES;
      this.#rows[at] = (this.#rows[at] as number) - 1;
    }
  }

  /** How many ids have been given. */
  get ids(): number {
    return this.#ids;
  }

  /** How many peers are told apart. */
  get size(): number {
    return this.#size;
  }

  /** Folds the less frequent half together where there are too many. Ids go on, and so do names. */
  foldIfCrowded(): void {
    if (this.#size <= this.#limit) {
      return;
    }
    const [ids, count] = [this.#ids, this.#size];
    const places = this.#keepFrequent();
    const old = this.#spareRows;
    for (let place = 0; place < count; place++) {
      if (places[place] === GONE) {
        const at = place * WIDTH;
        const rest = this.#of(old[at + FLOW] as number, old[at + TLS] as Tls, 0, 0, 0);
        const restAt = rest * WIDTH;
        this.#rows[restAt + MESSAGES] = (this.#rows[restAt + MESSAGES] as number) + (old[at + MESSAGES] as number);
        this.#rows[restAt + IS_FOLDED] = 1;
        places[place] = rest;
      }
    }
    for (let id = 1; id < ids; id++) {
      this.#places[id] = places[this.#places[id] as number] as number;
    }
    this.#limit = Math.max(MOST_PEERS, 2 * this.#size);
  }

  /** Forgets the names of peers that were folded, where they are many. Numbers of names mean nothing any more afterwards. */
  forgetNames(): void {
    if (this.#texts.length <= 4 * (MOST_PEERS + this.#size)) {
      return;
    }
    const texts = this.#texts;
    this.#texts = [''];
    this.#names = new Map([['', 0]]);
    for (let at = 0; at < this.#size * WIDTH; at += WIDTH) {
      for (let field = HOST; field <= CIPHER; field++) {
        this.#rows[at + field] = this.name(texts[this.#rows[at + field] as number] ?? '');
      }
    }
    this.#index();
  }

  /** Gives the living peers new ids from 1 on; returns the new id of each old one. */
  renumber(): Int32Array {
    const ids = this.#places.slice(0, this.#ids);
    for (let id = 1; id < ids.length; id++) {
      ids[id] = (ids[id] as number) + 1;
    }
    this.#ids = this.#size + 1;
    this.#places = new Int32Array(Math.max(FIRST_CAPACITY, 2 * this.#ids));
    for (let place = 0; place < this.#size; place++) {
      this.#rows[place * WIDTH + ID] = place + 1;
      this.#places[place + 1] = place;
    }
    return ids;
  }

  #field(place: number, field: number): number {
    return this.#rows[place * WIDTH + field] as number;
  }

  #shown(place: number): PeerCount {
    const field = (field: number): number => this.#field(place, field);
    return {
      id: field(ID),
      flow: field(FLOW),
      tls: field(TLS) as Tls,
      host: this.text(field(HOST)),
      sender: this.text(field(SENDER)),
      cipher: this.text(field(CIPHER)),
      messages: field(MESSAGES),
      isFolded: field(IS_FOLDED) !== 0,
    };
  }

  /** Where the row of a peer is. */
  #of(flow: number, tls: Tls, host: number, sender: number, cipher: number): number {
    const mask = this.#slots.length - 1;
    const rows = this.#rows;
    let slot = hashOf(flow, tls, host, sender, cipher) & mask;
    for (let place = this.#slots[slot] as number; place !== 0; place = this.#slots[slot] as number) {
      const at = (place - 1) * WIDTH;
      if (
        rows[at + HOST] === host &&
        rows[at + SENDER] === sender &&
        rows[at + FLOW] === flow &&
        rows[at + TLS] === tls &&
        rows[at + CIPHER] === cipher
      ) {
        return place - 1;
      }
      slot = (slot + 1) & mask;
    }
    const place = this.#append(flow, tls, host, sender, cipher);
    this.#slots[slot] = place + 1;
    if (2 * this.#size > this.#slots.length) {
      this.#slots = new Int32Array(2 * this.#slots.length);
      this.#index();
    }
    return place;
  }

  #append(flow: number, tls: Tls, host: number, sender: number, cipher: number): number {
    if (this.#ids >= MOST_PEER_IDS) {
      throw new Error('Too many peers');
    }
    const place = this.#size++;
    const id = this.#ids++;
    if (this.#size * WIDTH > this.#rows.length) {
      this.#rows = enlarged(this.#rows);
    }
    if (this.#ids > this.#places.length) {
      this.#places = enlarged(this.#places);
    }
    this.#rows.set([flow, tls, host, sender, cipher, 0, id, 0], place * WIDTH);
    this.#places[id] = place;
    return place;
  }

  /**
   * Lets the less frequent half go, but for those without names. Returns by place where a peer is now, {@link GONE} for those
   * that are not; the rows before are the spare ones then.
   */
  #keepFrequent(): Int32Array {
    const [old, count] = [this.#rows, this.#size];
    const counts = Int32Array.from({ length: count }, (_, place) => old[place * WIDTH + MESSAGES] as number).sort();
    const median = counts[count >> 1] ?? 0;
    const places = new Int32Array(count);
    let left = count >> 1;
    this.#rows = this.#spareRows.length < old.length ? new Int32Array(old.length) : this.#spareRows;
    this.#spareRows = old;
    this.#size = 0;
    for (let place = 0; place < count; place++) {
      const at = place * WIDTH;
      const isNameless = old[at + HOST] === 0 && old[at + SENDER] === 0;
      if ((old[at + MESSAGES] as number) > median || isNameless || left-- <= 0) {
        this.#rows.set(old.subarray(at, at + WIDTH), this.#size * WIDTH);
        places[place] = this.#size++;
      } else {
        places[place] = GONE;
      }
    }
    this.#index();
    return places;
  }

  #index(): void {
    this.#slots.fill(0);
    const [rows, mask] = [this.#rows, this.#slots.length - 1];
    for (let place = 0; place < this.#size; place++) {
      const at = place * WIDTH;
      const [flow, tls, host] = [rows[at + FLOW] as number, rows[at + TLS] as number, rows[at + HOST] as number];
      let slot = hashOf(flow, tls, host, rows[at + SENDER] as number, rows[at + CIPHER] as number) & mask;
      while (this.#slots[slot] !== 0) {
        slot = (slot + 1) & mask;
      }
      this.#slots[slot] = place + 1;
    }
  }
}

function enlarged(numbers: Int32Array): Int32Array {
  const larger = new Int32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}

function hashOf(flow: number, tls: number, host: number, sender: number, cipher: number): number {
  let hash = Math.imul(host, 0x9e3779b1) ^ Math.imul(sender, 0x85ebca6b);
  hash =
    Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ Math.imul(flow * 8 + tls, 0x27d4eb2f) ^ Math.imul(cipher, 0x165667b1);
  return hash ^ (hash >>> 16);
}
