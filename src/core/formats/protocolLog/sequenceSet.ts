/** The sequence numbers seen of a session, as runs without a gap. Rows mostly come in order, so that one run is usual. */
export class SequenceSet {
  /** First and last of each run, ascending. */
  readonly #runs: [number, number][] = [];
  /** The last run, apart from the others; none where `#last` is smaller. */
  #first = 0;
  #last = -1;

  add(sequence: number): void {
    if (this.#last < this.#first) {
      this.#first = sequence;
      this.#last = sequence;
    } else if (sequence === this.#last + 1) {
      this.#last = sequence;
    } else if (sequence < this.#first || sequence > this.#last) {
      this.#insert(sequence, sequence);
    }
  }

  /** Adds every number from `first` to `last`. */
  addRun(first: number, last: number): void {
    if (this.#last < this.#first) {
      this.#first = first;
      this.#last = last;
    } else if (first === this.#last + 1) {
      this.#last = last;
    } else {
      this.#insert(first, last);
    }
  }

  /** First and last of each run, ascending. */
  runs(): readonly (readonly [number, number])[] {
    return this.#last < this.#first ? [] : [...this.#runs, [this.#first, this.#last]];
  }

  /** The last number of the run that holds `sequence`; -1 where it was not seen. */
  endOf(sequence: number): number {
    if (sequence >= this.#first && sequence <= this.#last) {
      return this.#last;
    }
    return this.#runs.find((run) => run[0] <= sequence && run[1] >= sequence)?.[1] ?? -1;
  }

  /** True where every number from `first` to `last` was seen. */
  holds(first: number, last: number): boolean {
    return this.endOf(first) >= last;
  }

  clear(): void {
    this.#runs.length = 0;
    this.#first = 0;
    this.#last = -1;
  }

  #insert(first: number, last: number): void {
    const runs: [number, number][] = [...this.#runs, [this.#first, this.#last], [first, last]];
    runs.sort((a, b) => a[0] - b[0]);
    const joined: [number, number][] = [];
    for (const run of runs) {
      const before = joined.at(-1);
      if (before !== undefined && run[0] <= before[1] + 1) {
        before[1] = Math.max(before[1], run[1]);
      } else {
        joined.push(run);
      }
    }
    const end = joined.pop() as [number, number];
    this.#runs.length = 0;
    this.#runs.push(...joined);
    [this.#first, this.#last] = end;
  }
}
