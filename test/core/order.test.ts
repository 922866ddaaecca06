import assert from 'node:assert/strict';
import { Random } from '../generate/random';
import { figuresOf, reportOf, textInput } from './analyzing';
import { FIXTURES, fixture } from './fixtures';
import type { ReportJson } from './reportContract';

const TRACES = [
  'extended-trace/inbound',
  'extended-trace/outbound',
  'extended-trace/type-conflict',
  'enhanced-summary-trace/week',
  'message-trace/windows-powershell',
  'message-trace/twins',
  'requested-connector-report/all-columns',
];
const LOGS = ['protocol-log/receive', 'protocol-log/receive-states', 'protocol-log/send', 'protocol-log/transport'];

describe('order, duplicates and parts do not change what is counted', () => {
  for (const { name, inputs, options } of FIXTURES.filter((candidate) => candidate.inputs.length > 1)) {
    it(`${name} with its files named and read in any order`, async () => {
      const expected = await reportOf(inputs, options);
      assert.deepEqual(await reportOf(inputs, options, [1, 0]), expected, 'read in another order');
      assert.deepEqual(
        figuresOf(await reportOf(inputs.toReversed(), options)),
        figuresOf(expected),
        'named in another',
      );
    });
  }

  for (const { name, inputs, options } of FIXTURES) {
    it(`${name} given twice`, async () => {
      const [once, twice] = [await reportOf(inputs, options), await reportOf([...inputs, ...inputs], options)];
      assert.deepEqual(figuresOf(twice), figuresOf(once));
      assert.deepEqual(
        twice.insights.map(({ line, file, messages }) => ({ line, file, messages })),
        once.insights.map(({ line, file, messages }) => ({ line, file, messages })),
      );
    });
  }

  for (const name of TRACES) {
    it(`${name} with its rows in any order`, async () => {
      const { options } = fixture(name);
      const [header, rows] = recordsOf(name);
      const expected = unspelled(await reportOf([textInput([header, ...rows].join(''))], options));
      const random = new Random(7);
      for (let attempt = 0; attempt < 50; attempt++) {
        const shuffled = textInput([header, ...random.shuffled(rows)].join(''));
        assert.deepEqual(unspelled(await reportOf([shuffled], options)), expected, `attempt ${attempt}`);
      }
    });

    it(`${name} in two files`, async () => {
      const { options } = fixture(name);
      const [header, rows] = recordsOf(name);
      const expected = figuresOf(await reportOf([textInput([header, ...rows].join(''))], options));
      for (let at = 0; at <= rows.length; at++) {
        const parts = [rows.slice(0, at), rows.slice(at)].map((part) => textInput([header, ...part].join('')));
        assert.deepEqual(figuresOf(await reportOf(parts, options)), expected, `split at ${at}`);
        assert.deepEqual(figuresOf(await reportOf(parts, options, [1, 0])), expected, `split at ${at}, read backwards`);
      }
    });
  }

  for (const name of LOGS) {
    it(`${name} in two files`, async () => {
      const { options } = fixture(name);
      const lines = textOf(name).split(/(?<=\r\n)/);
      const header = lines.slice(0, 5);
      const rows = lines.slice(5);
      const whole = await reportOf([textInput(textOf(name))], options);
      for (let at = 0; at <= rows.length; at++) {
        const parts = [rows.slice(0, at), rows.slice(at)].map((part) => textInput([...header, ...part].join('')));
        for (const order of [
          [0, 1],
          [1, 0],
        ]) {
          const report = await reportOf(parts, options, order);
          assert.deepEqual(figuresOf(report), figuresOf(whole), `split at ${at}, read ${order}`);
          const sessions = report.files.reduce((sum, file) => sum + (file.sessions?.total ?? 0), 0);
          assert.equal(sessions, whole.files[0]?.sessions?.total, `split at ${at}, read ${order}`);
        }
      }
    });

    it(`${name} with its rows in any order`, async () => {
      const { options } = fixture(name);
      const lines = textOf(name).split(/(?<=\r\n)/);
      const expected = figuresOf(await reportOf([textInput(lines.join(''))], options));
      const random = new Random(11);
      for (let attempt = 0; attempt < 20; attempt++) {
        const shuffled = textInput([...lines.slice(0, 5), ...random.shuffled(lines.slice(5))].join(''));
        assert.deepEqual(figuresOf(await reportOf([shuffled], options)), expected, `attempt ${attempt}`);
      }
    });
  }
});

describe('messages of which several files tell', () => {
  it('are said to be shared, whatever the order', async () => {
    const { inputs, options } = fixture('extended-trace/type-conflict');
    const [header, rows] = recordsOf('extended-trace/type-conflict');
    const whole = await reportOf(inputs, options);
    assert.equal(whole.shared, 0);
    const twice = await reportOf([...inputs, ...inputs, ...inputs], options);
    assert.equal(twice.shared, whole.directions.inbound.messages + whole.directions.outbound.messages);
    for (let at = 1; at < rows.length; at++) {
      const parts = [rows.slice(0, at), rows.slice(at)].map((part) => textInput([header, ...part].join('')));
      const [forth, back] = [await reportOf(parts, options), await reportOf(parts, options, [1, 0])];
      assert.equal(forth.shared, back.shared, `split at ${at}`);
      const alone = [await reportOf(parts.slice(0, 1), options), await reportOf(parts.slice(1), options)];
      const sum = alone.reduce((total, { directions }) => total + directions.inbound.messages, 0);
      assert.equal(sum - forth.shared, whole.directions.inbound.messages, `split at ${at}`);
    }
  });
});

/** A connector is spelled as the first line spells it, which another order changes. */
function unspelled(report: ReportJson): object {
  return JSON.parse(JSON.stringify(figuresOf(report)).toLowerCase()) as object;
}

function textOf(name: string): string {
  return new TextDecoder().decode(fixture(name).inputs[0]?.bytes);
}

/** The header and the records of an export whose records end with a quoted field and CRLF. */
function recordsOf(name: string): [header: string, records: string[]] {
  const [header = '', ...records] = textOf(name).split(/(?<="\r\n)(?=")/);
  return [header, records];
}
