import { CROSSED_NUMBERS, PASSED_NUMBERS } from '../../model/passedRow';
import type { CrossingNumbers } from '../columnPlan';
import type { RecordSink } from '../recordCursor';
import { takeFreshNames } from './freshNames';
import type { ScanKernel } from './kernel';

/** What a way is told by, among the numbers at its place (ways.as), and where its answer belongs. */
const Way = { kind: 0, told: 1, connector: 2, version: 3, line: 4, route: 5, state: 6 } as const;

/** What the kernel notes of rows by itself, as facts have it: taken from time to time, and always before a row that it hands on. */
export class NotedRows {
  readonly #kernel: ScanKernel;
  readonly #sink: RecordSink;
  readonly #asked: CrossingNumbers | undefined;
  /** Nothing is noted that has not been handed over: whoever is told of rows may name texts. */
  #isTaken = true;
  /** How many of those that are noted have been handed over. */
  #passed = 0;
  #crossed = 0;

  /** `asked`: who knows what the kernel does not of hops over the border, where it notes them. */
  constructor(kernel: ScanKernel, sink: RecordSink, asked: CrossingNumbers | undefined) {
    this.#kernel = kernel;
    this.#sink = sink;
    this.#asked = asked;
    if (kernel.freshNames.value > 0) {
      // Reading ended without anyone taking what was noted last.
      kernel.forgetPositions();
    }
    kernel.beginNoting(asked?.nextPosition ?? 1);
  }

  /** The kernel is about to note rows, or more of them. */
  begin(): void {
    if (this.#isTaken) {
      this.#kernel.beginNoting(this.#asked?.nextPosition ?? 1);
      this.#isTaken = false;
      this.#passed = 0;
      this.#crossed = 0;
    }
  }

  /** Completes the rows, before any is handed over. `numbers`: the kernel's memory. */
  complete(numbers: Int32Array): void {
    if (this.#asked === undefined) {
      return;
    }
    takeFreshNames(this.#kernel, numbers, this.#asked);
    const ways = this.#kernel.freshWays.value;
    if (ways > 0) {
      const at = this.#kernel.FRESH_WAYS.value >> 2;
      for (const place of numbers.subarray(at, at + ways)) {
        this.#answer(this.#asked, numbers, place >> 2);
      }
      this.#kernel.settle();
    }
  }

  /** Hands over the first so many, but for those that were before: they are complete. */
  upTo(numbers: Int32Array, passed: number, crossed: number): void {
    if (passed > this.#passed) {
      const at = this.#kernel.PASSINGS.value >> 2;
      this.#sink.passed?.(numbers.subarray(at + this.#passed * PASSED_NUMBERS, at + passed * PASSED_NUMBERS));
      this.#passed = passed;
    }
    if (crossed > this.#crossed) {
      const at = this.#kernel.CROSSINGS.value >> 2;
      this.#sink.crossed?.(numbers.subarray(at + this.#crossed * CROSSED_NUMBERS, at + crossed * CROSSED_NUMBERS));
      this.#crossed = crossed;
    }
  }

  /** Hands over the rest. */
  finish(numbers: Int32Array): void {
    this.upTo(numbers, this.#kernel.passed.value, this.#kernel.crossed.value);
    this.#isTaken = true;
  }

  /** Hands over what is noted, if there is anything. */
  take(numbers: Int32Array): void {
    if (!this.#isTaken) {
      this.complete(numbers);
      this.finish(numbers);
    }
  }

  #answer(asked: CrossingNumbers, numbers: Int32Array, at: number): void {
    // 1 where it went out, 2 where it came in; the mentioned version plus 1, twice.
    const kind = (numbers[at + Way.kind] as number) - 1;
    const { route, state } = asked.meaningOf({
      isInbound: (kind & 1) !== 0,
      told: numbers[at + Way.told] as number,
      connector: numbers[at + Way.connector] as number,
      version: numbers[at + Way.version] as number,
      mentioned: (kind >> 1) - 1,
      line: numbers[at + Way.line] as number,
    });
    numbers[at + Way.route] = route;
    numbers[at + Way.state] = state + 1;
  }
}
