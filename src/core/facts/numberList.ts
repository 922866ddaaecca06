import type { ListMemory } from './spareBuffers';

/** A list that begins has room for so many numbers at least. */
const FEW = 256;

/** 32-bit numbers, one after the other, that grow in number. */
export class NumberList {
  #numbers: Int32Array;
  readonly #memory: ListMemory | undefined;
  length = 0;

  /** `memory`: where it comes from, and goes back to. */
  constructor(capacity = FEW, memory?: ListMemory) {
    this.#memory = memory;
    this.#numbers = new Int32Array(capacity);
  }

  /** Makes room for so many numbers more; returns where they begin in {@link numbers}. */
  claim(count: number): number {
    const at = this.length;
    this.length = at + count;
    if (this.length > this.#numbers.length) {
      const before = this.#numbers;
      const wanted = Math.max(FEW, this.length, 2 * before.length);
      const memory = at === 0 ? this.#memory?.begin(wanted) : this.#memory?.grow(wanted);
      this.#numbers = memory ?? new Int32Array(wanted);
      this.#numbers.set(before);
      this.#memory?.giveBack(before);
    }
    return at;
  }

  /** Adds numbers behind the others. */
  append(numbers: Int32Array): void {
    const at = this.claim(numbers.length);
    this.#numbers.set(numbers, at);
  }

  /** The numbers; those behind {@link length} mean nothing. Another array after each {@link claim}. */
  get numbers(): Int32Array {
    return this.#numbers;
  }

  /** The numbers, for whoever goes on with them: the list is empty then. */
  handOver(): Int32Array {
    const numbers = this.#numbers.subarray(0, this.length);
    this.#memory?.ends(this.length);
    const isEmpty = this.length === 0;
    this.#numbers = new Int32Array(0);
    this.length = 0;
    return isEmpty ? this.#numbers : numbers;
  }
}
