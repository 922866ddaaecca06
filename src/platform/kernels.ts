import inflater from '../core/container/inflate/inflate.wasm';
import type { InflateKernel } from '../core/container/inflate/inflateKernel';
import type { ScanKernel, Scanning } from '../core/reading/scanner/kernel';
import bytesKernel from '../core/reading/scanner/kernel/kernel.bytes.wasm';
import unitsKernel from '../core/reading/scanner/kernel/kernel.units.wasm';

/** The compiled kernels, by the width of their units. */
const modules = new Map<1 | 2, WebAssembly.Module>();

function moduleOf(width: 1 | 2): WebAssembly.Module {
  const module = modules.get(width) ?? new WebAssembly.Module(width === 1 ? bytesKernel() : unitsKernel());
  modules.set(width, module);
  return module;
}

/** A SIMD kernel of one's own, the same in every host; compiled when the first file needs it. */
export function newKernel(width: 1 | 2): ScanKernel {
  return new WebAssembly.Instance(moduleOf(width)).exports as unknown as ScanKernel;
}

/** The kernels for one reader at a time: the same ones again and again. */
export function ownKernels(): Scanning['kernel'] {
  const kernels = new Map<1 | 2, ScanKernel>();
  return (width) => {
    const known = kernels.get(width) ?? newKernel(width);
    kernels.set(width, known);
    return known;
  };
}

let inflateModule: WebAssembly.Module | undefined;

/** An inflater of one's own. */
export function newInflateKernel(): InflateKernel {
  inflateModule ??= new WebAssembly.Module(inflater());
  return new WebAssembly.Instance(inflateModule).exports as unknown as InflateKernel;
}
