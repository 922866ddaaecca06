import { MemoryBytes } from '../../core/stretch/memoryBytes';
import { serveRequest } from '../../core/stretch/serveRequest';
import { StretchWorker } from '../../core/stretch/stretchWorker';
import type { WorkerStart } from '../../core/stretch/workerMessages';
import { newInflateKernel } from '../kernels';
import { ownScanning } from './scanning';
import type { FilePiece, WorkerInput } from './workerInput';

// What runs in a reading worker (workerThread.ts starts it).
let worker: StretchWorker | undefined;
let file = new Uint8Array(0);

self.onmessage = ({ data }) => {
  const input = data as WorkerInput;
  if (input.kind === 'start') {
    worker = begin(input.start);
  } else if (input.kind === 'piece') {
    keep(input);
  } else if (worker !== undefined) {
    serveRequest(worker, input, (message, buffers) => self.postMessage(message, buffers));
  }
};

function begin({ options }: WorkerStart): StretchWorker {
  // Nobody can tell a worker anything while it reads.
  return new StretchWorker(
    {
      scanning: ownScanning(),
      inflateKernel: newInflateKernel,
      open: () => new MemoryBytes(file),
      isCancelled: () => false,
    },
    options,
  );
}

function keep({ size, at, bytes }: FilePiece): void {
  if (at === 0) {
    worker?.close();
    file = new Uint8Array(size);
  }
  file.set(bytes, at);
}
