import assert from 'node:assert/strict';
import { reportJson } from '../../src/core/report/json';
import type { MailFlowReport } from '../../src/core/report/report';
import { gzip, type Member, zip } from '../generate/archives';
import { Random } from '../generate/random';
import { assertAccounted } from './accounting';
import { figuresOf } from './analyzing';
import { TELLING, wholeReport } from './inStretches';
import { largeTrace, smallTrace } from './oddFiles';
import { packedReport, problemsOf } from './packedReport';
import type { ReportJson } from './reportContract';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const TRACES = [1, 2, 3].map((seed) => ({ path: `${seed}.csv`, bytes: utf8(smallTrace(seed, 25)) }));
const LENGTHS = [0, 1, 2];

const membersOf = (more: Partial<Member> = {}): Member[] =>
  TRACES.map(({ path, bytes }) => ({ name: path, bytes, ...more }));

/** Asserts that a report is consistent, and that nothing is missing from it without a word. */
function assertTold(report: MailFlowReport, whole: object, about: string): void {
  const json = reportJson(report) as ReportJson;
  assertAccounted(json, about);
  const isSaid = report.files.some(({ problems }) =>
    problems.some(({ reason }) => /Container|Compression|unknownFormat|binaryFile|emptyFile/.test(reason)),
  );
  assert.ok(isSaid || JSON.stringify(figuresOf(json)) === JSON.stringify(whole), about);
}

