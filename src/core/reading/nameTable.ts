/** Numbers from here on are a reader's own (names.ts); those that the kernel gives are few and far below. */
export const OWN = 1 << 20;
const FIRST_CAPACITY = 256;
/** Many tables are made for each file and few are written in. */
const NONE = new Int32Array(0);

/** A number for each of many names: what was found out about a text, kept by its number. */
export class NameTable {
  /** Values plus 1, so that 0 stands for none. Both grow with the numbers. */
  #kernels: Int32Array = NONE;
  #own: Int32Array = NONE;

  /** What was set for a name; undefined where nothing was. Values are 0 or more. */
  get(name: number): number | undefined {
    const value = (name < OWN ? this.#kernels[name] : this.#own[name - OWN]) ?? 0;
    return value === 0 ? undefined : value - 1;
  }

  set(name: number, value: number): void {
    if (name < OWN) {
      this.#kernels = withRoom(this.#kernels, name);
      this.#kernels[name] = value + 1;
    } else {
      this.#own = withRoom(this.#own, name - OWN);
      this.#own[name - OWN] = value + 1;
    }
  }
}

/** The same values, with a place at `position`. */
function withRoom(values: Int32Array, position: number): Int32Array {
  if (position < values.length) {
    return values;
  }
  const larger = new Int32Array(Math.max(position + 1, FIRST_CAPACITY, 4 * values.length));
  larger.set(values);
  return larger;
}
