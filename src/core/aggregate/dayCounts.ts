/** How many UTC days since 1970 the model knows. */
const DAYS = 0x10000;

/** Counts of UTC days, to which and from which may be added at any time. */
export class DayCounts {
  /** Made when it is needed. */
  #counts: Int32Array | undefined;

  add(day: number, count: number): void {
    this.#counts ??= new Int32Array(DAYS);
    this.#counts[day & (DAYS - 1)] = (this.#counts[day & (DAYS - 1)] as number) + count;
  }

  /** The sum of the days that `holds` accepts. */
  sum(holds: (day: number) => boolean): number {
    let sum = 0;
    for (let day = 0; day < (this.#counts?.length ?? 0); day++) {
      const count = this.#counts?.[day] as number;
      sum += count !== 0 && holds(day) ? count : 0;
    }
    return sum;
  }
}
