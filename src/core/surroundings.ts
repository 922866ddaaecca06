/** How an analysis works together with the program around it. */
export interface Surroundings {
  /** Lets the program do something else. */
  pause(): Promise<void>;
  /** True where what has been read so far is all that is wanted. */
  isCancelled(): boolean;
  /** Told where reading ends for that before all has been read: once. */
  onStopped?(): void;
  /** Told after each piece: the file's position among the sources, and its bytes so far; those of its container, if it is in one. */
  onProgress?(file: number, bytesRead: number): void;
}

/** How long work may go on without a pause, in milliseconds. */
const SLICE = 8;

/** Cuts long work into slices, with a pause after each. */
export class Slices {
  readonly #pause: () => Promise<void>;
  #since = Date.now();

  constructor({ pause }: Pick<Surroundings, 'pause'>) {
    this.#pause = pause;
  }

  /** Call between small steps: pauses where a slice is over. */
  async rest(): Promise<void> {
    if (Date.now() - this.#since >= SLICE) {
      await this.pause();
    }
  }

  /** Begins another slice. */
  async pause(): Promise<void> {
    await this.#pause();
    this.#since = Date.now();
  }

  /** Does all steps of a work; resolves to what it came to. */
  async all<T>(steps: Generator<void, T>): Promise<T> {
    for (;;) {
      const step = steps.next();
      if (step.done === true) {
        return step.value;
      }
      await this.rest();
    }
  }
}
