import type { FileBytes } from '../stretch/stretch';

const LENGTH = 65_536;

/** Looks at small parts of a file, most of them near each other: they are read many at a time. */
export class FileParts {
  readonly #bytes: FileBytes;
  readonly #length: number;
  #buffer: Uint8Array = new Uint8Array(0);
  #start = 0;

  /** `length`: bytes that are read at a time. */
  constructor(bytes: FileBytes, length = LENGTH) {
    this.#bytes = bytes;
    this.#length = length;
  }

  /**
   * The bytes from `at` on, `length` of them or fewer where the file ends, none before its beginning; valid until the next call.
   */
  at(at: number, length: number): Uint8Array {
    const isThere = at >= this.#start && at + length <= this.#start + this.#buffer.length;
    if (!isThere) {
      this.#read(at, Math.max(length, this.#length));
    }
    return this.#buffer.subarray(at - this.#start, at - this.#start + length);
  }

  #read(at: number, length: number): void {
    const buffer = new Uint8Array(at < 0 ? 0 : Math.max(0, Math.min(length, this.#bytes.size - at)));
    let filled = 0;
    while (filled < buffer.length) {
      const count = this.#bytes.read(buffer.subarray(filled), at + filled);
      if (count === 0) {
        break;
      }
      filled += count;
    }
    this.#buffer = buffer.subarray(0, filled);
    this.#start = at;
  }
}
