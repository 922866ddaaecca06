import assert from 'node:assert/strict';
import { logHead } from '../generate/protocolLogs';
import { Random } from '../generate/random';
import { assertAccounted } from './accounting';
import { type Input, reportOf, textInput } from './analyzing';
import { FIXTURES } from './fixtures';
import { HEADER, ROW } from './plainTrace';

describe('hostile input', () => {
  describe('takes no longer than its size', () => {
    const slow: readonly (readonly [name: string, text: string])[] = [
      ['lines of a quote and a letter', '"a\n'.repeat(350_000)],
      ['lines of one quote and a letter behind', '"\nx'.repeat(350_000)],
      ['quotes and no line break', '"a"b'.repeat(250_000)],
      ['doubled quotes', `x,"${'""\n'.repeat(200_000)}`],
      ['opened quotes behind delimiters', 'a,"b\nc"d,'.repeat(100_000)],
      ['white space behind a quote', `"a"${' '.repeat(1_000_000)}`],
      ['a line of 20 million letters', 'x'.repeat(20_000_000)],
      ['a quoted field of 20 million letters', `"${`${'x'.repeat(99)}\n`.repeat(200_000)}`],
      ['delimiters only', ','.repeat(1_000_000)],
      ['an open quote before short lines', `"open\r\n${'a\r\n'.repeat(400_000)}`],
      ['a tail of zeros', `${ROW}${'\0'.repeat(64_000_000)}`],
      ['a TLS version without end', ROW.replace('TLS1_2', 'TLS'.repeat(200_000)).repeat(3)],
      ['a message over very many connectors', manyConnectors(20_000)],
      [
        'a message that once tells no connector, over very many',
        ROW.replace('MX1\\Default MX1', '') + manyConnectors(20_000),
      ],
      ['a row of letters between good ones', `${ROW}${'x'.repeat(20_000_000)}\r\n${ROW.repeat(3)}`],
    ];
    for (const [name, text] of slow) {
      it(name, async () => {
        const before = process.cpuUsage();
        const report = await reportOf([textInput(HEADER + text)]);
        assertAccounted(report, name);
        assertSoon(before);
        assert.ok((report.files[0]?.records ?? 0) > 0);
      });
    }
  });

  describe('never throws and is accounted for', () => {
    it('where a file is noise', async () => {
      for (let seed = 1; seed <= 300; seed++) {
        const random = new Random(seed);
        const bytes = Uint8Array.from({ length: random.integer(1, 3000) }, () => random.integer(0, 255));
        assertAccounted(await reportOf([{ path: 'a.csv', bytes }]), `seed ${seed}`);
      }
    });

    it('where an export is damaged', async () => {
      for (let seed = 1; seed <= 800; seed++) {
        const random = new Random(seed);
        const { inputs, options } = random.pick(FIXTURES);
        const damaged: Input[] = inputs.map(({ path, bytes }) => ({ path, bytes: damage(bytes, random) }));
        assertAccounted(await reportOf(damaged, options), `seed ${seed}`);
      }
    });

    it('where a session without its beginning has thousands of messages', async () => {
      const rows: string[] = [];
      for (let message = 0; message < 40_000; message++) {
        for (const [event, data] of [
          ['<', 'MAIL FROM:<a@b.example>'],
          ['<', 'BDAT 1 LAST'],
          ['>', '250 2.6.0 <1@b.example> Queued'],
        ]) {
          rows.push(`2026-03-02T08:00:00.000Z,EX1\\Relay,08DE,${rows.length + 9},,192.0.2.1:25,${event},${data},\r\n`);
        }
      }
      const before = process.cpuUsage();
      const report = await reportOf([textInput(logHead('receive') + rows.join(''))]);
      assert.deepEqual(report.directions.inbound.tls, { unknown: 40_000 });
      assertSoon(before);
    });

    it('where a connector has thousands of names', async () => {
      const rows = Array.from({ length: 30_000 }, (_, index) =>
        ROW.replace('"1"', `"${index}"`).replace('S:', `S:InboundConnectorData=Name=C${index};S:`),
      );
      const report = await reportOf([textInput(HEADER + rows.join(''))]);
      assert.equal(report.connectors.length, 30_000);
      assert.equal(report.directions.inbound.messages, 30_000);
    });
  });
});

/** What takes time with the square of a size takes minutes of the processor here; how busy the machine is does not matter. */
function assertSoon(before: NodeJS.CpuUsage): void {
  const { user, system } = process.cpuUsage(before);
  const milliseconds = (user + system) / 1000;
  assert.ok(milliseconds < 10_000, `${milliseconds} ms`);
}

/** Changes, inserts, removes or repeats some bytes. */
function damage(bytes: Uint8Array, random: Random): Uint8Array {
  let result = [...bytes];
  for (let times = random.integer(1, 6); times > 0; times--) {
    const at = random.integer(0, result.length);
    const length = random.integer(0, 40);
    const inserted = random.pick<readonly number[]>([
      [],
      [0x22],
      [0x0a],
      [0x0d],
      [0x2c],
      [0],
      [0xff, 0xfe],
      [...bytes.subarray(at, at + 200)],
      Array.from({ length: 5 }, () => random.integer(0, 255)),
    ]);
    result = [...result.slice(0, at), ...inserted, ...result.slice(random.chance(0.5) ? at : at + length)];
  }
  return Uint8Array.from(result);
}

/** Rows of one message, each over a connector of its own, in an order in which each is lower than the one before. */
function manyConnectors(count: number): string {
  const rows = Array.from({ length: count }, (_, n) => ROW.replace('MX1\\Default MX1', `C${count * 9 - n}`));
  return rows.join('');
}
