import assert from 'node:assert/strict';
import { Analysis } from '../../src/core/analyze';
import { readFiles } from '../../src/core/readFiles';
import { reportJson } from '../../src/core/report/json';
import type { MailFlowReport } from '../../src/core/report/report';
import { MemoryBytes } from '../../src/core/stretch/memoryBytes';
import { ReaderCrash } from '../../src/core/stretch/readers';
import type { SentFile } from '../../src/core/stretch/sentParts';
import { type ThreadHost, WorkerPool } from '../../src/core/stretch/workerPool';
import { Random } from '../generate/random';
import { assertAccounted } from './accounting';
import { FakeThreads, fakeReport } from './fakeThreads';
import { FIXTURES } from './fixtures';
import { TELLING, type WholeFile, wholeReport } from './inStretches';
import { gluedLog, largeLog, largeTrace, smallTrace, traceOfFakes } from './oddFiles';
import type { ReportJson } from './reportContract';

const MIB = 1 << 20;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Made once: a file of several stretches, and what the universal reader says of it. */
let made: { files: readonly WholeFile[]; expected: MailFlowReport } | undefined;

async function several(): Promise<{ files: readonly WholeFile[]; expected: MailFlowReport }> {
  if (made === undefined) {
    const files = [{ path: 'trace.csv', bytes: utf8(largeTrace(36 * MIB)) }];
    made = { files, expected: await wholeReport(files, TELLING) };
  }
  return made;
}

/** The report without what says that a reader came to grief. */
function withoutCrash(report: MailFlowReport): MailFlowReport {
  const files = report.files.map((file) => {
    const problems = file.problems.filter(({ reason }) => reason !== 'readerCrashed');
    return { ...file, problems, problemCount: file.problemCount - (file.problems.length - problems.length) };
  });
  return { ...report, files };
}

function reasonsOf({ files }: MailFlowReport): string[] {
  return files.flatMap(({ problems }) => problems.map(({ reason }) => reason));
}

describe('files that several readers read', () => {
  it('say what they say to one, all of them at once', async () => {
    const files = FIXTURES.flatMap(({ name, inputs }) =>
      inputs.map(({ path, bytes }, index) => ({ path: `${name} ${index} ${path}`, bytes })),
    );
    const expected = await wholeReport(files, TELLING);
    for (let count = 1; count <= 4; count++) {
      const { report, host } = await fakeReport(files, TELLING, count, { seed: count });
      assert.deepEqual(report, expected, `${count} readers`);
      assert.equal(host.running, 0);
    }
  });

  for (const [about, mischief] of [
    ['in any order', {}],
    ['with every third guess wrong', { misleads: (guess: number) => guess % 3 === 1 }],
    ['with every guess wrong', { misleads: () => true }],
  ] as const) {
    it(`say the same where stretches are read ${about}`, async () => {
      const { files, expected } = await several();
      const { report } = await fakeReport(files, TELLING, 2, { ...mischief, seed: 3 });
      assert.deepEqual(report, expected);
    });
  }

  it('say the same where a stretch ends among rows in quotes, and one is longer than a stretch', async () => {
    const random = new Random(4);
    const beginning = traceOfFakes(random, 3000);
    const rows = traceOfFakes(random, 300).split('\r\n').slice(1).join('\r\n');
    const fakes = `\r\n${plainRows(rows)}`;
    const quoted = (length: number): string =>
      rows.replace(/"subject 1[^"]*"/, `"${fakes.repeat(length / fakes.length)}"`);
    const before = beginning + rows.repeat((15 * MIB) / rows.length);
    const files = [
      { path: 'a.csv', bytes: utf8(before + quoted(3 * MIB) + rows.repeat(20) + quoted(17 * MIB) + rows) },
    ];
    assert.ok((files[0]?.bytes.length ?? 0) > 34 * MIB);
    const { report } = await fakeReport(files, TELLING, 2, {});
    assert.deepEqual(report, await wholeReport(files, TELLING));
  });

  it('say the same in logs whose fields change between stretches, damaged and with zeros at the end', async () => {
    const random = new Random(6);
    const parts = [largeLog(3 * MIB), gluedLog(random, 4), largeLog(16 * MIB)];
    const bytes = Buffer.concat([...parts.map(utf8), Buffer.from([0xff, 0x22, 0x0a]), Buffer.alloc(300_000)]);
    const files = [{ path: 'RECV.LOG', bytes }];
    const { report } = await fakeReport(files, TELLING, 2, {});
    assert.deepEqual(report, await wholeReport(files, TELLING));
  });

  it('are all read where no stretch holds anything that looks like a record', async () => {
    const ragged = `${'x,'.repeat(100_000)}y\r\n`;
    const files = [{ path: 'a.csv', bytes: utf8(smallTrace(1, 300) + ragged.repeat((36 * MIB) / ragged.length)) }];
    const { report } = await fakeReport(files, TELLING, 1, {});
    assert.deepEqual(report, await wholeReport(files, TELLING));
  });
});

