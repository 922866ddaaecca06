import { parentPort, workerData } from 'node:worker_threads';
import { MemoryBytes } from '../../core/stretch/memoryBytes';
import { serveRequest } from '../../core/stretch/serveRequest';
import { StretchWorker } from '../../core/stretch/stretchWorker';
import type { SpareMemory, WorkerRequest, WorkerStart } from '../../core/stretch/workerMessages';
import { newInflateKernel } from '../kernels';
import { DiskBytes } from './fileBytes';
import { ownScanning } from './scanning';

// What runs on a reading thread (threadReaders.ts starts it).
const { options, cancelled } = workerData as WorkerStart;
const flag = cancelled === undefined ? undefined : new Int32Array(cancelled);
const worker = new StretchWorker(
  {
    scanning: ownScanning(),
    inflateKernel: newInflateKernel,
    open: ({ location, bytes }) => (bytes === undefined ? new DiskBytes(location) : new MemoryBytes(bytes)),
    isCancelled: () => flag !== undefined && Atomics.load(flag, 0) !== 0,
  },
  options,
);
parentPort?.on('message', (request: WorkerRequest | SpareMemory) => {
  serveRequest(worker, request, (message, buffers) => parentPort?.postMessage(message, buffers));
});
