import { monitorEventLoopDelay } from 'node:perf_hooks';

/** In milliseconds. */
export interface EventLoopTimes {
  /** The longest that a timer came too late. */
  readonly longestDelay: number;
  /** The longest that other work of the thread had to wait for its turn; undefined where that was not watched. */
  readonly longestSlice: number | undefined;
}

const NANOSECONDS = 1e6;

/**
 * Watches this thread's event loop until the returned function is called. `withSlices` measures from turn to turn of the loop, which
 * keeps the thread busy: in a run of its own.
 */
export function watchEventLoop(withSlices: boolean): () => Promise<EventLoopTimes> {
  const monitor = monitorEventLoopDelay({ resolution: 1 });
  monitor.enable();
  let longestSlice: number | undefined;
  let last = performance.now();
  let isWatching = withSlices;
  const turn = (): void => {
    const now = performance.now();
    longestSlice = Math.max(longestSlice ?? 0, now - last);
    last = now;
    if (isWatching) {
      setImmediate(turn);
    }
  };
  if (withSlices) {
    setImmediate(turn);
  }
  return async () => {
    isWatching = false;
    // The last slice ends with a turn, and the last late timer with that timer.
    await new Promise((done) => setTimeout(done, 5));
    monitor.disable();
    return { longestDelay: monitor.max / NANOSECONDS, longestSlice };
  };
}