describe('what readers have to do', () => {
  it('is asked of them before the first part of a file is added', async () => {
    const { files } = await several();
    const pool = new WorkerPool(new FakeThreads(files, TELLING), 2);
    const begin = pool.begin.bind(pool);
    const read = pool.read.bind(pool);
    const events: string[] = [];
    pool.begin = async (input, to) => {
      const begun = await begin(input, to);
      events.push('begun');
      return begun;
    };
    pool.read = (task, onPart, isUrgent) => {
      events.push('asked');
      return read(task, onPart, isUrgent);
    };
    const analysis = new Analysis(['trace.csv'], TELLING);
    const surroundings = {
      pause: () => Promise.resolve(),
      isCancelled: () => false,
      onProgress: () => events.push('added'),
    };
    await readFiles(analysis, [{ location: 'trace.csv' }], pool, surroundings);
    pool.dispose();
    assert.deepEqual(events.slice(0, 5), ['begun', 'asked', 'asked', 'asked', 'added']);
  });
});

describe('readers that crash', () => {
  it('at any request leave the figures as they are', async () => {
    const { files, expected } = await several();
    for (const crash of [2, 4]) {
      const { report, host } = await fakeReport(files, TELLING, 2, { crashesAt: (request) => request === crash });
      assert.deepEqual(withoutCrash(report), expected, `crash at ${crash}`);
      assert.ok(reasonsOf(report).every((reason) => reason === 'readerCrashed'));
      assert.equal(host.running, 0);
    }
  });

  it('are replaced where their answers make no sense', async () => {
    // Each third has names of its own.
    const text = largeTrace(36 * MIB).replaceAll(
      '.example"',
      (end, at: number) => `.in-${Math.floor(at / (12 * MIB))}${end}`,
    );
    const files = [{ path: 'trace.csv', bytes: utf8(text) }];
    const expected = await wholeReport(files, TELLING);
    for (const part of [1, 2]) {
      const { report, host } = await fakeReport(files, TELLING, 1, { loses: (number) => number === part });
      assert.deepEqual(withoutCrash(report), expected, `part ${part} lost`);
      assert.equal(host.running, 0);
    }
  });

  it('are replaced where what they say of a file makes no sense, whatever else they were asked', async () => {
    // The texts before these five never came.
    const facts = { names: { known: 5, fresh: [] }, hostNotes: { texts: { known: 0, fresh: [] } } };
    const file = { beginning: {}, size: 1, parts: [{ facts }] } as unknown as SentFile;
    let started = 0;
    const host: ThreadHost = {
      start: (listener) => {
        const isBroken = started++ === 0;
        const answer = (id: number): void =>
          listener.reply({ kind: 'begun', id, file: isBroken ? file : { beginning: {}, size: 7, parts: [] } });
        return { post: (request) => 'id' in request && setImmediate(answer, request.id), stop: () => {} };
      },
      cancel: () => {},
    };
    const pool = new WorkerPool(host, 1);
    const [first, second] = ['a', 'b'].map((location) => pool.begin({ location }, 1));
    await assert.rejects(first as Promise<unknown>, ReaderCrash);
    assert.equal((await second)?.size, 7);
    assert.equal(started, 2);
  }).timeout(2000);

  it('over one of many files leave the others as they are', async () => {
    const files = Array.from({ length: 9 }, (_, n) => ({ path: `${n}.csv`, bytes: utf8(smallTrace(n + 1, 30)) }));
    const expected = await wholeReport(files, TELLING);
    for (let crash = 1; crash <= 12; crash++) {
      for (const count of [1, 3]) {
        const { report } = await fakeReport(files, TELLING, count, {
          seed: crash,
          crashesAt: (request) => request === crash,
        });
        assert.deepEqual(withoutCrash(report), expected, `crash at ${crash} of ${count} readers`);
      }
    }
  });

  it('always leave files unreadable', async () => {
    const files = Array.from({ length: 3 }, (_, n) => ({ path: `${n}.csv`, bytes: utf8(smallTrace(n + 1, 30)) }));
    const { report, host } = await fakeReport(files, TELLING, 2, { crashesAt: () => true });
    assert.deepEqual(reasonsOf(report), ['unreadable', 'unreadable', 'unreadable']);
    assert.equal(host.running, 0);
  });
});

