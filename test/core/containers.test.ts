import assert from 'node:assert/strict';
import { brotliCompressSync } from 'node:zlib';
import { listContainer } from '../../src/core/container/listContainer';
import { reportJson } from '../../src/core/report/json';
import { MemoryBytes } from '../../src/core/stretch/memoryBytes';
import { newInflateKernel } from '../../src/platform/kernels';
import { gzip, type Member, type ZipOptions, zip } from '../generate/archives';
import { deflate64 } from '../generate/deflate64';
import { assertAccounted } from './accounting';
import { ENCODINGS, encode } from './encodings';
import { FIXTURES } from './fixtures';
import { TELLING, type WholeFile, wholeReport } from './inStretches';
import { largeTrace, smallLog, smallTrace } from './oddFiles';
import { packedReport, problemsOf, withoutContainer } from './packedReport';
import type { ReportJson } from './reportContract';

const MIB = 1 << 20;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** All ways in which the same files may be in a ZIP container. */
const ZIPS: readonly (readonly [about: string, member: Partial<Member>, options?: ZipOptions])[] = [
  ['deflated', {}],
  ['stored', { method: 0 }],
  ['written to a pipe', { descriptor: 'with signature' }],
  ['written to a pipe by an old archiver', { descriptor: 'without signature' }],
  ['in the form for large files', { zip64: true, descriptor: 'zip64' }, { zip64: true }],
  ['in the form for large files, stored', { zip64: true, method: 0 }, { zip64: true }],
  ['with a comment', {}, { comment: `PK\u0005\u0006 ${'x'.repeat(60_000)} PK\u0005\u0006` }],
];

const zipped = (files: readonly WholeFile[], member: Partial<Member> = {}, options?: ZipOptions): WholeFile => ({
  path: 'all.zip',
  bytes: zip(
    files.map(({ path, bytes }) => ({ name: path, bytes, ...member })),
    options,
  ),
});

