import type { StretchPart } from './stretch';

/** The parts of a stretch as they come, for one who takes them in order. */
export class PartQueue {
  readonly #parts: StretchPart[] = [];
  #done: Promise<void> = Promise.resolve();
  #isDone = false;
  #wake: () => void = () => {};

  push(part: StretchPart): void {
    this.#parts.push(part);
    this.#wake();
  }

  /** `reading` ends when all parts have been pushed. */
  fill(reading: Promise<void>): void {
    this.#done = reading.finally(() => {
      this.#isDone = true;
      this.#wake();
    });
    // Whoever takes the parts sees the error.
    this.#done.catch(() => {});
  }

  async *all(): AsyncGenerator<StretchPart> {
    for (;;) {
      const part = this.#parts.shift();
      if (part !== undefined) {
        yield part;
      } else if (this.#isDone) {
        await this.#done;
        return;
      } else {
        await new Promise<void>((wake) => {
          this.#wake = wake;
        });
      }
    }
  }
}
