import type { SourceLine } from '../model/messageFlow';
import { lineOf } from './sourceLines';

/** Lines that share one part of the set. */
const PAGE = 1 << 13;
const BITS = 32;

/** A set of lines by their ranks (sourceLines.ts), a bit for each of the lines around them. */
export class LineSet {
  readonly #pages = new Map<number, Uint32Array>();
  #lastNumber = -1;
  #last: Uint32Array | undefined;
  #size = 0;

  /** Lines that were added; each counts once. */
  get size(): number {
    return this.#size;
  }

  add(rank: number): void {
    const number = Math.floor(rank / PAGE);
    const page = this.#last !== undefined && number === this.#lastNumber ? this.#last : this.#page(number);
    const bit = rank - number * PAGE;
    const word = page[bit >>> 5] as number;
    const mask = 1 << (bit & 31);
    if ((word & mask) === 0) {
      page[bit >>> 5] = word | mask;
      this.#size++;
    }
  }

  /** Up to `most` lines behind the first `skip` ones, in the report's order. Works in small steps. */
  *list(skip: number, most: number): Generator<void, SourceLine[]> {
    const lines: SourceLine[] = [];
    let before = 0;
    for (const number of [...this.#pages.keys()].sort((a, b) => a - b)) {
      if (lines.length >= most) {
        break;
      }
      for (const bit of bitsOf(this.#pages.get(number) as Uint32Array)) {
        if (before++ >= skip && lines.length < most) {
          lines.push(lineOf(number * PAGE + bit));
        }
      }
      yield;
    }
    return lines;
  }

  #page(number: number): Uint32Array {
    let page = this.#pages.get(number);
    if (page === undefined) {
      page = new Uint32Array(PAGE / BITS);
      this.#pages.set(number, page);
    }
    this.#lastNumber = number;
    this.#last = page;
    return page;
  }
}

function* bitsOf(page: Uint32Array): Generator<number> {
  for (let at = 0; at < page.length; at++) {
    for (let word = page[at] as number; word !== 0; word &= word - 1) {
      yield at * BITS + 31 - Math.clz32(word & -word);
    }
  }
}