describe('a file in a container says what it says alone', () => {
  for (const { name, inputs, options: own } of FIXTURES) {
    it(name, async () => {
      const options = { ...TELLING, ...own };
      const expected = await wholeReport(inputs, options);
      const gzipped = inputs.map(({ path, bytes }) => ({ path, bytes: gzip(bytes) }));
      assert.deepEqual(await packedReport(gzipped, { options }), expected, 'gzip');
      for (const [about, member, form] of ZIPS) {
        const report = await packedReport([zipped(inputs, member, form)], { options });
        assert.deepEqual(withoutContainer(report, 'all.zip'), expected, about);
      }
      const both = await packedReport([zipped(gzipped)], { options });
      assert.deepEqual(withoutContainer(both, 'all.zip'), expected, 'gzip in ZIP');
    });
  }

  it('in any encoding', async () => {
    for (const encoding of ENCODINGS) {
      const files = [{ path: 'MTDetail.csv', bytes: encode(smallTrace(2, 200), encoding) }];
      const expected = await wholeReport(files, TELLING);
      const gzipped = files.map(({ path, bytes }) => ({ path, bytes: gzip(bytes) }));
      assert.deepEqual(await packedReport(gzipped), expected, encoding);
      assert.deepEqual(withoutContainer(await packedReport([zipped(files)]), 'all.zip'), expected, encoding);
    }
  });

  it('with all others, whoever reads which: sessions that go on in the next log, compressed one by one', async () => {
    const logs = smallLog(5, 400, 'receive', 800).map((text, index) => ({
      path: `RECV${index}.LOG`,
      bytes: utf8(text),
    }));
    assert.ok(logs.length > 5);
    const expected = await wholeReport(logs, TELLING);
    const gzipped = logs.map(({ path, bytes }) => ({ path, bytes: gzip(bytes) }));
    for (let count = 1; count <= 4; count++) {
      const mischief = { seed: count };
      assert.deepEqual(await packedReport(gzipped, { count, mischief }), expected, `${count} threads`);
      const together = await packedReport([zipped(gzipped)], { count, mischief });
      assert.deepEqual(withoutContainer(together, 'all.zip'), expected, `${count} threads`);
    }
  });

  it('where it is longer than what is read at a time, at the front or behind others', async () => {
    const rows = largeTrace(20 * MIB);
    const text = rows + rows.replace(/^.*\r\n/, '').repeat(1);
    const files = [
      { path: 'long.csv', bytes: utf8(text) },
      { path: 'small.csv', bytes: utf8(smallTrace(4, 30)) },
      { path: 'other.csv', bytes: Buffer.from(largeTrace(9 * MIB), 'utf16le') },
    ];
    const expected = await wholeReport(files, TELLING);
    for (const count of [1, 3]) {
      const report = await packedReport([zipped(files)], { count });
      assert.deepEqual(withoutContainer(report, 'all.zip'), expected, `${count} threads`);
    }
  });

  it('also where a thread crashes over it, which is said', async () => {
    const files = [{ path: 'long.csv', bytes: utf8(largeTrace(36 * MIB)) }];
    const expected = await wholeReport(files, TELLING);
    for (const crash of [2, 3]) {
      const report = await packedReport([zipped(files)], { mischief: { crashesAt: (request) => request === crash } });
      assert.deepEqual(problemsOf(report, 'all.zip/long.csv'), ['readerCrashed'], `crash at ${crash}`);
      const silent = report.files.map((file) => ({ ...file, problems: [], problemCount: 0 }));
      assert.deepEqual(withoutContainer({ ...report, files: silent }, 'all.zip'), expected, `crash at ${crash}`);
    }
  });

  it('in a gzip file of several members, with names and comments, and zeros behind it', async () => {
    const bytes = utf8(smallTrace(1, 300));
    const [first, second] = [gzip(bytes.subarray(0, 5000)), gzip(bytes.subarray(5000), 0)];
    const named = Buffer.concat([first.subarray(0, 3), Buffer.from([4 | 8 | 16 | 2]), first.subarray(4, 10)]);
    const fields = Buffer.concat([
      Buffer.from([3, 0, 1, 2, 3]),
      Buffer.from('a name\0'),
      Buffer.from(`${'x'.repeat(3000)}\0`),
    ]);
    const whole = Buffer.concat([named, fields, Buffer.alloc(2), first.subarray(10), second, Buffer.alloc(70_000)]);
    const expected = await wholeReport([{ path: 'a.csv', bytes }], TELLING);
    assert.deepEqual(await packedReport([{ path: 'a.csv', bytes: whole }]), expected);
  });

  it("in what Windows' own archiver makes of large files", async () => {
    const bytes = utf8(smallTrace(6, 20));
    const file = zipped([{ path: 'a.csv', bytes }], { method: 9, packed: deflate64([...bytes]) });
    const expected = await wholeReport([{ path: 'a.csv', bytes }], TELLING);
    assert.deepEqual(withoutContainer(await packedReport([file]), 'all.zip'), expected);
  });
});

