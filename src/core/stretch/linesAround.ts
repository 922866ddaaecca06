import { guessEncoding } from '../reading/encoding';
import { countLineBreaks } from '../reading/lines';
import { START_BYTES } from '../reading/startBytes';
import { TextDecoding } from '../reading/textDecoding';
import type { FileBytes } from './stretch';

/** Some lines of a text file, as VS Code counts lines. */
export interface ShownLines {
  /** The number of the first, from 1. */
  readonly first: number;
  /** Without line breaks; of a very long one only the beginning. */
  readonly lines: readonly string[];
}

/** Bytes that are read at a time. */
const BATCH = 1 << 17;
/** Characters of a line that are shown. */
const LONGEST = 10_000;
/** Bytes after which it is told how far reading has come. */
const TELL_EVERY = 1 << 23;

/** Whoever waits for lines. */
export interface LineWaiter {
  isCancelled(): boolean;
  /** How far the file has been read: one in a container, in bytes of that. */
  onRead(position: number): void;
}

/** The lines from `around` before a line (1-based) to `around` behind it, as far as there are; none where it is cancelled. */
export function linesAround(bytes: FileBytes, line: number, around: number, waiter: LineWaiter): ShownLines {
  const start = new Uint8Array(Math.min(START_BYTES, bytes.size));
  const decoding = new TextDecoding(guessEncoding(start.subarray(0, bytes.read(start, 0))));
  const found = new LineFinder(Math.max(1, line - around), line + around);
  const buffer = new Uint8Array(BATCH);
  let told = 0;
  for (let at = 0; !found.isComplete; ) {
    const count = bytes.read(buffer, at);
    if (count === 0) {
      found.push(decoding.end().text);
      found.end();
      break;
    }
    at += count;
    found.push(decoding.push(buffer.subarray(0, count)).text);
    if (at - told >= TELL_EVERY) {
      told = at;
      waiter.onRead(bytes.unpacked?.position ?? at);
    }
    if (waiter.isCancelled()) {
      return { first: 1, lines: [] };
    }
  }
  return { first: found.first, lines: found.lines };
}

/** Takes lines out of text that comes in pieces. */
class LineFinder {
  readonly first: number;
  readonly lines: string[] = [];
  readonly #last: number;
  /** The number of the line that has begun, and as much of it as is shown. */
  #line = 1;
  #begun = '';
  /** A carriage return whose line feed may be in the next piece. */
  #return = '';

  constructor(first: number, last: number) {
    this.first = first;
    this.#last = last;
  }

  get isComplete(): boolean {
    return this.#line > this.#last;
  }

  push(piece: string): void {
    const all = this.#return + piece;
    this.#return = all.endsWith('\r') ? '\r' : '';
    const text = this.#return === '' ? all : all.slice(0, -1);
    const breaks = countLineBreaks(text);
    if (this.#line + breaks < this.first) {
      this.#line += breaks;
      return;
    }
    const [end = '', ...others] = text.split(/\r\n|\n|\r/);
    this.#begun = shown(this.#begun + end);
    for (const begun of others) {
      this.#finishLine();
      this.#begun = shown(begun);
    }
  }

  end(): void {
    if (this.#return !== '') {
      this.#finishLine();
    }
    this.#finishLine();
  }

  #finishLine(): void {
    if (this.#line >= this.first && this.#line <= this.#last) {
      this.lines.push(this.#begun);
    }
    this.#begun = '';
    this.#line++;
  }
}

function shown(line: string): string {
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
