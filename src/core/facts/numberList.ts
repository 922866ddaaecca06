/** 32-bit numbers, one after the other, that grow in number. */
export class NumberList {
  #numbers: Int32Array;
  length = 0;

  constructor(capacity = 256) {
    this.#numbers = new Int32Array(capacity);
  }

  /** Makes room for so many numbers more; returns where they begin in {@link numbers}. */
  claim(count: number): number {
    const at = this.length;
    this.length = at + count;
    if (this.length > this.#numbers.length) {
      const larger = new Int32Array(Math.max(this.length, 2 * this.#numbers.length));
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    return at;
  }

  /** The numbers; those behind {@link length} mean nothing. Another array after each {@link claim}. */
  get numbers(): Int32Array {
    return this.#numbers;
  }

  /** A copy of the numbers, without room to spare. */
  copy(): Int32Array {
    return this.#numbers.slice(0, this.length);
  }
}
