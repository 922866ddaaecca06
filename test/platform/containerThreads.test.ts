import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Analysis } from '../../src/core/analyze';
import { expandFiles } from '../../src/core/expandFiles';
import { readFiles } from '../../src/core/readFiles';
import type { MailFlowReport } from '../../src/core/report/report';
import { pause } from '../../src/platform/node/pause';
import { share } from '../../src/platform/node/share';
import { threadReaders } from '../../src/platform/node/threadReaders';
import { shown, TELLING, type WholeFile, wholeReport } from '../core/inStretches';
import { largeTrace, smallLog, smallTrace } from '../core/oddFiles';
import { withoutContainer } from '../core/packedReport';
import { gzip, zip } from '../generate/archives';

const MIB = 1 << 20;
/** Tests run in the repository's root, where the build has put the thread's program. */
const THREAD = path.resolve('dist/readingThread.js');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('threads that read containers', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'containers-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  /** The report of one container. `onProgress` is given what cancels. */
  async function reportOf(
    input: { location: string; bytes?: Uint8Array },
    count: number,
    onProgress: (cancel: () => void, bytes: number) => void = () => {},
  ): Promise<MailFlowReport> {
    const pool = threadReaders(TELLING, 1, THREAD);
    let isCancelled = false;
    const cancel = (): void => {
      isCancelled = true;
      pool.cancel();
    };
    try {
      const files = await expandFiles([{ path: 'all', input }], pool);
      pool.count = count;
      const analysis = new Analysis(
        files.map((file) => file.path),
        TELLING,
      );
      const inputs = files.map((file) => file.input);
      const surroundings = { pause, isCancelled: () => isCancelled };
      await readFiles(analysis, inputs, pool, { ...surroundings, onProgress: (_, bytes) => onProgress(cancel, bytes) });
      await analysis.finish({ pause });
      return shown(analysis.report());
    } finally {
      pool.dispose();
    }
  }

  it('say what one reader says of the files alone, from the disk or from memory', async () => {
    const files: WholeFile[] = [
      { path: 'trace.csv', bytes: utf8(smallTrace(3, 2000)) },
      { path: 'large.csv', bytes: Buffer.from(largeTrace(20 * MIB), 'utf16le') },
      ...smallLog(5, 400, 'receive', 5000).map((text, index) => ({ path: `RECV${index}.LOG`, bytes: utf8(text) })),
      { path: 'other.csv', bytes: utf8(largeTrace(18 * MIB)) },
    ];
    const expected = await wholeReport(files, TELLING);
    const members = files.map(({ path: name, bytes }, index) =>
      index % 3 === 0 ? { name, bytes: gzip(bytes, 1), method: 0 } : { name, bytes },
    );
    const bytes = zip(members);
    const location = path.join(folder, 'all.zip');
    writeFileSync(location, bytes);
    const inputs = [{ location }, { location: 'nowhere', bytes: await share(bytes) }];
    for (const [index, input] of inputs.entries()) {
      const report = withoutContainer(await reportOf(input, 2 + index), 'all');
      assert.deepEqual(report, expected);
    }
  });

  it('stop soon where reading is cancelled', async () => {
    const location = path.join(folder, 'long.gz');
    writeFileSync(location, gzip(utf8(largeTrace(90 * MIB)), 1));
    for (const count of [1, 2]) {
      let cancelled = 0;
      const report = await reportOf({ location }, count, (cancel) => {
        if (cancelled === 0) {
          cancelled = performance.now();
          cancel();
        }
      });
      const took = performance.now() - cancelled;
      console.log(`      ${count} threads stopped after ${took.toFixed(1)} ms`);
      assert.ok(cancelled > 0 && took < 500, `${took} ms`);
      assert.deepEqual(report.files[0]?.problems, []);
      assert.ok((report.files[0]?.used ?? 0) > 0);
    }
  });

  it('find lines in one, tell how far they are, and stop looking at once', async () => {
    const text = largeTrace(90 * MIB);
    const lines = text.split(/\r\n|\n|\r/);
    const bytes = zip([{ name: 'trace.csv', bytes: utf8(text) }]);
    const pool = threadReaders(TELLING, 1, THREAD);
    try {
      const [file] = await expandFiles([{ path: 'all', input: { location: 'nowhere', bytes } }], pool);
      assert.ok(file !== undefined);
      const places: number[] = [];
      const line = lines.length - 100;
      const found = await pool.lines(file.input, line, 3, (place) => places.push(place));
      assert.deepEqual(found, { first: line - 3, lines: lines.slice(line - 4, line + 3) });
      assert.ok(places.length > 5 && places.every((place) => place <= bytes.length), places.join(', '));
      const texts = await pool.texts(file.input, [2, line]);
      const beginnings = [lines[1], lines[line - 1]].map((one) => one?.slice(0, 200));
      assert.deepEqual(
        texts.map(({ text }) => text.slice(0, 200)),
        beginnings,
      );
      let disposed = 0;
      const looking = pool.lines(file.input, line, 3, () => {
        disposed ||= performance.now();
        pool.dispose();
      });
      await assert.rejects(looking, /stopped/);
      assert.ok(disposed > 0 && performance.now() - disposed < 500);
    } finally {
      pool.dispose();
    }
  });
});
