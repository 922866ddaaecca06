import assert from 'node:assert/strict';
import { Random } from '../generate/random';
import { reportOf, textInput } from './analyzing';
import { HEADER } from './plainTrace';

/** A row of an inbound message over a connector of unknown type. */
function row(message: number, version: string, connector = 'Fabrikam'): string {
  const tls = version === '' ? '' : `;S:tlsversion=${version}`;
  return `"2026-03-02T08:00:00Z","S:FromEntity=Internet${tls}","RECEIVE","SMTP","${message}","Incoming","${connector}"\r\n`;
}

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, n) => from + n);

describe('the proving line of an insight', () => {
  it('is not that of messages that turn out to be something else', async () => {
    const rows = [
      ...numbers(1, 30).map((message) => row(message, 'TLS1_0')),
      ...numbers(1, 8).map((message) => row(message, 'SSL3')),
    ];
    const report = await reportOf([textInput(HEADER + rows.join(''))]);
    assert.deepEqual([report.insights[0]?.messages, report.insights[0]?.line], [22, 10]);
  });

  it('tells the version, also where another row tells the connector', async () => {
    const rows = [
      ...numbers(1, 40).map((message) => row(message, 'TLS1_0', '')),
      ...numbers(21, 39).map((message) => row(message, '')),
    ];
    const report = await reportOf([textInput(HEADER + rows.join(''))]);
    const lines = report.insights.map(({ connector, messages, line }) => `${connector}: ${messages}, line ${line}`);
    assert.deepEqual(lines.toSorted(), ['Fabrikam: 19, line 22', 'null: 21, line 2']);
  });

  it('does not depend on the order of rows, nor does anything else', async () => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = new Random(seed);
      const rows = Array.from({ length: 40 }, () =>
        row(random.integer(1, 12), random.pick(['', 'TLS1_0', 'TLS1_2']), random.pick(['', 'A', 'B', 'C'])),
      );
      const whole = await reportOf([textInput(HEADER + rows.join(''))]);
      const counted = ({ directions, connectors }: typeof whole): object => ({ directions, connectors });
      const shuffled = await reportOf([textInput(HEADER + random.shuffled(rows).join(''))]);
      // The spelling of names aside, which is that of the first line, everything is the same.
      assert.deepEqual(counted(shuffled), counted(whole), `seed ${seed}`);
    }
  });
});
