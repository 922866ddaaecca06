import { closeSync, openSync, writeSync } from 'node:fs';

export type TextEncoding = 'utf8' | 'utf16le';

const BLOCK_BYTES = 8_000_000;
/** UTF-8 needs at most three bytes for a UTF-16 code unit. */
const BYTES_PER_UNIT = 3;

/** Writes text to a new file, in blocks as large as a disk likes them. */
export class BlockWriter {
  readonly #file: number;
  readonly #encoding: TextEncoding;
  readonly #block = Buffer.allocUnsafe(BLOCK_BYTES);
  #used = 0;
  #written = 0;

  /** UTF-16 begins with a byte-order mark. */
  constructor(path: string, encoding: TextEncoding) {
    this.#file = openSync(path, 'w');
    this.#encoding = encoding;
    if (encoding === 'utf16le') {
      this.write('\uFEFF');
    }
  }

  /** Bytes so far. */
  get bytes(): number {
    return this.#written + this.#used;
  }

  /** `text`: shorter than a third of a block. */
  write(text: string): void {
    if (this.#used + text.length * BYTES_PER_UNIT > BLOCK_BYTES) {
      this.#flush();
    }
    this.#used += this.#block.write(text, this.#used, this.#encoding);
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    for (let from = 0; from < this.#used; ) {
      from += writeSync(this.#file, this.#block, from, this.#used - from);
    }
    this.#written += this.#used;
    this.#used = 0;
  }
}
