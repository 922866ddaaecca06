/** Numbers of the kernel's are below this. */
const SMALL = 1 << 15;

/** A number for each of many names: what was found out about a text, kept by its number. Quick for the kernel's. */
export class NameTable {
  /** Values plus 1, so that 0 stands for none. Grows with the numbers. */
  #small = new Int32Array(256);
  readonly #others = new Map<number, number>();

  /** What was set for a name; undefined where nothing was. Values are 0 or more. */
  get(name: number): number | undefined {
    if (name < this.#small.length) {
      const value = this.#small[name] as number;
      return value === 0 ? undefined : value - 1;
    }
    return name < SMALL ? undefined : this.#others.get(name);
  }

  set(name: number, value: number): void {
    if (name >= SMALL) {
      this.#others.set(name, value);
      return;
    }
    if (name >= this.#small.length) {
      const larger = new Int32Array(Math.min(SMALL, Math.max(name + 1, 4 * this.#small.length)));
      larger.set(this.#small);
      this.#small = larger;
    }
    this.#small[name] = value + 1;
  }
}
