/** How many are kept. */
const MOST = 8;

/** Memory that numbers were written into and that nobody needs any more: taken again, it need not be collected. */
export class SpareBuffers {
  readonly #buffers: ArrayBuffer[] = [];

  give(buffers: readonly ArrayBuffer[]): void {
    for (const buffer of buffers) {
      if (buffer.byteLength > 0 && this.#buffers.length < MOST) {
        this.#buffers.push(buffer);
      }
    }
  }

  /** The smallest of at least so many bytes; what stands in it means nothing. */
  take(bytes: number): ArrayBuffer | undefined {
    let best = -1;
    for (const [position, { byteLength }] of this.#buffers.entries()) {
      if (byteLength >= bytes && (best < 0 || byteLength < (this.#buffers[best] as ArrayBuffer).byteLength)) {
        best = position;
      }
    }
    return best < 0 ? undefined : this.#buffers.splice(best, 1)[0];
  }
}
