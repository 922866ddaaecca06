/** Commands that wait for their replies, in order. Made for reading one session after the other without new arrays. */
export class OpenCommands {
  readonly #kinds: number[] = [];
  #begin = 0;
  #end = 0;

  /** The kind of the one that waits longest; 0 for none. */
  get first(): number {
    return this.#begin < this.#end ? (this.#kinds[this.#begin] as number) : 0;
  }

  set first(kind: number) {
    this.#kinds[this.#begin] = kind;
  }

  push(kind: number): void {
    this.#kinds[this.#end++] = kind;
  }

  /** The first `count` are answered. */
  drop(count: number): void {
    this.#begin += count;
    if (this.#begin >= this.#end) {
      this.clear();
    }
  }

  /** How many there are up to the first that `ends` holds of, that one included; 0 where it holds of none. */
  countTo(ends: (kind: number) => boolean): number {
    for (let at = this.#begin; at < this.#end; at++) {
      if (ends(this.#kinds[at] as number)) {
        return at - this.#begin + 1;
      }
    }
    return 0;
  }

  clear(): void {
    this.#begin = 0;
    this.#end = 0;
  }
}
