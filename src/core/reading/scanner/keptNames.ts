import type { Encoding } from '../encoding';
import { type NameDecoder, Names } from '../names';
import type { ScanKernel } from './kernel';

/** A kernel that knows more texts than these forgets them: high numbers make large tables … */
const MANY_NAMES = 12_000;
/** … and so do those that hold more texts, decoded ones and their own. */
const MANY_TEXTS = 30_000;

interface Kept {
  readonly names: Names;
  readonly encoding: Encoding;
  readonly isQuoting: boolean;
}

/** By the kernel that gave the numbers. */
const kept = new WeakMap<ScanKernel, Kept>();

/**
 * The names that go with a kernel's numbers. Stretches of a file, and files of a kind, hold the same texts: one reader after the
 * other has what the one before made of them, unless they have become many.
 */
export function keptNames(kernel: ScanKernel, encoding: Encoding, isQuoting: boolean, decoder: NameDecoder): Names {
  const before = kept.get(kernel);
  if (kernel.names.value > MANY_NAMES || kernel.isCrowded() !== 0 || (before?.names.size ?? 0) > MANY_TEXTS) {
    kernel.forget();
  } else if (before?.encoding === encoding && before.isQuoting === isQuoting) {
    before.names.passTo(decoder);
    return before.names;
  }
  kernel.forgetPositions();
  const names = new Names(decoder);
  kept.set(kernel, { names, encoding, isQuoting });
  return names;
}
