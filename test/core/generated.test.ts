import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { extendedTrace, type TraceRoute } from '../generate/extendedTrace';
import { type LogOptions, ProtocolLogs } from '../generate/protocolLogs';
import { Random } from '../generate/random';
import { sampleTrace } from '../generate/sampleTrace';
import { Totals } from '../generate/totals';
import { assertAccounted } from './accounting';
import { type Input, reportOf, textInput } from './analyzing';
import { assertSays, bytesOf } from './generated';

const START = Date.UTC(2026, 2, 2);
const ROUTES: readonly TraceRoute[] = (['inbound', 'outbound'] as const).flatMap((direction) =>
  [null, 'Fabrikam', 'Adatum'].map((name, index) => ({
    direction,
    name,
    type: name === null ? ('NoConnector' as const) : ('Partner' as const),
    weight: index + 1,
    hosts: Array.from({ length: 40 }, (_, host) => ({
      ip: `192.0.2.${host}`,
      name: `mx${host}.fabrikam.example`,
      weight: host + 1,
      tls: [
        ['tls1.0', host % 7 === 0 ? 1 : 0],
        ['tls1.1', 1],
        ['tls1.2', 10],
        ['tls1.3', 10],
        ['unknown', 1],
      ] as const,
      domains: [`d${host}.fabrikam.example`],
    })),
  })),
);
const TRACE = {
  seed: 1,
  messages: 200_000,
  start: START,
  days: 20,
  routes: ROUTES,
  subjects: ['Hello', 'a "quoted" word', 'two\r\nlines'],
  repeated: 0.1,
  otherEvents: 0.1,
  internal: 0.05,
  hopless: 0.02,
  disorder: 1000,
};
const LOG: LogOptions = {
  seed: 1,
  kind: 'receive',
  sessions: 20_000,
  connectors: ['EX1\\Default Frontend EX1', 'EX1\\Partner relay'],
  mix: {
    tls: [
      ['none', 1],
      ['tls', 1],
      ['tls1.0', 2],
      ['tls1.1', 1],
      ['tls1.2', 10],
      ['tls1.3', 5],
    ],
    mostMessages: 20,
    damaged: 0.01,
    internal: 0.05,
  },
  rowsPerFile: 450_000,
  atATime: 50,
  start: START,
  step: 500,
};

describe('what a generator wrote is what the engine reads', () => {
  it('in an Extended trace of 200,000 messages', async () => {
    const totals = new Totals();
    const report = await reportOf([{ path: 'trace.csv', bytes: bytesOf(extendedTrace(TRACE, totals)) }]);
    assertAccounted(report, 'trace');
    assertSays(report, totals, 'trace');
    assert.ok(totals.messages > 180_000);
  });

  it('in protocol logs of 200,000 messages, in several files', async () => {
    const totals = new Totals();
    const logs = new ProtocolLogs(LOG, totals);
    const inputs = Array.from(
      { length: 5 },
      (_, index): Input => ({ path: `RECV${index}.LOG`, bytes: bytesOf(logs.file()) }),
    );
    const report = await reportOf(inputs);
    assert.ok(logs.isDone);
    assertAccounted(report, 'logs');
    assertSays(report, totals, 'logs');
    assert.ok(totals.messages > 180_000, `${totals.messages} messages`);
  });

  it('in small traces of any kind', async () => {
    for (let seed = 1; seed <= 100; seed++) {
      const totals = new Totals();
      const options = {
        ...TRACE,
        seed,
        messages: 60,
        days: 5,
        repeated: 0.4,
        otherEvents: 0.3,
        internal: 0.2,
        hopless: 0.1,
      };
      const report = await reportOf([textInput([...extendedTrace(options, totals)].join(''))]);
      assertAccounted(report, `seed ${seed}`);
      assertSays(report, totals, `seed ${seed}`);
    }
  });

  for (const kind of ['receive', 'send'] as const) {
    it(`in small ${kind} logs of any kind, files read in any order, a file twice`, async () => {
      for (let seed = 1; seed <= 150; seed++) {
        const random = new Random(seed);
        const totals = new Totals();
        const mix = { ...LOG.mix, mostMessages: 4, damaged: 0.3, internal: 0.2 };
        const options = {
          ...LOG,
          kind,
          seed,
          sessions: 20,
          mix,
          rowsPerFile: random.integer(5, 400),
          atATime: random.integer(1, 6),
          step: 90_000,
        };
        const logs = new ProtocolLogs(options, totals);
        const texts: string[] = [];
        while (!logs.isDone) {
          texts.push([...logs.file()].join(''));
        }
        const inputs = texts.map((text, index) => textInput(text, `${index}.LOG`));
        const order = random.shuffled(texts.map((_, index) => index));
        const report = await reportOf(inputs, {}, order);
        assertAccounted(report, `seed ${seed}`);
        assertSays(report, totals, `seed ${seed}, read ${order}`);
        const again = await reportOf([...inputs, random.pick(inputs)]);
        assert.deepEqual(again.connectors, report.connectors, `seed ${seed}: a file twice`);
        assert.equal(again.internal, report.internal, `seed ${seed}: a file twice`);
      }
    });
  }

  it('in the sample export, which is what the generator makes', async () => {
    const totals = new Totals();
    const text = readFileSync(path.join(process.cwd(), 'media/sample/message-trace-sample.csv'), 'utf8');
    assert.ok(text === sampleTrace(totals), 'node test/generate/writeSample.mjs writes it anew');
    const report = await reportOf([textInput(text)]);
    assertSays(report, totals, 'sample');
    assert.equal(report.period?.end, '2026-03-08');
    assert.deepEqual(
      report.insights.map(({ rule, severity, connector }) => [rule, severity, connector]),
      [
        ['inbound-partner-tls10', 'warning', 'Fabrikam Partner'],
        ['weak-cipher', 'warning', 'Fabrikam Partner'],
      ],
    );
  });
});
