import assert from 'node:assert/strict';
import { MemoryBytes } from '../../src/core/stretch/memoryBytes';
import type { StretchTask } from '../../src/core/stretch/readers';
import { StretchWorker } from '../../src/core/stretch/stretchWorker';
import { newInflateKernel } from '../../src/platform/kernels';
import { ownScanning } from '../../src/platform/node/scanning';
import { TELLING } from './inStretches';
import { smallLog } from './oddFiles';

const LENGTH = 1 << 20;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('looking for the beginning of a record', () => {
  for (const [about, line] of [
    ['lines with too many fields', `${'x,'.repeat(60)}y\n`],
    ['short lines', 'x\n'],
    ['lines that open a quote', `${'x,'.repeat(8)}"y\n`],
    ['lines of quotes', '"\n'],
  ] as const) {
    it(`costs no more than a few looks: ${about}`, () => {
      const head = smallLog(1, 3, 'receive').join('');
      const bytes = utf8(head + line.repeat(LENGTH / line.length));
      let looked = 0;
      const own = ownScanning();
      const scanning: typeof own = {
        ...own,
        kernel: (width) => {
          const kernel = own.kernel(width);
          return {
            ...kernel,
            scan: (start, end, delimiter) => {
              looked += end - start;
              assert.ok(looked < 20 * bytes.length, 'it looks at the same bytes again and again');
              return kernel.scan(start, end, delimiter);
            },
          };
        },
      };
      const open = (): MemoryBytes => new MemoryBytes(bytes);
      const worker = new StretchWorker(
        { scanning, inflateKernel: newInflateKernel, open, isCancelled: () => false },
        TELLING,
      );
      const { beginning, parts } = worker.begin({ location: 'a' }, head.length);
      assert.ok(beginning.kind !== undefined);
      const task: StretchTask = {
        input: { location: 'a' },
        kind: beginning.kind,
        from: head.length + 10,
        to: bytes.length,
        isExact: false,
        state: parts.at(-1)?.state,
        width: parts.at(-1)?.width ?? 0,
        isUniversal: false,
      };
      worker.read(task, () => {});
    });
  }
});
