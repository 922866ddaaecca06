/** How many texts are looked up between two chances to pause. */
const TEXTS_A_TIME = 208;

/** Numbers of the texts in lists that grow from stretch to stretch: each is looked up once. */
export class TextNumbers {
  readonly #numberOf: (text: string) => number;
  #known = new WeakMap<readonly string[], { numbers: Int32Array; count: number }>();

  /** `numberOf`: looks a text up. */
  constructor(numberOf: (text: string) => number) {
    this.#numberOf = numberOf;
  }

  /** The numbers, by position in the list. Works in small steps. */
  *of(texts: readonly string[]): Generator<void, Int32Array> {
    const known = this.#known.get(texts) ?? { numbers: new Int32Array(0), count: 0 };
    this.#known.set(texts, known);
    const count = texts.length;
    if (count > known.numbers.length) {
      const { numbers } = known;
      known.numbers = new Int32Array(Math.max(count, 2 * numbers.length));
      known.numbers.set(numbers);
    }
    while (known.count < count) {
      for (const end = Math.min(count, known.count + TEXTS_A_TIME); known.count < end; known.count++) {
        known.numbers[known.count] = this.#numberOf(texts[known.count] as string);
      }
      yield;
    }
    return known.numbers.subarray(0, count);
  }

  /** All have other numbers now. */
  forget(): void {
    this.#known = new WeakMap();
  }
}