describe('a damaged container', () => {
  let whole: object;
  before(async () => {
    whole = figuresOf(reportJson(await wholeReport(TRACES, TELLING)) as ReportJson);
  });

  it('that breaks off gives what came before: gzip', async () => {
    const bytes = utf8(smallTrace(1, 60));
    const packed = gzip(bytes);
    const [expected] = (await wholeReport([{ path: 'a', bytes }], TELLING)).files;
    let last = 0;
    for (let end = 3; end < packed.length; end += end < 40 ? 1 : Math.ceil(packed.length / 60)) {
      const report = await packedReport([{ path: 'a.gz', bytes: packed.subarray(0, end) }]);
      assertAccounted(reportJson(report) as ReportJson, `${end} of ${packed.length}`);
      assert.ok(problemsOf(report, 'a.gz').includes('damagedContainer: cut'), `${end} of ${packed.length}`);
      const records = report.files[0]?.records ?? 0;
      assert.ok(records >= last);
      last = records;
    }
    assert.ok(last > 0.9 * (expected?.records ?? 0), `${last} of ${expected?.records}`);
  });

  for (const [about, more] of [
    ['with its lengths before each file', {}],
    ['with its lengths behind each file', { descriptor: 'with signature' }],
    ['with its lengths behind each file, without a mark', { descriptor: 'without signature' }],
    ['with large lengths behind each file', { descriptor: 'zip64' }],
    ['stored', { method: 0 }],
  ] as const) {
    it(`that breaks off gives the files that came before: ZIP ${about}`, async () => {
      const packed = zip(membersOf(more));
      const counts = LENGTHS.map(() => 0);
      for (let end = 4; end < packed.length; end += Math.ceil(packed.length / 50)) {
        const report = await packedReport([{ path: 'a.zip', bytes: packed.subarray(0, end) }]);
        const where = `${end} of ${packed.length}`;
        assertAccounted(reportJson(report) as ReportJson, where);
        assert.deepEqual(problemsOf(report, 'a.zip'), ['damagedContainer: directory'], where);
        const good = report.files.filter(({ format, problems }) => format !== null && problems.length === 0).length;
        counts[good] = (counts[good] ?? 0) + 1;
        const others = report.files.filter(({ path }) => path !== 'a.zip');
        assert.ok(
          others.slice(0, -1).every(({ problems }) => problems.length === 0),
          where,
        );
      }
      // Each of them came whole, before the next one did.
      assert.ok(
        counts.slice(0, 3).every((count) => count > 5),
        counts.join(', '),
      );
    });
  }

  it('whose directory is damaged is read without it', async () => {
    const packed = zip(membersOf({ descriptor: 'with signature' }));
    const at = Buffer.from(packed).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    packed[at + 1] = 0;
    const report = await packedReport([{ path: 'a.zip', bytes: packed }]);
    assert.deepEqual(figuresOf(reportJson(report) as ReportJson), whole);
    assert.deepEqual(
      report.files.map(({ path, problemCount }) => [path, problemCount]),
      [['a.zip', 1], ...TRACES.map(({ path }) => [`a.zip/${path}`, 0])],
    );
  });

  it('whose checksum is wrong is read and says so', async () => {
    const wrong = gzip(TRACES[0]?.bytes ?? utf8(''));
    wrong[wrong.length - 6] = 1 ^ (wrong.at(-6) ?? 0);
    const size = gzip(TRACES[0]?.bytes ?? utf8(''));
    size[size.length - 2] = 9;
    const packed = zip(membersOf({ sum: 12_345 }));
    const report = await packedReport([
      { path: 'a.gz', bytes: wrong },
      { path: 'b.gz', bytes: size },
      { path: 'a.zip', bytes: packed },
      {
        path: 'b.zip',
        bytes: zip([
          { name: 'a.gz', bytes: wrong },
          { name: 'b.gz', bytes: gzip(utf8('x,y\n')), sum: 7 },
        ]),
      },
    ]);
    for (const path of ['a.gz', 'b.gz', 'a.zip/1.csv', 'a.zip/2.csv', 'a.zip/3.csv', 'b.zip/a.gz']) {
      assert.deepEqual(problemsOf(report, path), ['damagedContainer: checksum'], path);
      assert.ok((report.files.find((file) => file.path === path)?.used ?? 0) > 0, path);
    }
    assert.deepEqual(problemsOf(report, 'b.zip/b.gz'), ['damagedContainer: checksum']);
  });

  it('says so once, also where the file is read in several parts', async () => {
    const text = largeTrace(35 << 20);
    const bytes = utf8(text);
    const lines = text.split('\n').length;
    for (const [damage, at] of [
      ['checksum', -5],
      ['data', -9_000],
    ] as const) {
      const packed = gzip(bytes, 1);
      packed.fill(0xff, packed.length + at, packed.length + at + (damage === 'data' ? 3000 : 1));
      const report = await packedReport([{ path: 'a.gz', bytes: packed }]);
      const problems = problemsOf(report, 'a.gz').filter((problem) => problem.startsWith('damaged'));
      assert.deepEqual(problems, [`damagedContainer: ${damage}`]);
      assert.ok((report.files[0]?.records ?? 0) > 0.8 * lines, `${report.files[0]?.records} of ${lines} lines`);
    }
  });

  it('says so also behind a hundred other problems', async () => {
    const packed = gzip(utf8(`${smallTrace(1, 5)}${'one,two\r\n'.repeat(500)}`));
    packed[packed.length - 5] = 1 ^ (packed.at(-5) ?? 0);
    const report = await packedReport([{ path: 'a.gz', bytes: packed }]);
    assert.ok(problemsOf(report, 'a.gz').includes('damagedContainer: checksum'));
  });

  it('with other bytes behind its end says so', async () => {
    const bytes = TRACES[0]?.bytes ?? utf8('');
    const report = await packedReport([{ path: 'a.gz', bytes: Buffer.concat([gzip(bytes), utf8('and more')]) }]);
    assert.deepEqual(problemsOf(report, 'a.gz'), ['damagedContainer: behind']);
    assert.ok((report.files[0]?.used ?? 0) > 0);
  });

  it('that is a part of several is not read', async () => {
    const report = await packedReport([{ path: 'a.zip', bytes: zip(membersOf(), { disk: 2 }) }]);
    assert.deepEqual(problemsOf(report, 'a.zip'), ['damagedContainer: split']);
  });

  it('whose files share bytes is no way to hold more than it has room for', async () => {
    const packed = Buffer.from(zip(membersOf({ method: 0 })));
    const [first, second] = [packed.indexOf('PK\x01\x02'), packed.lastIndexOf('PK\x01\x02')];
    packed.copy(packed, second + 42, first + 42, first + 46);
    const report = await packedReport([{ path: 'a.zip', bytes: packed }]);
    const problems = TRACES.map(({ path }) => problemsOf(report, `a.zip/${path}`));
    assert.deepEqual(problems, [[], [], ['damagedContainer: overlap']]);
  });

  it('never throws, and nothing is missing without a word, whichever bits are wrong', async () => {
    const makes: readonly (() => Uint8Array)[] = [
      () => zip(membersOf()),
      () => zip(membersOf({ method: 0, zip64: true }), { zip64: true }),
      () => zip(membersOf({ descriptor: 'with signature' })),
      () => zip(TRACES.map(({ path, bytes }) => ({ name: path, bytes: gzip(bytes), method: 0 }))),
      () => Buffer.concat(TRACES.map(({ bytes }, index) => gzip(bytes, index * 4))),
    ];
    for (let seed = 1; seed <= 250; seed++) {
      const random = new Random(seed);
      const packed = Uint8Array.from(random.pick(makes)());
      for (let times = random.integer(1, 2); times > 0; times--) {
        // Half of the time in the headers at the end.
        const at = random.chance(0.5) ? random.integer(0, packed.length - 1) : packed.length - random.integer(1, 250);
        packed[at] = (packed[at] ?? 0) ^ (1 << random.integer(0, 7));
      }
      const isContainer = packed[0] === 0x50 || packed[0] === 0x1f;
      const report = await packedReport([{ path: 'a.zip', bytes: packed }]);
      const expected = isContainer && packed[0] === 0x1f ? await figuresOfMembers() : whole;
      assertTold(report, expected, `seed ${seed}`);
    }
  });
});

let together: object | undefined;

/** The figures of the traces where they stand in one file, one behind the other. */
async function figuresOfMembers(): Promise<object> {
  const bytes = Buffer.concat(TRACES.map((trace) => trace.bytes));
  together ??= figuresOf(reportJson(await wholeReport([{ path: 'a', bytes }], TELLING)) as ReportJson);
  return together;
}
