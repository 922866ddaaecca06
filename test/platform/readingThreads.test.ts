import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import workerThreads from 'node:worker_threads';
import { Analysis } from '../../src/core/analyze';
import { readFiles } from '../../src/core/readFiles';
import type { MailFlowReport } from '../../src/core/report/report';
import type { WorkerPool } from '../../src/core/stretch/workerPool';
import { pause } from '../../src/platform/node/pause';
import { threadReaders } from '../../src/platform/node/threadReaders';
import { FIXTURES } from '../core/fixtures';
import { shown, TELLING, type WholeFile, wholeReport } from '../core/inStretches';
import { largeTrace, smallLog, smallTrace } from '../core/oddFiles';

const MIB = 1 << 20;
/** Tests run in the repository's root, where the build has put the thread's program. */
const THREAD = path.resolve('dist/readingThread.js');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Where a test steps in while files are read. */
interface During {
  /** Called with the pool when reading has begun. */
  begun?(pool: WorkerPool, cancel: () => void): void;
  progress?(pool: WorkerPool, cancel: () => void, bytes: number): void;
}

describe('threads that read files', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'threads-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  function written(name: string, bytes: Uint8Array): WholeFile {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    return { path: file, bytes };
  }

  /** A program for a thread that does what is said before it serves a request. */
  function script(name: string, before: string): string {
    const file = path.join(folder, name);
    const lines = [
      `const { parentPort } = require('node:worker_threads');`,
      `const { writeFileSync } = require('node:fs');`,
      `/** True once, whatever thread asks. */`,
      `const once = () => { try { writeFileSync(${JSON.stringify(`${file}.once`)}, '', { flag: 'wx' }); return true; } catch { return false; } };`,
      `const on = parentPort.on.bind(parentPort);`,
      `parentPort.on = (event, serve) => on(event, (request) => { ${before}; serve(request); });`,
      `require(${JSON.stringify(THREAD)});`,
    ];
    writeFileSync(file, lines.join('\n'));
    return file;
  }

  async function reportOf(
    files: readonly string[],
    count: number,
    thread = THREAD,
    during: During = {},
  ): Promise<MailFlowReport> {
    const analysis = new Analysis(files, TELLING);
    const pool = threadReaders(TELLING, count, thread);
    let isCancelled = false;
    const cancel = (): void => {
      isCancelled = true;
      pool.cancel();
    };
    try {
      const reading = readFiles(
        analysis,
        files.map((location) => ({ location })),
        pool,
        { pause, isCancelled: () => isCancelled, onProgress: (_, bytes) => during.progress?.(pool, cancel, bytes) },
      );
      during.begun?.(pool, cancel);
      await reading;
      await analysis.finish({ pause });
      return shown(analysis.report());
    } finally {
      pool.dispose();
    }
  }

  it('say what one reader says of whole files', async () => {
    const files = [
      ...FIXTURES.flatMap(({ name, inputs }) =>
        inputs.map(({ bytes }, index) => written(`${name.replaceAll('/', '-')}-${index}`, bytes)),
      ),
      written('trace.csv', utf8(smallTrace(3, 3000))),
      written('utf16.csv', Buffer.from(largeTrace(4 * MIB), 'utf16le')),
      ...smallLog(5, 400, 'receive', 5000).map((text, index) => written(`RECV${index}.LOG`, utf8(text))),
    ];
    const expected = await wholeReport(files, TELLING);
    for (const count of [1, 2]) {
      const report = await reportOf(
        files.map((file) => file.path),
        count,
      );
      assert.deepEqual(report, expected, `${count} threads`);
    }
  });

  it('stop soon where reading is cancelled', async () => {
    const large = written('large.csv', utf8(largeTrace(60 * MIB)));
    for (const count of [1, 2]) {
      let cancelled = 0;
      const report = await reportOf([large.path], count, THREAD, {
        progress: (_, cancel, bytes) => {
          if (cancelled === 0 && bytes > MIB) {
            cancelled = performance.now();
            cancel();
          }
        },
      });
      const took = performance.now() - cancelled;
      console.log(`      ${count} threads stopped after ${took.toFixed(1)} ms`);
      assert.ok(cancelled > 0 && took < 500, `${took} ms`);
      assert.deepEqual(report.files[0]?.problems, []);
      assert.ok((report.files[0]?.used ?? 0) > 0);
    }
  });

  for (const how of ['process.exit(3)', `throw new Error('on purpose')`]) {
    for (const kind of ['begin', 'read']) {
      it(`that crash once leave the figures as they are: ${how} at the first ${kind}`, async () => {
        const file = written('crash.csv', utf8(largeTrace(3 * MIB)));
        const name = `${kind}-${how.slice(0, 5)}.js`;
        const thread = script(name, `if (request.kind === '${kind}' && once()) { ${how}; }`);
        const report = await reportOf([file.path], 2, thread);
        const expected = await wholeReport([file], TELLING);
        assert.deepEqual(
          report.files[0]?.problems.map(({ reason, detail }) => ({ reason, detail })),
          [{ reason: 'readerCrashed', detail: undefined }],
        );
        const files = report.files.map((each) => ({ ...each, problems: [], problemCount: 0 }));
        assert.deepEqual({ ...report, files }, expected);
      });
    }
  }

  it('that always crash leave files unreadable', async () => {
    const files = [1, 2, 3].map((n) => written(`always${n}.csv`, utf8(smallTrace(n, 30))));
    const thread = script('always.js', 'process.exit(3);');
    const report = await reportOf(
      files.map((file) => file.path),
      2,
      thread,
    );
    assert.deepEqual(
      report.files.map(({ problems }) => problems.map(({ reason }) => reason)),
      [['unreadable'], ['unreadable'], ['unreadable']],
    );
  });

  it('say that a file is unreadable which is missing, or a folder, and read the others', async () => {
    const file = written('there.csv', utf8(smallTrace(1, 30)));
    const report = await reportOf([path.join(folder, 'none.csv'), folder, file.path], 2);
    assert.deepEqual(
      report.files.map(({ problems }) => problems.map(({ reason }) => reason)),
      [['unreadable'], ['unreadable'], []],
    );
    assert.ok((report.files[2]?.used ?? 0) > 0);
  });

  it('read what is left of a file that becomes shorter', async () => {
    const file = written('shorter.csv', utf8(largeTrace(40 * MIB)));
    let isShorter = false;
    const report = await reportOf([file.path], 1, THREAD, {
      progress: () => {
        if (!isShorter) {
          isShorter = true;
          truncateSync(file.path, 3 * MIB);
        }
      },
    });
    assert.ok((report.files[0]?.used ?? 0) > 0);
    assert.deepEqual(
      report.files[0]?.problems.filter(({ detail }) => /undefined|not a function/.test(detail ?? '')),
      [],
    );
  });

  it('are all ended by dispose(), whatever they do', async () => {
    const file = written('disposed.csv', utf8(largeTrace(20 * MIB)));
    const ends: Promise<unknown>[] = [];
    const { Worker } = workerThreads;
    workerThreads.Worker = class extends Worker {
      constructor(...parameters: ConstructorParameters<typeof Worker>) {
        super(...parameters);
        ends.push(once(this, 'exit'));
      }
    };
    try {
      for (const disposeAt of [0, 1, 2]) {
        let parts = 0;
        const dispose = (pool: WorkerPool, cancel: () => void): void => {
          if (parts++ === disposeAt) {
            cancel();
            pool.dispose();
          }
        };
        await reportOf([file.path, file.path], 2, THREAD, { begun: dispose, progress: dispose });
        assert.ok(parts > disposeAt);
      }
    } finally {
      workerThreads.Worker = Worker;
    }
    assert.ok(ends.length >= 3, `${ends.length} threads`);
    await Promise.all(ends);
  });
});
