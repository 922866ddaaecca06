import { type CountingOptions, countingOptions } from '../../core/formats/format';
import type { WorkerStart } from '../../core/stretch/workerMessages';
import { WorkerPool } from '../../core/stretch/workerPool';
import { WorkerThread } from './workerThread';

/** Files come whole and are no larger than one worker reads in a second; another one would need a copy of its own. */
export const WORKERS = 1;

/**
 * Readers in web workers. Dispose of them when everything has been read. `script`: the address of the built readingWorker.ts;
 * `pause` lets the program do something else while bytes are copied to a worker.
 */
export function workerReaders(options: CountingOptions, script: string, pause: () => Promise<void>): WorkerPool {
  // Most pages share no memory with workers, so that nothing can be told to one that reads: it is given up instead.
  const start: WorkerStart = { options: countingOptions(options), cancelled: undefined };
  const threads: WorkerThread[] = [];
  return new WorkerPool(
    {
      start: (listener) => {
        const thread = new WorkerThread(script, start, listener, pause);
        threads.push(thread);
        return thread;
      },
      cancel: () => {
        for (const thread of threads) {
          thread.giveUp();
        }
      },
    },
    WORKERS,
  );
}
