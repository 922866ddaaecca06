import type { ScanKernel, Scanning } from '../../core/reading/scanner/kernel';
import bytesKernel from '../../core/reading/scanner/kernel/kernel.bytes.wasm';
import unitsKernel from '../../core/reading/scanner/kernel/kernel.units.wasm';

/** The compiled kernels, by the width of their units. */
const modules = new Map<1 | 2, WebAssembly.Module>();

function moduleOf(width: 1 | 2): WebAssembly.Module {
  const module = modules.get(width) ?? new WebAssembly.Module(width === 1 ? bytesKernel : unitsKernel);
  modules.set(width, module);
  return module;
}

/** The SIMD kernels in Node, compiled when the first file needs them. */
export const scanning: Scanning = {
  kernel: (width) => new WebAssembly.Instance(moduleOf(width)).exports as unknown as ScanKernel,
  ascii: (bytes, start, end) => view(bytes).toString('latin1', start, end),
  utf16: (bytes, start, end) => view(bytes).toString('utf16le', start, end),
};

/** The kernels for one reader at a time: the same ones again and again. */
export function ownScanning(): Scanning {
  const kernels = new Map<1 | 2, ScanKernel>();
  const kernel = (width: 1 | 2): ScanKernel => {
    const known = kernels.get(width) ?? scanning.kernel(width);
    kernels.set(width, known);
    return known;
  };
  return { ...scanning, kernel };
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
