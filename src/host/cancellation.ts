/** Whether a work that goes on was cancelled. */
export class Cancellation {
  readonly #controller = new AbortController();

  get isCancelled(): boolean {
    return this.#controller.signal.aborted;
  }

  cancel(): void {
    this.#controller.abort();
  }

  /** What a file system gives, which cannot be stopped: undefined as soon as the work is cancelled. */
  unless<T>(given: Promise<T>): Promise<T | undefined> {
    const { signal } = this.#controller;
    const cancelled = new Promise<undefined>((resolve) => {
      if (signal.aborted) {
        resolve(undefined);
      }
      signal.addEventListener('abort', () => resolve(undefined), { once: true });
    });
    return Promise.race([given, cancelled]);
  }
}
