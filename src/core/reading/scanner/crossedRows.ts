import type { CrossingNumbers } from '../columnPlan';
import { takeFreshNames } from './freshNames';
import type { ScanKernel } from './kernel';

/** What a way is told by, among the numbers at its place (ways.as), and where its answer belongs. */
const Way = { kind: 0, told: 1, connector: 2, version: 3, line: 4, route: 5, state: 6 } as const;

/** Asks for what the kernel does not know of hops over the border that it writes down as facts have them. */
export class CrossedRows {
  readonly #kernel: ScanKernel;
  readonly #asked: CrossingNumbers;

  constructor(kernel: ScanKernel, asked: CrossingNumbers) {
    this.#kernel = kernel;
    this.#asked = asked;
  }

  /** The kernel is about to write rows down. */
  begin(): void {
    this.#kernel.positionsFrom(this.#asked.nextPosition);
  }

  /** It has: completes them. `numbers`: its memory. */
  end(numbers: Int32Array): void {
    takeFreshNames(this.#kernel, numbers, this.#asked);
    const ways = this.#kernel.freshWays.value;
    if (ways > 0) {
      const at = this.#kernel.FRESH_WAYS.value >> 2;
      for (const place of numbers.subarray(at, at + ways)) {
        this.#answer(numbers, place >> 2);
      }
      this.#kernel.settle();
    }
  }

  #answer(numbers: Int32Array, at: number): void {
    // 1 where it went out, 2 where it came in; the mentioned version plus 1, twice.
    const kind = (numbers[at + Way.kind] as number) - 1;
    const { route, state } = this.#asked.meaningOf({
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
