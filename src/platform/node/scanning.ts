import type { Scanning } from '../../core/reading/scanner/kernel';
import { newKernel, ownKernels } from '../kernels';

/** Scanning in Node. */
export const scanning: Scanning = {
  kernel: newKernel,
  ascii: (bytes, start, end) => view(bytes).toString('latin1', start, end),
  utf16: (bytes, start, end) => view(bytes).toString('utf16le', start, end),
};

/** The same for one reader at a time, with the same kernels again and again. */
export function ownScanning(): Scanning {
  return { ...scanning, kernel: ownKernels() };
}

let lastBytes: Uint8Array | undefined;
let lastView: Buffer = Buffer.alloc(0);

/** Node's own view of a memory, which is asked for once per piece of a file and used for every cell. */
function view(bytes: Uint8Array): Buffer {
  if (bytes !== lastBytes) {
    lastBytes = bytes;
    lastView = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  return lastView;
}
