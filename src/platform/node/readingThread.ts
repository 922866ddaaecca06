import { parentPort } from 'node:worker_threads';
import type { Scanning } from '../../core/reading/scanner/kernel';
import { MemoryBytes } from '../../core/stretch/memoryBytes';
import { serveRequest } from '../../core/stretch/serveRequest';
import { StretchWorker } from '../../core/stretch/stretchWorker';
import type { SpareMemory, ThreadOrder, WorkerRequest, WorkerStart } from '../../core/stretch/workerMessages';
import { newInflateKernel } from '../kernels';
import { DiskBytes } from './fileBytes';
import { ownScanning } from './scanning';

// What runs on a reading thread (threadReaders.ts starts it).
let worker: StretchWorker | undefined;

parentPort?.on('message', (message: ThreadOrder | WorkerRequest | SpareMemory) => {
  if (message.kind === 'serve') {
    const scanning = ownScanning();
    worker = newWorker(message.start, scanning);
    // Where there is nothing to do yet, another thread finds out what is to be read: most likely bytes.
    setImmediate(() => scanning.kernel(1));
  } else if (message.kind === 'rest') {
    worker?.close();
    worker = undefined;
  } else if (worker !== undefined) {
    serveRequest(worker, message, (reply, buffers) => parentPort?.postMessage(reply, buffers));
  }
});

function newWorker({ options, cancelled }: WorkerStart, scanning: Scanning): StretchWorker {
  const flag = cancelled === undefined ? undefined : new Int32Array(cancelled);
  return new StretchWorker(
    {
      scanning,
      inflateKernel: newInflateKernel,
      open: ({ location, bytes }) => (bytes === undefined ? new DiskBytes(location) : new MemoryBytes(bytes)),
      isCancelled: () => flag !== undefined && Atomics.load(flag, 0) !== 0,
    },
    options,
  );
}
