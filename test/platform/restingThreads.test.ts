import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import workerThreads, { type Worker } from 'node:worker_threads';
import { Analysis, type AnalysisOptions } from '../../src/core/analyze';
import { readFiles } from '../../src/core/readFiles';
import type { MailFlowReport } from '../../src/core/report/report';
import { pause } from '../../src/platform/node/pause';
import { RestingThreads } from '../../src/platform/node/restingThreads';
import { threadReaders } from '../../src/platform/node/threadReaders';
import { shown, TELLING, type WholeFile, wholeReport } from '../core/inStretches';
import { largeTrace, smallLog, smallTrace } from '../core/oddFiles';

const MIB = 1 << 20;
const THREAD = path.resolve('dist/readingThread.js');
/** What Linux tells of the files that a process has open. */
const OPEN_FILES = '/proc/self/fd';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('threads that rest between two readings', () => {
  const { Worker: RealWorker } = workerThreads;
  let folder = '';
  let started: Worker[] = [];
  let resting = new RestingThreads();

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'resting-'));
    workerThreads.Worker = class extends RealWorker {
      constructor(...parameters: ConstructorParameters<typeof RealWorker>) {
        super(...parameters);
        started.push(this);
      }
    };
  });
  after(() => {
    workerThreads.Worker = RealWorker;
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    started = [];
    resting = new RestingThreads();
  });
  afterEach(() => resting.dispose());

  function written(name: string, text: string): WholeFile {
    const file = path.join(folder, name);
    const bytes = utf8(text);
    writeFileSync(file, bytes);
    return { path: file, bytes };
  }

  async function reportOf(
    file: WholeFile,
    options: AnalysisOptions = TELLING,
    cancelAt = Number.POSITIVE_INFINITY,
    count = 1,
  ): Promise<MailFlowReport> {
    const analysis = new Analysis([file.path], options);
    const pool = threadReaders(options, count, THREAD, resting);
    let isCancelled = false;
    const onProgress = (_: number, bytes: number): void => {
      if (bytes > cancelAt) {
        isCancelled = true;
        pool.cancel();
      }
    };
    try {
      const surroundings = { pause, isCancelled: () => isCancelled, onProgress };
      await readFiles(analysis, [{ location: file.path }], pool, surroundings);
      await analysis.finish({ pause });
      return shown(analysis.report());
    } finally {
      pool.dispose();
    }
  }

  it('read what comes next as if they had just started, each as its own options want', async () => {
    const files = [
      written('a.csv', smallTrace(1, 500)),
      written('utf16.csv', smallTrace(2, 300)),
      written('a.csv', smallTrace(3, 200)),
      ...smallLog(5, 300, 'receive', 5000).map((text, index) => written(`RECV${index}.LOG`, text)),
    ];
    for (const [index, file] of files.entries()) {
      const options = { ...TELLING, missingTlsMeansNone: index % 2 === 1 };
      // A file may have been written anew meanwhile.
      writeFileSync(file.path, file.bytes);
      assert.deepEqual(await reportOf(file, options), await wholeReport([file], options), file.path);
    }
    assert.equal(started.length, 1);
  });

  it('read all of the next file where the one before was cancelled', async () => {
    const large = written('large.csv', largeTrace(40 * MIB));
    await reportOf(large, TELLING, MIB);
    const file = written('small.csv', smallTrace(1, 100));
    assert.deepEqual(await reportOf(file), await wholeReport([file], TELLING));
  });

  it('are one at most: the others end', async () => {
    await reportOf(written('two.csv', largeTrace(20 * MIB)), TELLING, Number.POSITIVE_INFINITY, 2);
    assert.equal(started.length, 2);
    const ends = started.map((worker) => once(worker, 'exit'));
    await Promise.race(ends);
    resting.dispose();
    await Promise.all(ends);
  });

  it('keep no file open', async function () {
    if (!existsSync(OPEN_FILES)) {
      this.skip();
    }
    const file = written('open.csv', smallTrace(1, 100));
    await reportOf(file);
    const isOpen = (): boolean => readdirSync(OPEN_FILES).some((name) => target(name) === file.path);
    while (isOpen()) {
      await pause();
    }
    assert.equal(started.length, 1);
    assert.notEqual(started[0]?.threadId, -1);
  });

  it('end after a while', async () => {
    resting = new RestingThreads(10);
    await reportOf(written('rest.csv', smallTrace(1, 100)));
    await once(started[0] as Worker, 'exit');
    await reportOf(written('rest.csv', smallTrace(1, 100)));
    assert.equal(started.length, 2);
  });

  it('are forgotten where they end by themselves', async () => {
    const file = written('ends.csv', smallTrace(1, 100));
    await reportOf(file);
    await started[0]?.terminate();
    assert.deepEqual(await reportOf(file), await wholeReport([file], TELLING));
    assert.equal(started.length, 2);
  });

  it('end where nobody wants them any more', async () => {
    await reportOf(written('gone.csv', smallTrace(1, 100)));
    const end = once(started[0] as Worker, 'exit');
    resting.dispose();
    await end;
    await reportOf(written('gone.csv', smallTrace(1, 100)));
    await once(started[1] as Worker, 'exit');
  });
});

/** What one of the process's open files is. */
function target(name: string): string {
  try {
    return readlinkSync(path.join(OPEN_FILES, name));
  } catch {
    return '';
  }
}
