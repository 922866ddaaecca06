import type { SourceLine } from '../model/messageFlow';
import { lineOf } from './sourceLines';

/** The first and the last line that prove messages of one connector, TLS state and day. */
export class ProofLines {
  #first = Number.POSITIVE_INFINITY;
  #last = -1;

  /** Lowest line of the first file in the report's order. */
  get first(): SourceLine | undefined {
    return this.#last < 0 ? undefined : lineOf(this.#first);
  }

  get last(): SourceLine | undefined {
    return this.#last < 0 ? undefined : lineOf(this.#last);
  }

  /** Adds the line with a rank (see sourceLines.ts). */
  add(rank: number): void {
    if (rank < this.#first) {
      this.#first = rank;
    }
    if (rank > this.#last) {
      this.#last = rank;
    }
  }
}
