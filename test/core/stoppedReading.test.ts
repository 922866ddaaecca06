import assert from 'node:assert/strict';
import { gzip } from '../generate/archives';
import { TELLING, type WholeFile, wholeReport } from './inStretches';
import { largeTrace } from './oddFiles';
import { packedReport } from './packedReport';

const MIB = 1 << 20;
const bytes = new TextEncoder().encode(largeTrace(20 * MIB));
const packed = gzip(bytes, 1);

const PLAIN = { path: 'trace.csv', bytes };
const PACKED = { path: 'trace.csv.gz', bytes: packed };

/** Reads files and cancels that once so many bytes of one have been read; how often it was said that reading stopped. */
async function cancelled(files: readonly WholeFile[], from: number) {
  let stopped = 0;
  const report = await packedReport(files, {
    onProgress: (read, cancel) => read >= from && cancel(),
    onStopped: () => {
      stopped += 1;
    },
  });
  return { report, stopped };
}

describe('a cancelled reading', () => {
  for (const file of [PLAIN, PACKED]) {
    it(`stops, of ${file.path}, where something was left`, async () => {
      const { report, stopped } = await cancelled([file], 1);
      const whole = await packedReport([file]);
      assert.equal(stopped, 1);
      assert.ok((report.files[0]?.records ?? 0) < (whole.files[0]?.records ?? 0));
    });

    it(`stops nothing, of ${file.path}, once its last byte has been read`, async () => {
      const { report, stopped } = await cancelled([file], file.bytes.length);
      assert.equal(stopped, 0);
      assert.deepEqual(report, await packedReport([file]));
    });

    it(`stops before the file behind ${file.path}, whose last byte has been read`, async () => {
      const next = { path: 'next.csv', bytes: bytes.subarray(0, 1000) };
      const { report, stopped } = await cancelled([file, next], file.bytes.length);
      assert.equal(stopped, 1);
      assert.deepEqual(
        report.files.map(({ records }) => records > 0),
        [true, false],
      );
    });
  }

  it('is told nothing where nobody cancels', async () => {
    const { report, stopped } = await cancelled([PLAIN], Number.POSITIVE_INFINITY);
    assert.equal(stopped, 0);
    assert.deepEqual(report, await wholeReport([PLAIN], TELLING));
  });
});
