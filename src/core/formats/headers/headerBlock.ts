import type { ReceivedHeader } from './receivedHop';

/** Names of the headers that matter, in small letters. */
const WANTED: ReadonlySet<string> = new Set([
  'received',
  'message-id',
  'return-path',
  'content-type',
  'x-ms-exchange-organization-network-message-id',
  'x-ms-exchange-crosstenant-network-message-id',
]);
const FIELD = /^([!-9;-~]+)[ \t]*:/;
const CONTINUES = /^[ \t]/;
const MOST_HOPS = 200;
const LONGEST_VALUE = 16_384;

/** The name of the header that begins in a line, in small letters; undefined where none does. */
export function headerName(line: string): string | undefined {
  return FIELD.exec(line)?.[1]?.toLowerCase();
}

/** The headers of one message, line by line: folded ones are put together, those that do not matter forgotten. */
export class HeaderBlock {
  /** The top one, which was written last, first. */
  readonly received: ReceivedHeader[] = [];
  readonly #values = new Map<string, string>();
  readonly firstLine: number;
  #name = '';
  #value = '';
  #line = 0;

  constructor(firstLine: number) {
    this.firstLine = firstLine;
  }

  /** Takes a line; false where it belongs to no header: the block ends before it. */
  add(text: string, line: number): boolean {
    if (CONTINUES.test(text)) {
      if (this.#name !== '' && this.#value.length < LONGEST_VALUE) {
        this.#value += ` ${text.trim()}`;
      }
      return true;
    }
    const name = headerName(text);
    if (name === undefined) {
      return false;
    }
    this.end();
    if (WANTED.has(name)) {
      this.#name = name;
      this.#value = text.slice(text.indexOf(':') + 1, LONGEST_VALUE).trim();
      this.#line = line;
    }
    return true;
  }

  /** No line of the header that was begun follows. */
  end(): void {
    if (this.#name === 'received' && this.received.length < MOST_HOPS) {
      this.received.push({ value: this.#value, line: this.#line });
    } else if (this.#name !== '' && !this.#values.has(this.#name)) {
      this.#values.set(this.#name, this.#value);
    }
    this.#name = '';
  }

  /** A header's value; empty where there is none. Not of Received. */
  value(name: string): string {
    return this.#values.get(name) ?? '';
  }
}
