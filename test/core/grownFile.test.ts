import assert from 'node:assert/strict';
import { Analysis } from '../../src/core/analyze';
import { readFiles, readOn } from '../../src/core/readFiles';
import { reportJson } from '../../src/core/report/json';
import { MemoryBytes } from '../../src/core/stretch/memoryBytes';
import type { StretchReaders } from '../../src/core/stretch/readers';
import { StretchWorker } from '../../src/core/stretch/stretchWorker';
import { newInflateKernel } from '../../src/platform/kernels';
import { ownScanning } from '../../src/platform/node/scanning';
import { OPTIONS } from './analyzing';
import { FIXTURES } from './fixtures';

const scanning = ownScanning();
const SURROUNDINGS = { pause: () => Promise.resolve(), isCancelled: () => false };

/** A reader on this thread. `read` counts the bytes that stretches were asked for. */
function readerOf(bytes: Uint8Array): StretchReaders & { asked: number } {
  const open = (): MemoryBytes => new MemoryBytes(bytes);
  const worker = new StretchWorker(
    { scanning, inflateKernel: newInflateKernel, open, isCancelled: () => false },
    OPTIONS,
  );
  return {
    asked: 0,
    count: 1,
    begin: (input, to) => Promise.resolve(worker.begin(input, to)),
    read(task, onPart) {
      this.asked += task.to - task.from;
      worker.read(task, onPart);
      return Promise.resolve();
    },
    probe: (input, end) => Promise.resolve(worker.probe(input, end)),
    cancel: () => {},
  };
}

const ENDLESS = FIXTURES.filter(({ name, inputs }) => inputs.length === 1 && !name.startsWith('connector-report'));

describe('a file that grows', () => {
  for (const { name, inputs, options } of ENDLESS) {
    it(`${name} is read on from where it ended`, async () => {
      const [{ path, bytes }] = inputs as [(typeof inputs)[number]];
      const input = { location: path };
      const analysisOf = async (end: number) => {
        const analysis = new Analysis([path], { ...OPTIONS, ...options });
        const checkpoint = await readFiles(analysis, [input], readerOf(bytes.subarray(0, end)), SURROUNDINGS);
        await analysis.finish(SURROUNDINGS);
        return { analysis, checkpoint };
      };
      const whole = reportJson((await analysisOf(bytes.length)).analysis.report());
      let continued = 0;
      for (let end = 1; end < bytes.length; end++) {
        if (bytes[end - 1] !== 10) {
          continue;
        }
        const { analysis, checkpoint } = await analysisOf(end);
        const problems = analysis.accounts[0]?.problemCount ?? 0;
        if (checkpoint === undefined || problems > 0) {
          continue;
        }
        const readers = readerOf(bytes);
        assert.notEqual(await readOn(analysis, input, checkpoint, readers, SURROUNDINGS), false);
        await analysis.finish(SURROUNDINGS);
        assert.deepEqual(reportJson(analysis.report()), whole, `grown from ${end}`);
        assert.equal(readers.asked, bytes.length - end, 'only what is new is read');
        continued++;
      }
      assert.ok(continued > 0, `${continued} times`);
    });
  }

  it('is read anew where it is no longer the same file', async () => {
    const { inputs, options } = ENDLESS.find(
      ({ name }) => name === 'protocol-log/receive',
    ) as (typeof FIXTURES)[number];
    const [{ path, bytes }] = inputs as [(typeof inputs)[number]];
    const analysis = new Analysis([path], { ...OPTIONS, ...options });
    const checkpoint = await readFiles(analysis, [{ location: path }], readerOf(bytes), SURROUNDINGS);
    assert.ok(checkpoint !== undefined);
    const other = bytes.slice();
    other[100] = 65;
    for (const now of [other, bytes.subarray(0, bytes.length - 1)]) {
      assert.equal(await readOn(analysis, { location: path }, checkpoint, readerOf(now), SURROUNDINGS), false);
    }
  });

  it('is not read on where it ended in the middle of a line', async () => {
    const { inputs } = ENDLESS.find(({ name }) => name === 'protocol-log/receive') as (typeof FIXTURES)[number];
    const [{ path, bytes }] = inputs as [(typeof inputs)[number]];
    const analysis = new Analysis([path], OPTIONS);
    const cut = readerOf(bytes.subarray(0, bytes.length - 3));
    assert.equal(await readFiles(analysis, [{ location: path }], cut, SURROUNDINGS), undefined);
  });
});
