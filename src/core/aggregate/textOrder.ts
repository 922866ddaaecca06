/** So many are put between the others one by one. */
const FEW = 64;

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Numbers for texts, in the order of their code units. Those of others change only where there is no room left between two. */
export class TextOrder {
  readonly #texts: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** Gives texts their numbers; true where others have new ones by that. */
  add(texts: readonly string[]): boolean {
    const fresh = [...new Set(texts)].filter((text) => !this.#numbers.has(text));
    if (fresh.length > FEW) {
      for (const text of fresh) {
        this.#texts.push(text);
      }
      this.#texts.sort(byCodeUnits);
      this.#numberAnew();
      return true;
    }
    return fresh.reduce((isMoved, text) => this.#addOne(text) || isMoved, false);
  }

  #addOne(text: string): boolean {
    const place = this.#placeOf(text);
    const [before, after] = [this.#numberAt(place - 1), this.#numberAt(place)];
    // At either end there is always room.
    const low = before ?? (after ?? 0) - 2;
    const high = after ?? low + 2;
    this.#texts.splice(place, 0, text);
    const number = (low + high) / 2;
    this.#numbers.set(text, number);
    if (low < number && number < high) {
      return false;
    }
    this.#numberAnew();
    return true;
  }

  #numberAnew(): void {
    for (const [position, text] of this.#texts.entries()) {
      this.#numbers.set(text, position);
    }
  }

  /** The number of a text that was added. */
  of(text: string): number {
    return this.#numbers.get(text) as number;
  }

  #numberAt(place: number): number | undefined {
    const text = this.#texts[place];
    return text === undefined ? undefined : this.of(text);
  }

  /** How many texts come before one. */
  #placeOf(text: string): number {
    let [low, high] = [0, this.#texts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#texts[middle] as string) < text) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