describe('what lies in a container', () => {
  const trace = utf8(smallTrace(1, 30));

  it('is shown below the container, in its order, without folders and what macOS adds', async () => {
    const bytes = zip([
      { name: 'b/', bytes: new Uint8Array(0), method: 0 },
      { name: 'b/RECV.LOG', bytes: utf8(smallLog(1, 5, 'receive').join('')) },
      { name: '__MACOSX/b/._RECV.LOG', bytes: Uint8Array.of(0, 5, 22, 7) },
      { name: 'a\\trace.csv', bytes: trace },
      { name: 'empty.txt', bytes: new Uint8Array(0), method: 0 },
      { name: 'readme.txt', bytes: utf8('Dear colleague\n') },
    ]);
    const report = await packedReport([{ path: 'logs/all.zip', bytes }]);
    assert.deepEqual(
      report.files.map(({ path, format }) => [path, format]),
      [
        ['logs/all.zip/b/RECV.LOG', 'smtp-receive-protocol-log'],
        ['logs/all.zip/a/trace.csv', 'extended-message-trace'],
        ['logs/all.zip/empty.txt', null],
        ['logs/all.zip/readme.txt', null],
      ],
    );
    assert.deepEqual(problemsOf(report, 'logs/all.zip/empty.txt'), ['emptyFile']);
    assert.deepEqual(problemsOf(report, 'logs/all.zip/readme.txt'), ['unknownFormat: Dear colleague']);
    assertAccounted(reportJson(report) as ReportJson, 'a container');
  });

  it('has names of its own, whatever they are written in', async () => {
    const bytes = zip([
      { name: 'Grüße.csv', bytes: trace },
      { name: '', rawName: Uint8Array.of(0x47, 0x72, 0x81, 0xe1, 0x65), bytes: trace },
      { name: 'same', bytes: trace },
      { name: 'same', bytes: trace },
      { name: 'same (2)', bytes: trace },
    ]);
    const report = await packedReport([{ path: 'a.zip', bytes }]);
    const names = report.files.map(({ path }) => path);
    assert.deepEqual(names, ['a.zip/Grüße.csv', 'a.zip/Grüße', 'a.zip/same', 'a.zip/same (2)', 'a.zip/same (2) (2)']);
    assert.ok(report.files.every(({ records }) => records === report.files[0]?.records));
  });

  it('is in the Hub folder where that is in the container', async () => {
    const log = FIXTURES.find(({ name }) => name === 'protocol-log/twins');
    const [front, ...hub] = log?.inputs ?? [];
    assert.ok(front !== undefined && hub.length > 0);
    const members = [front, ...hub.map((file) => ({ ...file, path: `Hub/${file.path}` }))];
    const report = await packedReport([zipped(members)]);
    assert.deepEqual(withoutContainer(report, 'all.zip'), await wholeReport(members, TELLING));
  });

  it('is told by its content, never by its name', async () => {
    const files = [
      { path: 'trace.csv', bytes: gzip(trace) },
      { path: 'trace.zip', bytes: trace },
      { path: 'logs.gz', bytes: zip([{ name: 'x', bytes: trace }]) },
    ];
    const report = await packedReport(files);
    assert.deepEqual(
      report.files.map(({ path, format }) => [path, format]),
      [
        ['trace.csv', 'extended-message-trace'],
        ['trace.zip', 'extended-message-trace'],
        ['logs.gz/x', 'extended-message-trace'],
      ],
    );
  });

  it('is not read where it is packed once more, and nothing is passed over', async () => {
    const tar = Buffer.alloc(1024);
    tar.write('a.csv\0', 0);
    tar.write('ustar\x0000', 257);
    const inner = zip([{ name: 'a.csv', bytes: trace }]);
    const report = await packedReport([
      { path: 'a.tar.gz', bytes: gzip(tar) },
      { path: 'a.gz.gz', bytes: gzip(gzip(trace)) },
      {
        path: 'a.zip',
        bytes: zip([
          { name: 'inner.zip', bytes: inner },
          { name: 'inner.gz', bytes: gzip(trace) },
          { name: 'inner.gz.gz', bytes: gzip(gzip(trace)) },
          { name: 'inner.zip.gz', bytes: gzip(inner) },
          { name: 'a.7z', bytes: Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4) },
        ]),
      },
    ]);
    assert.deepEqual(problemsOf(report, 'a.tar.gz'), ['nestedContainer: tar']);
    assert.deepEqual(problemsOf(report, 'a.gz.gz'), ['nestedContainer: gzip']);
    assert.deepEqual(problemsOf(report, 'a.zip/inner.zip'), ['nestedContainer: ZIP']);
    assert.deepEqual(problemsOf(report, 'a.zip/inner.gz'), []);
    assert.deepEqual(problemsOf(report, 'a.zip/inner.gz.gz'), ['nestedContainer: gzip']);
    assert.deepEqual(problemsOf(report, 'a.zip/inner.zip.gz'), ['nestedContainer: ZIP']);
    assert.deepEqual(problemsOf(report, 'a.zip/a.7z'), ['nestedContainer: 7z']);
    // No line of them can be shown.
    assert.ok(report.files.every(({ problems }) => problems.every(({ line }) => line === 0)));
  });

  it('is not read where it is encrypted, or compressed in another way, of which the name is told', async () => {
    const report = await packedReport([
      {
        path: 'a.zip',
        bytes: zip([
          { name: 'secret.csv', bytes: trace, flags: 1 },
          { name: 'aes.csv', bytes: trace, method: 99 },
          { name: 'lzma.csv', bytes: trace, method: 14 },
          { name: 'other.csv', bytes: trace, method: 77 },
          { name: 'good.csv', bytes: trace },
        ]),
      },
      { path: 'a.bz2', bytes: utf8('BZh91AY&SY\0\0') },
      { path: 'a.br', bytes: new Uint8Array(brotliCompressSync(trace)) },
    ]);
    assert.deepEqual(problemsOf(report, 'a.zip/secret.csv'), ['encryptedContainer']);
    assert.deepEqual(problemsOf(report, 'a.zip/aes.csv'), ['encryptedContainer']);
    assert.deepEqual(problemsOf(report, 'a.zip/lzma.csv'), ['unknownCompression: LZMA']);
    assert.deepEqual(problemsOf(report, 'a.zip/other.csv'), ['unknownCompression: ZIP 77']);
    assert.deepEqual(problemsOf(report, 'a.zip/good.csv'), []);
    assert.deepEqual(problemsOf(report, 'a.bz2'), ['unknownCompression: bzip2']);
    assert.equal(report.files.at(-1)?.format, null);
  });

  it('may be nothing', async () => {
    const report = await packedReport([
      { path: 'none.zip', bytes: zip([]) },
      { path: 'folder.zip', bytes: zip([{ name: 'a/', bytes: new Uint8Array(0), method: 0 }]) },
      { path: 'empty.gz', bytes: gzip(new Uint8Array(0)) },
      {
        path: 'a.xlsx',
        bytes: zip([
          { name: '[Content_Types].xml', bytes: utf8('<Types/>') },
          { name: 'xl/a.xml', bytes: trace },
        ]),
      },
    ]);
    assert.deepEqual(problemsOf(report, 'none.zip'), ['emptyContainer']);
    assert.deepEqual(problemsOf(report, 'folder.zip'), ['emptyContainer']);
    assert.deepEqual(problemsOf(report, 'empty.gz'), ['emptyFile']);
    assert.deepEqual(problemsOf(report, 'a.xlsx'), ['unknownCompression: Office Open XML']);
    assert.equal(report.files.length, 4);
  });

  it('is read up to a number of files, beyond which it is said that there are more', () => {
    const empty = { bytes: new Uint8Array(0), method: 0 };
    const members = Array.from({ length: 65_540 }, (_, index) => ({ name: `${index}`, ...empty }));
    const bytes = new MemoryBytes(zip(members, { zip64: true }));
    const entries =
      listContainer(bytes, { kernel: newInflateKernel(), isQuick: false, isCancelled: () => false }) ?? [];
    assert.equal(entries.length, 65_536);
    assert.deepEqual(entries.at(-1), { kind: 'unreadable', name: '', problem: { reason: 'tooManyFiles' } });
  });
});

describe('reading a container', () => {
  it('tells how far the container has been read, and stops where it is cancelled', async () => {
    const text = utf8(largeTrace(60 * MIB));
    const file = zipped([{ path: 'long.csv', bytes: text }]);
    const places: number[] = [];
    await packedReport([file], { onProgress: (bytes) => places.push(bytes) });
    assert.ok(places.length >= 4, places.join(', '));
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
    assert.ok((places.at(-1) ?? 0) <= file.bytes.length && (places.at(-1) ?? 0) > 0.9 * file.bytes.length);
    let parts = 0;
    const report = await packedReport([file], { onProgress: (_, cancel) => ++parts === 2 && cancel() });
    assert.deepEqual(problemsOf(report, 'all.zip/long.csv'), []);
    const [whole] = (await packedReport([file])).files;
    const records = report.files[0]?.records ?? 0;
    assert.ok(records > 0 && records < (whole?.records ?? 0), `${records} of ${whole?.records}`);
  });
});
