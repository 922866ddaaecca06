import type { SpareBuffers } from './spareBuffers';

/** 32-bit numbers, one after the other, that grow in number. */
export class NumberList {
  #numbers: Int32Array;
  readonly #spare: SpareBuffers | undefined;
  length = 0;

  /** `spare`: where memory is taken from and given back to. */
  constructor(capacity = 256, spare?: SpareBuffers) {
    this.#spare = spare;
    this.#numbers = this.#room(capacity);
  }

  /** Makes room for so many numbers more; returns where they begin in {@link numbers}. */
  claim(count: number): number {
    const at = this.length;
    this.length = at + count;
    if (this.length > this.#numbers.length) {
      const before = this.#numbers;
      this.#numbers = this.#room(Math.max(this.length, 2 * before.length));
      this.#numbers.set(before);
      this.#spare?.give([before.buffer as ArrayBuffer]);
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
    if (this.length === 0) {
      this.#spare?.give([this.#numbers.buffer as ArrayBuffer]);
    }
    this.#numbers = new Int32Array(0);
    const isEmpty = this.length === 0;
    this.length = 0;
    return isEmpty ? this.#numbers : numbers;
  }

  #room(count: number): Int32Array {
    const buffer = count === 0 ? undefined : this.#spare?.take(4 * count);
    return buffer === undefined ? new Int32Array(count) : new Int32Array(buffer);
  }
}
