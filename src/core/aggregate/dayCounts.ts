/** Days around the first one for which there is room from the start. */
const ROOM = 64;

/** Counts of UTC days, to which and from which may be added at any time. */
export class DayCounts {
  /** The day of the first count. */
  #first = 0;
  #counts = new Int32Array(0);

  add(day: number, count: number): void {
    if (day < this.#first || day >= this.#first + this.#counts.length) {
      this.#reach(day);
    }
    const at = day - this.#first;
    this.#counts[at] = (this.#counts[at] as number) + count;
  }

  /** The sum of the days that `holds` accepts. */
  sum(holds: (day: number) => boolean): number {
    return this.#counts.reduce((sum, count, at) => sum + (count !== 0 && holds(this.#first + at) ? count : 0), 0);
  }

  /** Makes room for a day, and as much again at that end. */
  #reach(day: number): void {
    const [old, first] = [this.#counts, this.#first];
    const [from, to] =
      old.length === 0 ? [day, day + 1] : [Math.min(first, day), Math.max(first + old.length, day + 1)];
    const room = Math.max(ROOM, to - from);
    this.#first = from < first || old.length === 0 ? from - room : first;
    this.#counts = new Int32Array(to + (to > first + old.length || old.length === 0 ? room : 0) - this.#first);
    this.#counts.set(old, old.length === 0 ? 0 : first - this.#first);
  }
}
