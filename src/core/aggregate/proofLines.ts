import { isBefore, type MessageKey, type SourceLine } from '../model/messageFlow';

/** A line that proves a message's TLS state, with the message it proves it of. */
interface Proof {
  readonly key: MessageKey;
  line: SourceLine;
}

/** How many first lines are kept per connector, TLS state and day. */
const FIRST_LINES = 8;

/** The first lines that prove messages of one connector, TLS state and day, and the last one; bounded. */
export class ProofLines {
  readonly #first: Proof[] = [];
  #last: Proof | undefined;

  /** Lowest line of the first file in the report's order. */
  get first(): SourceLine | undefined {
    return this.#first[0]?.line;
  }

  get last(): SourceLine | undefined {
    return this.#last?.line ?? this.#first.at(-1)?.line;
  }

  /** Notes a proof; of two lines for the same message the earlier stands. */
  add(key: MessageKey, line: SourceLine): void {
    if (this.#last === undefined || isBefore(this.#last.line, line)) {
      this.#last = { key, line };
    }
    const highest = this.#first.at(-1);
    if (this.#first.length === FIRST_LINES && highest !== undefined && !isBefore(line, highest.line)) {
      return;
    }
    const known = this.#first.find((proof) => sameKey(proof.key, key));
    if (known === undefined) {
      this.#first.push({ key, line });
    } else if (isBefore(line, known.line)) {
      known.line = line;
    }
    this.#first.sort((a, b) => (isBefore(a.line, b.line) ? -1 : 1));
    this.#first.length = Math.min(this.#first.length, FIRST_LINES);
  }

  /** Forgets a message that turned out to be something else; returns its line where one was kept. */
  remove(key: MessageKey): SourceLine | undefined {
    let line: SourceLine | undefined;
    if (this.#last !== undefined && sameKey(this.#last.key, key)) {
      line = this.#last.line;
      this.#last = undefined;
    }
    const index = this.#first.findIndex((proof) => sameKey(proof.key, key));
    return index < 0 ? line : this.#first.splice(index, 1)[0]?.line;
  }

  /** Takes over what `other` kept of the messages that `holds` still finds in this place. */
  merge(other: ProofLines, holds: (key: MessageKey) => boolean): void {
    for (const proof of other.#last === undefined ? other.#first : [...other.#first, other.#last]) {
      if (holds(proof.key)) {
        this.add(proof.key, proof.line);
      }
    }
  }
}

function sameKey(a: MessageKey, b: MessageKey): boolean {
  return a.low === b.low && a.high === b.high;
}
