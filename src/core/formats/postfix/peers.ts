import type { MessageKey } from '../../model/messageFlow';
import type { Names } from '../../reading/names';
import { NameTable } from '../../reading/nameTable';
import { textKey } from '../../reading/textKey';

/** The name of the item that the host is, and what ends it: another item may follow without a space. */
const BARE = /^(?:[a-z_]+=)?([^,]*?):?(?:,.*)?$/s;
const REUSED = ',conn_use=';
/** A connection from here, over a socket or to a path. */
const LOOPBACK = /^(?:(?:ipv6:)?(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$|unix:|.*\/)/i;
const NOT_TOLD = 'unknown';

/**
 * The other side of a connection, as a line has it: `client=mx1.fabrikam.example[192.0.2.10],`. Its parts are worked out when
 * they are asked for: of most hosts few are.
 */
export class Peer {
  readonly #names: Names;
  readonly #word: string;
  #bare = -1;
  #name = -2;
  #address = -2;
  #key: MessageKey | undefined;
  /** This host itself, or none: a socket, a mailbox. */
  readonly isLocal: boolean;

  constructor(names: Names, word: string) {
    this.#names = names;
    this.#word = word;
    const address = addressIn(word);
    this.isLocal = address === undefined || LOOPBACK.test(address);
  }

  /** Number of the text without what the line puts before and behind it: `mx1.fabrikam.example[192.0.2.10]:25`. */
  get bare(): number {
    if (this.#bare < 0) {
      this.#bare = this.#names.of(BARE.exec(this.#word)?.[1] ?? '');
    }
    return this.#bare;
  }

  /** Number of the name, of the address where that is not told, -1 where neither is. */
  get name(): number {
    if (this.#name === -2) {
      this.#name = this.#first(told(nameIn(this.#word)), told(addressIn(this.#word) ?? ''));
    }
    return this.#name;
  }

  /** Number of the address, of the name where that is not told, -1 where neither is. */
  get address(): number {
    if (this.#address === -2) {
      this.#address = this.#first(told(addressIn(this.#word) ?? ''), told(nameIn(this.#word)));
    }
    return this.#address;
  }

  /** The word goes on to say that the connection had been used before. */
  get isReused(): boolean {
    return this.#word.includes(REUSED);
  }

  get key(): MessageKey {
    this.#key ??= textKey(this.#names.text(this.bare));
    return this.#key;
  }

  #first(text: string, other: string): number {
    return text !== '' ? this.#names.of(text) : other === '' ? -1 : this.#names.of(other);
  }
}

/** Hosts come again and again: each is read once. */
export class Peers {
  readonly #names: Names;
  readonly #positions = new NameTable();
  readonly #peers: Peer[] = [];

  constructor(names: Names) {
    this.#names = names;
  }

  /** The host in the word with a number. */
  of(word: number): Peer {
    let position = this.#positions.get(word);
    if (position === undefined) {
      position = this.#peers.length;
      this.#peers.push(new Peer(this.#names, this.#names.text(word)));
      this.#positions.set(word, position);
    }
    return this.#peers[position] as Peer;
  }
}

function addressIn(word: string): string | undefined {
  const start = word.indexOf('[');
  const end = word.indexOf(']', start);
  return start < 0 || end < 0 ? undefined : word.slice(start + 1, end);
}

function nameIn(word: string): string {
  const end = word.indexOf('[');
  return word.slice(word.lastIndexOf('=', end) + 1, end);
}

function told(part: string): string {
  return part.toLowerCase() === NOT_TOLD ? '' : part.replace(/^ipv6:/i, '');
}
