/** Lets timers, messages and requests of the program run before work goes on. */
export function pause(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}
