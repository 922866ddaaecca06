/** How much the sets of all days may take together, in bytes. */
const MOST_BYTES = 16 * 1024 * 1024;

/** A set of small numbers for each of some days: a bit each. */
export class DaySets {
  readonly #sets = new Map<number, Uint8Array>();

  /** Takes as many of `days`, from the first on, as there is room for, and one at least. Numbers are below `numbers`. */
  constructor(days: readonly number[], numbers: number, mostBytes: number = MOST_BYTES) {
    const bytes = Math.ceil(numbers / 8);
    for (const day of days.slice(0, Math.max(1, Math.floor(mostBytes / Math.max(1, bytes))))) {
      this.#sets.set(day, new Uint8Array(bytes));
    }
  }

  /** How many days there are. */
  get size(): number {
    return this.#sets.size;
  }

  has(day: number): boolean {
    return this.#sets.has(day);
  }

  /** Adds a number to the set of a day; true where it is new there. */
  add(day: number, number: number): boolean {
    const set = this.#sets.get(day) as Uint8Array;
    const before = set[number >>> 3] as number;
    set[number >>> 3] = before | (1 << (number & 7));
    return set[number >>> 3] !== before;
  }
}
