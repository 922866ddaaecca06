import assert from 'node:assert/strict';
import { Analysis, type AnalysisOptions } from '../../src/core/analyze';
import { readFiles, readOn } from '../../src/core/readFiles';
import { reportJson } from '../../src/core/report/json';
import { isOneStretch, recognizeFile } from '../../src/core/stretch/fileBeginning';
import { MemoryBytes } from '../../src/core/stretch/memoryBytes';
import type { StretchReaders } from '../../src/core/stretch/readers';
import { StretchWorker } from '../../src/core/stretch/stretchWorker';
import { newInflateKernel } from '../../src/platform/kernels';
import { ownScanning } from '../../src/platform/node/scanning';
import { OPTIONS } from './analyzing';
import { FIXTURES } from './fixtures';
import type { ReportJson } from './reportContract';

const scanning = ownScanning();
const SURROUNDINGS = { pause: () => Promise.resolve(), isCancelled: () => false };

/** A reader on this thread. `read` counts the bytes that stretches were asked for. */
function readerOf(bytes: Uint8Array, options: AnalysisOptions = OPTIONS): StretchReaders & { asked: number } {
  const open = (): MemoryBytes => new MemoryBytes(bytes);
  const worker = new StretchWorker(
    { scanning, inflateKernel: newInflateKernel, open, isCancelled: () => false },
    options,
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

/** JSON, and what rows far apart decide together, is read as a whole. */
const ENDLESS = FIXTURES.filter(
  ({ name, inputs, options }) =>
    inputs.length === 1 &&
    !name.startsWith('connector-report') &&
    inputs.every(({ bytes }) => {
      const { kind } = recognizeFile(bytes, options.columnMappings);
      return kind !== undefined && !isOneStretch(kind);
    }),
);

describe('a file that grows', () => {
  for (const { name, inputs, options } of ENDLESS) {
    it(`${name} is read on from where it ended`, async () => {
      const [{ path, bytes }] = inputs as [(typeof inputs)[number]];
      const input = { location: path };
      const all = { ...OPTIONS, ...options };
      const analysisOf = async (end: number) => {
        const analysis = new Analysis([path], all);
        const checkpoint = await readFiles(analysis, [input], readerOf(bytes.subarray(0, end), all), SURROUNDINGS);
        await analysis.finish(SURROUNDINGS);
        return { analysis, checkpoint };
      };
      const whole = reportJson((await analysisOf(bytes.length)).analysis.report()) as ReportJson;
      const known = new Set(whole.files[0]?.problems.map(({ line, reason }) => `${line} ${reason}`));
      let continued = 0;
      for (let end = 1; end < bytes.length; end++) {
        if (bytes[end - 1] !== 10) {
          continue;
        }
        const { analysis, checkpoint } = await analysisOf(end);
        // Where a record was cut, it is not read on.
        const isWhole = analysis.accounts[0]?.problems.every(({ line, reason }) => known.has(`${line} ${reason}`));
        const isEmpty = analysis.accounts[0]?.problems.some(({ reason }) => reason === 'headerOnly');
        if (checkpoint === undefined || isWhole !== true || isEmpty === true) {
          continue;
        }
        const readers = readerOf(bytes, all);
        assert.notEqual(await readOn(analysis, input, checkpoint, readers, SURROUNDINGS), false);
        await analysis.finish(SURROUNDINGS);
        assert.deepEqual(reportJson(analysis.report()), whole, `grown from ${end}`);
        assert.equal(readers.asked, bytes.length - end, 'only what is new is read');
        continued++;
      }
      // JSON is read as a whole; dates in one order only need not be told by what was there first.
      const [file] = (whole as ReportJson).files;
      const mayGoOn = !/\.(nd)?json$/.test(path) && file?.dates === undefined;
      assert.ok(continued > 0 || !mayGoOn, `${continued} times`);
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
    const others = Array.from({ length: 256 }, (_, byte) => {
      const other = bytes.slice();
      other[100] = byte;
      return other;
    }).filter((other) => other[100] !== bytes[100]);
    assert.equal(others.length, 255);
    for (const now of [...others, bytes.subarray(0, bytes.length - 1)]) {
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
