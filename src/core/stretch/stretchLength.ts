import type { StretchPart } from './stretch';

/** Bytes of a stretch, unless rows are short … */
export const STRETCH = 1 << 24;
/** … where much is left up to so many, since each stretch cuts sessions and tells anew what is known … */
const LONGEST = 1 << 26;
/** … up to so many as long as nothing tells how fast the file is read … */
const UNTRIED = 1 << 25;
/** … and where it is read slowly, what takes a thread about so many milliseconds: figures are shown after each stretch. */
const A_WHILE = 500;
/** A stretch is a thread's share of what is left, divided by so much: all have something to do to the end. */
const SHARES = 2;
/** The least that it is where rows are short, so that its facts are about so many numbers. */
const LEAST = 1 << 21;
const NUMBERS = 1 << 18;
/** So many numbers of sessions that are cut are not more where a stretch is longer. */
const CUT_NUMBERS = 1 << 16;

/** How long the stretches of a file are that are asked for ahead, by what has been read of it. */
export class StretchLength {
  readonly #now: () => number;
  readonly #since: number;
  #bytes = 0;
  #longest = UNTRIED;

  /** To be made when the first ones are asked for. `now`: a clock, in milliseconds. */
  constructor(now: () => number = Date.now) {
    this.#now = now;
    this.#since = now();
  }

  /** Bytes of the next stretch of those that are left, for one of several readers: an even number, units may have two. */
  next(left: number, readers: number): number {
    const share = left / (SHARES * readers);
    const length = Math.min(this.#longest, Math.max(STRETCH, share));
    return Math.min(left, 2 * Math.round(length / 2));
  }

  /** Learns from a part that one of several readers has read. */
  learn(part: StretchPart, readers: number): void {
    const { crossings, passings, sessions, postfix } = part.facts;
    const cut = Math.max(0, sessions.length - CUT_NUMBERS);
    const numbers = crossings.length + passings.length + postfix.length + cut;
    const length = part.end - part.start;
    if (length === 0) {
      return;
    }
    const small = (NUMBERS / Math.max(1, numbers)) * length;
    this.#longest = Math.max(LEAST, Math.min(small, this.#quick(length, readers)));
  }

  /** What a thread reads in a while. */
  #quick(length: number, readers: number): number {
    this.#bytes += length;
    if (this.#bytes < STRETCH) {
      return UNTRIED;
    }
    const milliseconds = Math.max(1, this.#now() - this.#since);
    return Math.min(LONGEST, Math.max(STRETCH, (this.#bytes / milliseconds / readers) * A_WHILE));
  }
}
