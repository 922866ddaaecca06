/** Bytes are kept for so many times what lists took last: while some are on their way, others are written. */
const TIMES = 3;
/** … and so many anyway. */
const FEW = 1 << 20;
/** Bytes of memory that is worth keeping. */
const LEAST = 1 << 15;
/** A list takes room for a quarter more than the one before had. */
const MORE = 1.25;

/** Memory that numbers were written into and that nobody needs any more: taken again, it need not be collected. */
export class SpareBuffers {
  #buffers: ArrayBuffer[] = [];
  readonly #lists = new Map<string, ListMemory>();

  /** Keeps as much as lists will need, of that the largest. */
  give(buffers: readonly ArrayBuffer[]): void {
    const most = Math.max(FEW, TIMES * sumOf([...this.#lists.values()].map(({ usualBytes }) => usualBytes)));
    const isOfUse = ({ byteLength }: ArrayBuffer): boolean => byteLength >= LEAST && byteLength <= most;
    const kept = [...this.#buffers, ...buffers].filter(isOfUse).sort((a, b) => a.byteLength - b.byteLength);
    let bytes = sumOf(kept.map(({ byteLength }) => byteLength));
    while (bytes > most) {
      bytes -= kept.shift()?.byteLength ?? bytes;
    }
    this.#buffers = kept;
  }

  /** The smallest that has at least so many bytes: larger ones are for who needs them. What stands in it means nothing. */
  take(bytes: number): ArrayBuffer | undefined {
    const place = this.#buffers.findIndex(({ byteLength }) => byteLength >= bytes);
    return place < 0 ? undefined : this.#buffers.splice(place, 1)[0];
  }

  /** The memory of lists that are written one after the other. */
  list(name: string): ListMemory {
    const list = this.#lists.get(name) ?? new ListMemory(this);
    this.#lists.set(name, list);
    return list;
  }
}

/** Memory of lists of which each is about as long as the one before: it seldom has to grow. */
export class ListMemory {
  readonly #spare: SpareBuffers;
  #usual = 0;

  constructor(spare: SpareBuffers) {
    this.#spare = spare;
  }

  /** Memory for a list that begins with so many numbers. */
  begin(count: number): Int32Array {
    return this.grow(Math.max(count, Math.ceil(MORE * this.#usual)));
  }

  /** Memory for so many numbers, which mean nothing. */
  grow(count: number): Int32Array {
    const spare = 4 * count < LEAST ? undefined : this.#spare.take(4 * count);
    return spare === undefined ? new Int32Array(count) : new Int32Array(spare);
  }

  /** Takes back what nobody has seen. */
  giveBack(numbers: Int32Array): void {
    this.#spare.give([numbers.buffer as ArrayBuffer]);
  }

  /** What a list takes. */
  get usualBytes(): number {
    return 4 * this.#usual;
  }

  /** Told of how many numbers a list has when it is handed over. */
  ends(count: number): void {
    this.#usual = count;
  }
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
