import type { Worker } from 'node:worker_threads';

/** How long a thread that has nothing to do is kept, in milliseconds. */
const REST = 30_000;

/**
 * A reading thread between two pools: whoever reads next need not wait until one has started and its code is quick. One is kept, for
 * a while; it keeps nothing of what it has read.
 */
export class RestingThreads {
  readonly #rest: number;
  #worker: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isDisposed = false;

  /** `rest`: how long it is kept, in milliseconds. */
  constructor(rest = REST) {
    this.#rest = rest;
  }

  /** The thread that rests, if there is one: it is the caller's then. */
  take(): Worker | undefined {
    const worker = this.#worker;
    worker?.off('error', this.#forget).off('exit', this.#forget);
    this.#forget();
    return worker;
  }

  /** Keeps a thread that has nothing to do, and nobody listens to; ends it where another one rests already. */
  keep(worker: Worker): void {
    if (this.#isDisposed || this.#worker !== undefined) {
      void worker.terminate();
      return;
    }
    this.#worker = worker;
    worker.on('error', this.#forget).on('exit', this.#forget);
    this.#timer = setTimeout(() => this.#end(), this.#rest).unref();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#end();
  }

  #end(): void {
    void this.take()?.terminate();
  }

  readonly #forget = (): void => {
    clearTimeout(this.#timer);
    this.#worker = undefined;
  };
}
