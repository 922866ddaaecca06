import assert from 'node:assert/strict';
import { Random } from '../generate/random';
import { assertAccounted } from './accounting';
import { figuresOf, type Input, reportOf, textInput } from './analyzing';
import { somePlaces, stretchedReport, TELLING, wholeReport } from './inStretches';

const HEADER = 'When,Way,Link,TLS,Subject\r\n';
const OPTIONS = {
  columnMappings: [
    {
      header: ['When', 'Way', 'Link', 'TLS', 'Subject'],
      columns: { time: 'When', direction: 'Way', connector: 'Link', tls: 'TLS' },
    },
  ],
};
const ROW = '2026-03-02T08:00:00Z,in,Gateway,TLS1.2,Hello\r\n';

const inbound = async (inputs: readonly Input[]): Promise<number> =>
  (await reportOf(inputs, OPTIONS)).directions.inbound.messages;

describe('rows that name no message', () => {
  it('are a message each, also where they are equal', async () => {
    for (const count of [1, 2, 255, 256, 257, 1000]) {
      assert.equal(await inbound([textInput(HEADER + ROW.repeat(count))]), count);
    }
  });

  it('are the same in a file that is given twice, or holds more of them', async () => {
    const [few, many] = [300, 700].map((count) => textInput(HEADER + ROW.repeat(count))) as [Input, Input];
    assert.equal(await inbound([few, few]), 300);
    assert.equal(await inbound([few, many]), 700);
    assert.equal(await inbound([many, few]), 700);
  });

  it('are others where any cell differs, named by a mapping or not', async () => {
    const rows = [ROW, ROW.replace('Hello', 'Hi'), ROW.replace('08:00', '08:01'), ROW.replace('TLS1.2', '')];
    const files = rows.map((row) => textInput(HEADER + row));
    assert.equal(await inbound(files), 4);
    assert.equal(await inbound([textInput(HEADER + rows.join('')), ...files]), 4);
  });

  it('are the same whatever the encoding, the quotes, or JSON that leaves empty members out', async () => {
    const row = '2026-03-02T08:00:00Z,in,Gateway,,Grüße €\r\n';
    const table = textInput(HEADER + row);
    const utf16 = { path: 'b.csv', bytes: new Uint8Array(Buffer.from(`\uFEFF${HEADER}${row}`, 'utf16le')) };
    const quoted = textInput(HEADER + row.replace(/[^,\r\n]+/g, '"$&"'));
    const first = { When: 'x', Way: 'in', Link: '', TLS: '', Subject: '' };
    const object = { When: '2026-03-02T08:00:00Z', Link: 'Gateway', Way: 'in', Subject: 'Grüße €', More: null };
    const json = textInput(JSON.stringify([first, object]));
    assert.equal(await inbound([table, utf16, quoted, json]), 1);
  });

  it('may tell of internal mail, which is counted in the same way', async () => {
    const text = HEADER + ROW.replace(',in,', ',internal,').repeat(20);
    const report = await reportOf([textInput(text), textInput(text)], OPTIONS);
    assert.equal(report.internal, 20);
    assertAccounted(report, 'internal');
    assert.deepEqual(
      report.files.map(({ used }) => used),
      [20, 20],
    );
  });

  it('are counted alike in any order, and whatever lies between them', async () => {
    for (let seed = 1; seed <= 30; seed++) {
      const random = new Random(seed);
      const rows = Array.from({ length: 60 }, () => wildRow(random));
      const inputs = [rows, random.shuffled(rows), random.shuffled(rows)].map((some, index) =>
        textInput(HEADER + some.join(''), `${index}.csv`),
      );
      const [one, ...others] = await Promise.all(inputs.map((input) => reportOf([input], OPTIONS)));
      const expected = rows.filter((row) => row.includes(',in,')).length;
      assert.equal(one?.directions.inbound.messages, expected, `seed ${seed}`);
      for (const other of [...others, await reportOf(inputs, OPTIONS)]) {
        assert.deepEqual(figuresOf(other), figuresOf(one as typeof other), `seed ${seed}`);
      }
    }
  });

  it('say in stretches what they say as a whole', async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const random = new Random(seed);
      const rows = Array.from({ length: 200 }, () => wildRow(random));
      const files = [{ path: 'a', bytes: new TextEncoder().encode(HEADER + rows.join('')) }];
      const options = { ...TELLING, ...OPTIONS };
      const { report } = await stretchedReport(files, options, ({ length }) => somePlaces(length, 400, random));
      assert.deepEqual(report, await wholeReport(files, options), `seed ${seed}`);
    }
  });
});

function wildRow(random: Random): string {
  const cells = [
    `2026-03-0${random.integer(1, 2)}`,
    random.pick(['in', 'out', 'internal', '?']),
    random.pick(['', 'Gateway']),
    random.pick(['', 'No TLS', 'TLS1.2']),
    random.pick(['a', '"a ""b"""']),
  ];
  return `${cells.join()}\r\n`;
}
