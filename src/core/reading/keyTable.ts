const FIRST_CAPACITY = 256;

/** Values by 64-bit keys, each two signed numbers: quicker than a `Map` with texts, without an object per key. */
export class KeyTable<Value> {
  /** Linear probing: halves of the keys, and the values. */
  #high = new Int32Array(FIRST_CAPACITY);
  #low = new Int32Array(FIRST_CAPACITY);
  #values: (Value | undefined)[] = new Array(FIRST_CAPACITY).fill(undefined);
  size = 0;

  get(high: number, low: number): Value | undefined {
    return this.#values[this.#slotOf(high, low)];
  }

  set(high: number, low: number, value: Value): void {
    let slot = this.#slotOf(high, low);
    if (this.#values[slot] === undefined) {
      if (4 * ++this.size > 3 * this.#high.length) {
        this.#grow();
        slot = this.#slotOf(high, low);
      }
      this.#high[slot] = high;
      this.#low[slot] = low;
    }
    this.#values[slot] = value;
  }

  /** Takes a key out; nothing happens where it is not in. */
  delete(high: number, low: number): void {
    const slot = this.#slotOf(high, low);
    if (this.#values[slot] !== undefined) {
      this.#values[slot] = undefined;
      this.size--;
      this.#close(slot);
    }
  }

  /** All values, in no particular order. The table must not be changed meanwhile. */
  *values(): Generator<Value> {
    for (const value of this.#values) {
      if (value !== undefined) {
        yield value;
      }
    }
  }

  #slotOf(high: number, low: number): number {
    const mask = this.#high.length - 1;
    let slot = (low ^ (high >>> 7)) & mask;
    while (this.#values[slot] !== undefined && (this.#low[slot] !== (low | 0) || this.#high[slot] !== (high | 0))) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Moves those behind a gap that could not be found past it. */
  #close(empty: number): void {
    const mask = this.#high.length - 1;
    let gap = empty;
    for (let at = (gap + 1) & mask; this.#values[at] !== undefined; at = (at + 1) & mask) {
      const home = ((this.#low[at] as number) ^ ((this.#high[at] as number) >>> 7)) & mask;
      if (((at - home) & mask) >= ((at - gap) & mask)) {
        this.#values[gap] = this.#values[at];
        this.#high[gap] = this.#high[at] as number;
        this.#low[gap] = this.#low[at] as number;
        this.#values[at] = undefined;
        gap = at;
      }
    }
  }

  #grow(): void {
    const [high, low, values] = [this.#high, this.#low, this.#values];
    const capacity = 2 * values.length;
    this.#high = new Int32Array(capacity);
    this.#low = new Int32Array(capacity);
    this.#values = new Array(capacity).fill(undefined);
    for (const [at, value] of values.entries()) {
      if (value !== undefined) {
        const slot = this.#slotOf(high[at] as number, low[at] as number);
        this.#high[slot] = high[at] as number;
        this.#low[slot] = low[at] as number;
        this.#values[slot] = value;
      }
    }
  }
}
