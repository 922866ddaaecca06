/** Does all steps of a work that nobody has to wait for; what it came to. `Slices` does the same with pauses. */
export function inOneGo<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      return step.value;
    }
  }
}
