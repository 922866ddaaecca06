import { CROSSED_NUMBERS, PASSED_NUMBERS } from '../../model/passedRow';
import type { RecordSink } from '../recordCursor';
import type { ScanKernel } from './kernel';

/** Hands over what the kernel has noted of rows between others, in the order of the file. */
export class NotedBefore {
  readonly #sink: RecordSink;
  readonly #numbers: Int32Array;
  readonly #passings: number;
  readonly #crossings: number;
  #passed = 0;
  #crossed = 0;

  /** `numbers`: the kernel's memory. */
  constructor(sink: RecordSink, kernel: ScanKernel, numbers: Int32Array) {
    this.#sink = sink;
    this.#numbers = numbers;
    this.#passings = kernel.PASSINGS.value >> 2;
    this.#crossings = kernel.CROSSINGS.value >> 2;
  }

  /** Hands over the first so many, but for those that were before. */
  upTo(passed: number, crossed: number): void {
    if (passed > this.#passed) {
      const from = this.#passings + this.#passed * PASSED_NUMBERS;
      this.#sink.passed?.(this.#numbers.subarray(from, this.#passings + passed * PASSED_NUMBERS));
      this.#passed = passed;
    }
    if (crossed > this.#crossed) {
      const from = this.#crossings + this.#crossed * CROSSED_NUMBERS;
      this.#sink.crossed?.(this.#numbers.subarray(from, this.#crossings + crossed * CROSSED_NUMBERS));
      this.#crossed = crossed;
    }
  }
}
