/** The sequence numbers seen of a session, as runs without a gap. Rows mostly come in order, so that one run is usual. */
export class SequenceSet {
  /** First and last of each run, ascending. */
  readonly #runs: [number, number][] = [];

  add(sequence: number): void {
    const last = this.#runs.at(-1);
    if (last !== undefined && sequence >= last[0] && sequence <= last[1] + 1) {
      last[1] = Math.max(last[1], sequence);
      return;
    }
    if (last === undefined || sequence > last[1]) {
      this.#runs.push([sequence, sequence]);
      return;
    }
    this.#insert(sequence);
  }

  /** The last number of the run that holds `sequence`; -1 where it was not seen. */
  endOf(sequence: number): number {
    return this.#runs.find((run) => run[0] <= sequence && run[1] >= sequence)?.[1] ?? -1;
  }

  /** True where every number from `first` to `last` was seen. */
  holds(first: number, last: number): boolean {
    return this.#runs.some((run) => run[0] <= first && run[1] >= last);
  }

  #insert(sequence: number): void {
    this.#runs.push([sequence, sequence]);
    this.#runs.sort((a, b) => a[0] - b[0]);
    for (let index = 1; index < this.#runs.length; ) {
      const before = this.#runs[index - 1] as [number, number];
      const run = this.#runs[index] as [number, number];
      if (run[0] <= before[1] + 1) {
        before[1] = Math.max(before[1], run[1]);
        this.#runs.splice(index, 1);
      } else {
        index++;
      }
    }
  }
}
