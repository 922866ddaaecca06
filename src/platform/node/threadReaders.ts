import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { type CountingOptions, countingOptions } from '../../core/formats/format';
import type { WorkerReply, WorkerStart } from '../../core/stretch/workerMessages';
import { type ThreadHost, type ThreadListener, WorkerPool } from '../../core/stretch/workerPool';

/** Below this many bytes in all, a second thread takes longer to start than it saves. */
const ONE_THREAD = 64 * 1024 * 1024;
const MOST_THREADS = 4;
/** Megabytes for short-lived objects: a reader makes few, and each thread would take several times as much. */
const YOUNG = 4;

/** Where the build puts readingThread.ts: beside the program. */
const THREAD = path.join(__dirname, 'readingThread.js');

/** How many threads read files of so many bytes in all: one processor is left for whoever adds up and answers the user. */
export function threadsFor(bytes: number): number {
  return bytes < ONE_THREAD ? 1 : Math.max(1, Math.min(availableParallelism() - 1, MOST_THREADS));
}

/** Readers on `count` threads of their own. Dispose of them when everything has been read. `thread`: the built readingThread.ts. */
export function threadReaders(options: CountingOptions, count: number, thread = THREAD): WorkerPool {
  const cancelled = new SharedArrayBuffer(4);
  const workerData: WorkerStart = { options: countingOptions(options), cancelled };
  const host: ThreadHost = {
    start: (listener) => startThread(thread, workerData, listener),
    cancel: () => Atomics.store(new Int32Array(cancelled), 0, 1),
  };
  return new WorkerPool(host, count);
}

function startThread(
  thread: string,
  workerData: WorkerStart,
  listener: ThreadListener,
): ReturnType<ThreadHost['start']> {
  const worker = new Worker(thread, { workerData, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } });
  let isGone = false;
  const gone = (reason: string): void => {
    if (!isGone) {
      isGone = true;
      listener.crashed(reason);
    }
  };
  worker.on('message', (reply: WorkerReply) => listener.reply(reply));
  worker.on('error', (error) => gone(error.message));
  worker.on('messageerror', (error) => gone(error.message));
  worker.on('exit', (code) => gone(`exit ${code}`));
  return {
    post: (request) => worker.postMessage(request),
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
}
