import type { MessageKey } from '../../model/messageFlow';
import type { Names } from '../../reading/names';
import { NameTable } from '../../reading/nameTable';
import { textKey } from '../../reading/textKey';

/** The other side of a connection, as Postfix writes it: `mx1.fabrikam.example[192.0.2.10]:25`. */
export interface Peer {
  /** Number of that text, without what the line puts before and behind it. */
  readonly text: number;
  /** Numbers of the name and of the address; the other one where one of them is not told, -1 where neither is. */
  readonly name: number;
  readonly address: number;
  /** This host itself, or none: a socket, a mailbox. */
  readonly isLocal: boolean;
  /** The word goes on to say that the connection had been used before. */
  readonly isReused: boolean;
  readonly key: MessageKey;
}

/** The item's name before it, and what ends it: another item may follow without a space. */
const BARE = /^(?:[a-z_]+=)?([^,]*?):?(?:,.*)?$/s;
const REUSED = /,conn_use=/;
const PEER = /^(.*?)\[(?:ipv6:)?([^\]]*)\](?::\d+)?$/is;
const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+|unix:.*)$/i;
const NOT_TOLD = 'unknown';

/** Hosts come again and again: each is read once. */
export class Peers {
  readonly #names: Names;
  readonly #positions = new NameTable();
  readonly #peers: Peer[] = [];

  constructor(names: Names) {
    this.#names = names;
  }

  /** The host in a word such as `client=HOST[ADDRESS],` whose number is `word`. */
  of(word: number): Peer {
    let position = this.#positions.get(word);
    if (position === undefined) {
      position = this.#peers.length;
      this.#peers.push(this.#read(this.#names.text(word)));
      this.#positions.set(word, position);
    }
    return this.#peers[position] as Peer;
  }

  #read(word: string): Peer {
    const text = BARE.exec(word)?.[1] ?? '';
    const found = PEER.exec(text);
    const [name, address] = [told(found?.[1] ?? ''), told(found?.[2] ?? '')];
    const number = (part: string): number => (part === '' ? -1 : this.#names.of(part));
    return {
      text: this.#names.of(text),
      name: number(name || address),
      address: number(address || name),
      isLocal: found === null || LOOPBACK.test(address) || address.includes('/'),
      isReused: REUSED.test(word),
      key: textKey(text),
    };
  }
}

function told(part: string): string {
  return part.toLowerCase() === NOT_TOLD ? '' : part;
}
