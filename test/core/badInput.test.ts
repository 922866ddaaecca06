import assert from 'node:assert/strict';
import { Analysis } from '../../src/core/analyze';
import { readHere } from '../../src/core/readHere';
import { reportJson } from '../../src/core/report/json';
import { assertAccounted } from './accounting';
import { figuresOf, OPTIONS, reportOf, textInput } from './analyzing';
import { FIXTURES, fixture } from './fixtures';
import { HEADER, ROW } from './plainTrace';
import type { ReportJson } from './reportContract';

describe('bad input', () => {
  const cases: readonly (readonly [name: string, bytes: Uint8Array, reason: string])[] = [
    ['an empty file', new Uint8Array(0), 'emptyFile'],
    ['a file of a byte-order mark', Uint8Array.of(0xef, 0xbb, 0xbf), 'unknownFormat'],
    ['an unknown CSV', bytesOf('name,age\r\nAda,36\r\n'), 'unknownFormat'],
    ['blank lines', bytesOf('\r\n\r\n \r\n'), 'unknownFormat'],
    ['a picture', Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251), 'binaryFile'],
    ['NUL bytes', new Uint8Array(5000), 'binaryFile'],
    ['a header without records', bytesOf(HEADER), 'headerOnly'],
  ];
  for (const [name, bytes, reason] of cases) {
    it(`says what is wrong with ${name}`, async () => {
      const report = await reportOf([{ path: 'a.csv', bytes }]);
      assertAccounted(report, name);
      assert.deepEqual(
        report.files[0]?.problems.map((problem) => problem.reason),
        [reason],
      );
      assert.equal(report.files[0]?.records, 0);
      assert.equal(report.period, null);
    });
  }

  it('reads a file whose end is zeros, which a crash leaves', async () => {
    const report = await reportOf([textInput(`${HEADER}${ROW}\0\0\0\0`)]);
    assert.equal(report.directions.inbound.messages, 1);
    assert.deepEqual(
      report.files[0]?.problems.map(({ line, reason }) => ({ line, reason })),
      [{ line: 3, reason: 'truncatedRecord' }],
    );
  });

  it('reads a file with notes above its header', async () => {
    for (const note of ['# exported by Ann', '#TYPE System.Object', '"#TYPE System.Object"', 'sep=,']) {
      const report = await reportOf([textInput(`${note}\r\n${HEADER}${ROW}`)]);
      assert.deepEqual([report.directions.inbound.messages, report.files[0]?.problems], [1, []], note);
    }
  });

  it('closes a file of which it wants no more', async () => {
    for (const text of ['name,age\r\n', HEADER + ROW]) {
      let isClosed = false;
      const open = async function* (): AsyncGenerator<Uint8Array> {
        try {
          yield bytesOf(text.padEnd(100_000, 'x'));
          yield bytesOf('never wanted');
        } finally {
          isClosed = true;
        }
      };
      const analysis = new Analysis(['a.csv'], OPTIONS);
      await readHere(analysis, 0, { path: 'a.csv', open }, { pause: async () => {}, isCancelled: () => true });
      assert.ok(isClosed);
    }
  });

  it('shows the header of an unknown file', async () => {
    const report = await reportOf([textInput('name,age\r\nAda,36\r\n')]);
    assert.match(report.files[0]?.problems[0]?.message ?? '', /name,age/);
  });

  it('reads files whose lines end with a lone carriage return', async () => {
    for (const { inputs, options } of FIXTURES.filter((candidate) => candidate.name.startsWith('protocol-log/'))) {
      const old = inputs.map((input) =>
        textInput(new TextDecoder().decode(input.bytes).replaceAll('\r\n', '\r'), input.path),
      );
      assert.deepEqual(await reportOf(old, options), await reportOf(inputs, options));
    }
  });

  it('reads files whose lines end with a line feed', async () => {
    for (const { inputs, options } of FIXTURES) {
      const unix = inputs.map((input) =>
        textInput(new TextDecoder().decode(input.bytes).replaceAll('\r\n', '\n'), input.path),
      );
      assert.deepEqual(await reportOf(unix, options), await reportOf(inputs, options));
    }
  });

  it('leaves out one line where a quote is never closed', async () => {
    const report = await reportOf([
      textInput(`${HEADER}${ROW}"2026-03-02T08:00:00Z","S:\r\n${ROW.replace('"1"', '"2"').repeat(2)}`),
    ]);
    assert.deepEqual(
      report.files[0]?.problems.map(({ line, reason }) => ({ line, reason })),
      [{ line: 3, reason: 'unbalancedQuote' }],
    );
    assert.equal(report.directions.inbound.messages, 2);
    assert.equal(report.files[0]?.records, 4);
  });

  it('accounts for what was read before a file cannot be read on', async () => {
    const start = `${HEADER}${ROW}${ROW.replaceAll('RECEIVE', 'HARECEIVE')}${ROW.replace('"1"', '"2"').replaceAll('RECEIVE', 'DELIVER')}`;
    async function* open(): AsyncGenerator<Uint8Array> {
      yield bytesOf(start.padEnd(70_000, '\n'));
      throw new Error('the disk is gone');
    }
    const analysis = new Analysis(['a.csv'], OPTIONS);
    await readHere(analysis, 0, { path: 'a.csv', open }, { pause: () => Promise.resolve(), isCancelled: () => false });
    const [file] = (reportJson(analysis.report()) as ReportJson).files;
    assert.deepEqual(
      file?.problems.map((problem) => problem.reason),
      ['unreadable'],
    );
    assert.equal(file?.records, 3);
  });

  it('is no fault of the file where reading is cancelled', async () => {
    const { inputs, options } = fixture('extended-trace/inbound');
    const bytes = new TextEncoder().encode(new TextDecoder().decode(inputs[0]?.bytes) + ROW.repeat(2000));
    const analysis = new Analysis(['a.csv'], { ...OPTIONS, ...options });
    let pieces = 0;
    await readHere(
      analysis,
      0,
      {
        path: 'a.csv',
        open: async function* () {
          yield bytes;
        },
      },
      { pause: () => Promise.resolve(), isCancelled: () => ++pieces > 1 },
    );
    const report = reportJson(analysis.report()) as ReportJson;
    assertAccounted(report, 'cancelled');
    assert.ok(!report.files[0]?.problems.some((problem) => problem.reason === 'truncatedRecord'));
    assert.equal(report.directions.inbound.messages, 12);
  });

  it('counts every problem and keeps the first hundred', async () => {
    const text = HEADER + ROW.replace('2026-03-02', 'once').repeat(250);
    const [file] = (await reportOf([textInput(text)])).files;
    assert.equal(file?.problemCount, 250);
    assert.deepEqual([file?.problems.length, file?.problems[0]?.line, file?.problems.at(-1)?.line], [100, 2, 101]);
  });

  it('reads a log behind whose end a crash has left zeros', async () => {
    const { inputs } = fixture('protocol-log/receive');
    const text = `${new TextDecoder().decode(inputs[0]?.bytes)}${'\0'.repeat(3000)}`;
    const report = await reportOf([textInput(text, 'receive.log')]);
    assertAccounted(report, 'zeros');
    assert.deepEqual(figuresOf(report), figuresOf(await reportOf(inputs)));
    assert.deepEqual(
      report.files[0]?.problems.map(({ line }) => line),
      [69],
    );
  });

  it('reads a whole file of a format behind an empty first line', async () => {
    const { inputs, options } = fixture('extended-trace/outbound');
    const text = `\r\n${new TextDecoder().decode(inputs[0]?.bytes)}`;
    assert.equal((await reportOf([textInput(text)], options)).directions.outbound.messages, 7);
  });
});

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
