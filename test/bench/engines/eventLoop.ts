import { monitorEventLoopDelay } from 'node:perf_hooks';

/** In milliseconds. */
export interface EventLoopTimes {
  /** The longest that a timer came too late. */
  readonly longestDelay: number;
  /** The longest that other work of the thread had to wait for its turn; undefined where that was not watched. */
  readonly longestSlice: number | undefined;
  /**
   * The longest turn by the processor time that this thread took for it: how long it would be with a processor to itself. Undefined
   * where that was not watched, or this Node does not tell.
   */
  readonly longestTurn: number | undefined;
}

/** Processor time of this thread so far, in milliseconds; Node has it from 23.9 on. */
function threadTime(): number | undefined {
  const { threadCpuUsage } = process as { threadCpuUsage?: () => { readonly user: number; readonly system: number } };
  const used = threadCpuUsage?.();
  return used && (used.user + used.system) / 1000;
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
  let longestTurn: number | undefined;
  let last = performance.now();
  let lastTime = threadTime();
  let isWatching = withSlices;
  const turn = (): void => {
    const now = performance.now();
    longestSlice = Math.max(longestSlice ?? 0, now - last);
    last = now;
    const time = threadTime();
    if (time !== undefined && lastTime !== undefined) {
      longestTurn = Math.max(longestTurn ?? 0, time - lastTime);
    }
    lastTime = time;
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
    return { longestDelay: monitor.max / NANOSECONDS, longestSlice, longestTurn };
  };
}