describe('files that cannot be read to their end', () => {
  it('are unreadable where they are missing, and the others are read', async () => {
    const files = [1, 2, 3].map((n) => ({ path: `${n}.csv`, bytes: utf8(smallTrace(n, 30)) }));
    const { report } = await fakeReport(files, TELLING, 2, {
      open: (file) => {
        if (file.path === '2.csv') {
          throw new Error('it is gone');
        }
        return new MemoryBytes(file.bytes);
      },
    });
    assert.deepEqual(
      report.files.map(({ problems }) => problems.map(({ reason, detail }) => `${reason}: ${detail}`)),
      [[], ['unreadable: it is gone'], []],
    );
    assert.ok(report.files.every(({ used }, index) => used > 0 === (index !== 1)));
  });

  it('say what is there where they become shorter, without a word about the program', async () => {
    const whole = utf8(largeTrace(18 * MIB));
    const rest = whole.subarray(0, whole.lastIndexOf(10, 2 * MIB) + 1);
    const files = [{ path: 'a.csv', bytes: whole }];
    const { report } = await fakeReport(files, TELLING, 1, {
      open: () => ({ size: whole.length, read: (into, at) => new MemoryBytes(rest).read(into, at) }),
    });
    const expected = await wholeReport([{ path: 'a.csv', bytes: rest }], TELLING);
    assert.equal(report.files[0]?.used, expected.files[0]?.used);
    assert.deepEqual(
      report.files[0]?.problems.filter(({ detail }) => /undefined|not a function/.test(detail ?? '')),
      [],
    );
  });

  it('are told to be so, whatever else is wrong with them', async () => {
    const bad = utf8(smallTrace(1, 10) + 'one,two\r\n'.repeat(150_000));
    const { report } = await fakeReport([{ path: 'a.csv', bytes: bad }], TELLING, 1, {
      open: ({ bytes }) => ({
        size: bytes.length,
        read: (into, at) => {
          if (at > MIB) {
            throw new Error('the disk is gone');
          }
          return new MemoryBytes(bytes).read(into, at);
        },
      }),
    });
    assert.ok(reasonsOf(report).includes('unreadable'));
  });
});

describe('reading that is cancelled', () => {
  it('keeps what has been read and calls nothing unreadable', async () => {
    const { files } = await several();
    const many = [...files, ...[1, 2, 3, 4, 5].map((n) => ({ path: `${n}.csv`, bytes: utf8(smallTrace(n, 30)) }))];
    for (const misleads of [() => false, () => true]) {
      for (let at = 1; at <= 6; at++) {
        const { report, host } = await fakeReport(many, TELLING, 1 + (at % 2), { misleads, seed: at }, at);
        const begun = { ...report, files: report.files.filter(({ format }) => format !== null) };
        assertAccounted(reportJson(begun) as ReportJson, `cancelled at ${at}`);
        assert.deepEqual(reasonsOf(report), [], `cancelled at ${at}`);
        assert.equal(host.running, 0);
      }
    }
  });
});

describe('what is told of a file in several stretches', () => {
  it('is told once: that it is not UTF-8, also behind many other problems', async () => {
    const bad = `${'one,two\r\n'.repeat(200)}`;
    const row = smallTrace(1, 400);
    const latin1 = Buffer.from('"é",x\r\n', 'latin1');
    const large = utf8(largeTrace(17 * MIB).replace(/^.*\r\n/, ''));
    const bytes = Buffer.concat([utf8(row + bad), latin1, large, latin1]);
    const files = [{ path: 'a.csv', bytes }];
    const { report } = await fakeReport(files, TELLING, 1, {});
    assert.equal(report.files[0]?.problemCount, (await wholeReport(files, TELLING)).files[0]?.problemCount);
  });
});

/** Rows as they stand in quotes: without those of their own. */
function plainRows(rows: string): string {
  return rows.replaceAll(/"[^"]*"/g, 'fake');
}
