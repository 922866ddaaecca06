import type { Tls } from '../model/tls';
import { ownText } from '../reading/ownText';
import { Adding, Header, MOST_PEERS } from './addingKernel';
import { TextNumbers } from './textNumbers';

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

/** How many names are looked at between two chances to pause. */
const NAMES_A_TIME = 4096;
/**
 * A peer is a row of numbers (adding/peers.as), names among them: there may be many on the way, and objects would have to be
 * collected.
 */
export const PeerField = { flow: 0, tls: 1, host: 2, sender: 3, cipher: 4, messages: 5, id: 6, isFolded: 7 } as const;
export const PEER_NUMBERS = 8;

/**
 * Counts messages per peer in bounded memory: past {@link MOST_PEERS} the less frequent half is folded into one peer
 * without names per connector and TLS state, so that sums stay exact. Rows lie in the adding kernel's memory, which finds and
 * counts them by itself.
 */
export class PeerTable {
  readonly #adding: Adding;
  #texts: string[] = [''];
  /** When there are more names, it is looked which of them are still needed. */
  #mostNames = 4 * MOST_PEERS;
  #names = new Map<string, number>([['', 0]]);
  /** Numbers of {@link name}'s, by position in a list of texts. */
  readonly textNumbers = new TextNumbers((text) => this.name(text));

  constructor(adding = new Adding()) {
    this.#adding = adding;
    adding.textOf = (name) => this.text(name);
  }

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
    return id > 0 && id < this.ids ? this.#shown(this.#rowOf(id)) : undefined;
  }

  /** The peers, in no order. */
  *all(): Generator<PeerCount> {
    for (let place = 0; place < this.size; place++) {
      yield this.#shown(this.#rows + place * PEER_NUMBERS);
    }
  }

  /** A copy of all peers' numbers: {@link PEER_NUMBERS} each, by place. */
  numbers(): Int32Array {
    return this.#adding.words.slice(this.#rows, this.#rows + this.size * PEER_NUMBERS);
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
    return this.#adding.words[this.#rowOf(id) + PeerField.id] as number;
  }

  /** The flow of the peer with an id. */
  flowOf(id: number): number {
    return this.#adding.words[this.#rowOf(id) + PeerField.flow] as number;
  }

  /** Its TLS state. */
  tlsOf(id: number): Tls {
    return this.#adding.words[this.#rowOf(id) + PeerField.tls] as Tls;
  }

  /** How many ids have been given. */
  get ids(): number {
    return this.#adding.get(Header.ids);
  }

  /** How many peers are told apart. */
  get size(): number {
    return this.#adding.get(Header.peers);
  }

  /** Folds the less frequent half together where there are too many. Ids go on, and so do names. */
  foldIfCrowded(): void {
    this.#adding.kernel.foldIfCrowded();
  }

  /**
   * Forgets names that nothing tells of any more, where they may be many; true where it did: numbers of names mean nothing any
   * more then. Works in small steps, between which no name may be looked up and nothing be added.
   */
  *forgetNames(): Generator<void, boolean> {
    const texts = this.#texts;
    if (texts.length <= this.#mostNames) {
      return false;
    }
    const left = [''];
    const names = new Map([['', 0]]);
    const { kernel } = this.#adding;
    const table = kernel.namesInUse(texts.length) >>> 2;
    let { words } = this.#adding;
    for (let name = 1; name < texts.length; name++) {
      if (words[table + name] !== 0) {
        words[table + name] = left.length;
        names.set(texts[name] as string, left.length);
        left.push(texts[name] as string);
      }
      if (name % NAMES_A_TIME === 0) {
        yield;
        // Whoever asks meanwhile may have the memory grow.
        ({ words } = this.#adding);
      }
    }
    words[table] = 0;
    kernel.rename();
    this.#texts = left;
    this.#names = names;
    this.textNumbers.forget();
    this.#mostNames = Math.max(4 * (MOST_PEERS + this.size), 2 * left.length);
    return true;
  }

  /** Gives the living peers new ids from 1 on; returns the new id of each old one. */
  renumber(): Int32Array {
    const { words } = this.#adding;
    const [rows, places, size] = [this.#rows, this.#places, this.size];
    const ids = words.slice(places, places + this.ids);
    for (let id = 1; id < ids.length; id++) {
      ids[id] = (ids[id] as number) + 1;
    }
    this.#adding.set(Header.ids, size + 1);
    for (let place = 0; place < size; place++) {
      words[rows + place * PEER_NUMBERS + PeerField.id] = place + 1;
      words[places + place + 1] = place;
    }
    return ids;
  }

  /** Where the rows of living peers begin in the kernel's memory, {@link PEER_NUMBERS} numbers each … */
  get #rows(): number {
    return this.#adding.get(Header.peerRows) >>> 2;
  }

  /** … and where, by id, it says which row is the peer's: that of the one it was folded into. Id 0 is nobody. */
  get #places(): number {
    return this.#adding.get(Header.peerPlaces) >>> 2;
  }

  #rowOf(id: number): number {
    return this.#rows + (this.#adding.words[this.#places + id] as number) * PEER_NUMBERS;
  }

  #shown(row: number): PeerCount {
    const { words } = this.#adding;
    return {
      id: words[row + PeerField.id] as number,
      flow: words[row + PeerField.flow] as number,
      tls: words[row + PeerField.tls] as Tls,
      host: this.text(words[row + PeerField.host] as number),
      sender: this.text(words[row + PeerField.sender] as number),
      cipher: this.text(words[row + PeerField.cipher] as number),
      messages: words[row + PeerField.messages] as number,
      isFolded: words[row + PeerField.isFolded] !== 0,
    };
  }
}
