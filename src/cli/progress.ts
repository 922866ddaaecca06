/** How often progress is written anew, in milliseconds. */
const EVERY = 100;
/** Back to the line's beginning, and clear it. */
const CLEAR = '\r\u001b[K';

/** Where progress is written: standard error. */
export interface ProgressLine {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Says how much has been read, on one line of a terminal that is cleared at the end; anywhere else it says nothing. */
export class Progress {
  readonly #line: ProgressLine;
  /** Bytes of all files before each, and at the end of all. */
  readonly #before: number[];
  #written = Number.NEGATIVE_INFINITY;

  /** `sizes`: those of the files, in bytes, in the order of the report. */
  constructor(line: ProgressLine, sizes: readonly number[]) {
    this.#line = line;
    this.#before = [0];
    for (const size of sizes) {
      this.#before.push((this.#before.at(-1) ?? 0) + size);
    }
  }

  /** So many bytes of a file have been read. */
  read(file: number, bytes: number, now = Date.now()): void {
    if (this.#line.isTTY === true && now - this.#written >= EVERY) {
      this.#written = now;
      const total = this.#before.at(-1) ?? 0;
      const share = total === 0 ? 1 : Math.min(1, ((this.#before[file] ?? 0) + bytes) / total);
      this.#line.write(`${CLEAR}Reading: ${Math.floor(100 * share)}%`);
    }
  }

  /** Takes the line away. */
  end(): void {
    if (this.#line.isTTY === true) {
      this.#line.write(CLEAR);
    }
  }
}
