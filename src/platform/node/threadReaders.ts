import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { type CountingOptions, countingOptions } from '../../core/formats/format';
import type { ThreadOrder, WorkerReply, WorkerRequest, WorkerStart } from '../../core/stretch/workerMessages';
import { type ReadingThread, type ThreadHost, type ThreadListener, WorkerPool } from '../../core/stretch/workerPool';
import type { RestingThreads } from './restingThreads';

/** Below this many bytes in all, a second thread takes longer to start than it saves. */
const ONE_THREAD = 64 * 1024 * 1024;
const MOST_THREADS = 4;
/** Megabytes for short-lived objects: a reader makes few, and each thread would take several times as much. */
const YOUNG = 2;

/** Where the build puts readingThread.ts: beside the program. */
const THREAD = path.join(__dirname, 'readingThread.js');

/** How many threads read files of so many bytes in all: one processor is left for whoever adds up and answers the user. */
export function threadsFor(bytes: number): number {
  return bytes < ONE_THREAD ? 1 : Math.max(1, Math.min(availableParallelism() - 1, MOST_THREADS));
}

/**
 * Readers on `count` threads of their own. Dispose of them when everything has been read. `thread`: the built readingThread.ts;
 * `resting`: where one may be taken from, and goes back to.
 */
export function threadReaders(
  options: CountingOptions,
  count: number,
  thread = THREAD,
  resting?: RestingThreads,
): WorkerPool {
  const cancelled = new SharedArrayBuffer(4);
  const start: WorkerStart = { options: countingOptions(options), cancelled };
  const host: ThreadHost = {
    start: (listener) => serveBy(resting?.take() ?? newThread(thread), start, listener, resting),
    cancel: () => Atomics.store(new Int32Array(cancelled), 0, 1),
  };
  return new WorkerPool(host, count);
}

function newThread(thread: string): Worker {
  return new Worker(thread, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG } });
}

/** Has a thread serve a pool, which hears of all that comes from it. */
function serveBy(
  worker: Worker,
  start: WorkerStart,
  listener: ThreadListener,
  resting: RestingThreads | undefined,
): ReadingThread {
  let isGone = false;
  const gone = (reason: string): void => {
    if (!isGone) {
      isGone = true;
      listener.crashed(reason);
    }
  };
  const onReply = (reply: WorkerReply): void => listener.reply(reply);
  const onError = (error: Error): void => gone(error.message);
  const onExit = (code: number): void => gone(`exit ${code}`);
  worker.on('message', onReply).on('error', onError).on('messageerror', onError).on('exit', onExit);
  const tell = (message: ThreadOrder | WorkerRequest): void => worker.postMessage(message);
  tell({ kind: 'serve', start });
  const thread: ReadingThread = {
    post: tell,
    giveBack: (memory) => {
      if (!isGone) {
        worker.postMessage(memory, memory.buffers);
      }
    },
    stop: () => {
      isGone = true;
      void worker.terminate();
    },
  };
  if (resting === undefined) {
    return thread;
  }
  const rest = (): void => {
    worker.off('message', onReply).off('error', onError).off('messageerror', onError).off('exit', onExit);
    if (!isGone) {
      isGone = true;
      tell({ kind: 'rest' });
      resting.keep(worker);
    }
  };
  return { ...thread, rest };
}
