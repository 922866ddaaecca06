import type { FileBytes } from './stretch';

/** Bytes that are in memory already. */
export class MemoryBytes implements FileBytes {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get size(): number {
    return this.#bytes.length;
  }

  read(into: Uint8Array, at: number): number {
    const part = this.#bytes.subarray(at, at + into.length);
    into.set(part);
    return part.length;
  }

  close(): void {}
}
