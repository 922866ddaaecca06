import { isBefore, type SourceLine } from '../model/messageFlow';

/** The first and the last line that prove messages of one connector, TLS state and day. */
export class ProofLines {
  #first: SourceLine | undefined;
  #last: SourceLine | undefined;

  /** Lowest line of the first file in the report's order. */
  get first(): SourceLine | undefined {
    return this.#first;
  }

  get last(): SourceLine | undefined {
    return this.#last;
  }

  add(line: SourceLine): void {
    if (this.#first === undefined || isBefore(line, this.#first)) {
      this.#first = line;
    }
    if (this.#last === undefined || isBefore(this.#last, line)) {
      this.#last = line;
    }
  }

  /** True where a line is one of the two: without its message they have to be found anew. */
  isEnd(line: SourceLine): boolean {
    return isSame(line, this.#first) || isSame(line, this.#last);
  }
}

function isSame(a: SourceLine, b: SourceLine | undefined): boolean {
  return b !== undefined && a.file === b.file && a.line === b.line;
}
