/** How many are kept. */
const MOST = 8;
/** Bytes of those that are worth keeping. */
const LEAST = 1 << 15;

/** Memory that numbers were written into and that nobody needs any more: taken again, it need not be collected. */
export class SpareBuffers {
  readonly #buffers: ArrayBuffer[] = [];

  give(buffers: readonly ArrayBuffer[]): void {
    for (const buffer of buffers) {
      if (buffer.byteLength >= LEAST && this.#buffers.length < MOST) {
        this.#buffers.push(buffer);
      }
    }
  }

  /** The largest, where it has at least so many bytes: whoever writes into it needs no larger one soon. What stands in it means nothing. */
  take(bytes: number): ArrayBuffer | undefined {
    this.#buffers.sort((a, b) => a.byteLength - b.byteLength);
    const largest = this.#buffers.at(-1);
    return largest !== undefined && largest.byteLength >= bytes ? this.#buffers.pop() : undefined;
  }
}
