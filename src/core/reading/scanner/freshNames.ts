import type { TextPositions } from '../columnPlan';
import type { ScanKernel } from './kernel';

/** Hands on which names the kernel has given positions to when it wrote down rows, with those from `nextPosition` on. */
export function takeFreshNames(kernel: ScanKernel, numbers: Int32Array, positions: TextPositions): void {
  const names = kernel.freshNames.value;
  if (names > 0) {
    const at = kernel.FRESH_NAMES.value >> 2;
    positions.takeNames(numbers.subarray(at, at + names));
    kernel.takenNames();
  }
}
