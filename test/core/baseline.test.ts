import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020';
import { baselineJson, heldAgainst, readBaseline } from '../../src/core/compare/baseline';
import { NoReport } from '../../src/core/compare/snapshot';
import { reportJson } from '../../src/core/report/json';
import type { MailFlowReport } from '../../src/core/report/report';
import { reportText } from '../../src/core/report/text';
import { type Mail, TLS10, TLS12, traceOf } from '../generate/traceMail';
import { analyze, textInput } from './analyzing';

/** A report of connectors, each with so many messages of a hundred under TLS 1.0. */
function reportOf(old: Readonly<Record<string, number>>): Promise<MailFlowReport> {
  const mail = Object.entries(old).flatMap(([connector, count]): Mail[] => [
    { count, version: TLS10, connector, host: '192.0.2.1', sender: 'a@fabrikam.example' },
    { count: 100 - count, version: TLS12, connector },
  ]);
  return analyze([textInput(traceOf(mail))]);
}

const baselineOf = (report: MailFlowReport) => readBaseline(JSON.parse(JSON.stringify(baselineJson(report))));

describe('a baseline', () => {
  it('tells what is new, worse, known and gone', async () => {
    const before = await reportOf({ Same: 20, Better: 40, Worse: 20, Near: 6, Gone: 30 });
    const now = await reportOf({ Same: 20, Better: 20, Worse: 31, Near: 12, New: 20 });
    const { states, gone, period } = heldAgainst(baselineOf(before), now);
    assert.deepEqual(
      Object.fromEntries(now.insights.map(({ connector, rule }, index) => [`${rule} ${connector}`, states[index]])),
      {
        'inbound-partner-tls10 Same': 'known',
        'inbound-partner-tls10 Better': 'known',
        'inbound-partner-tls10 Worse': 'worse',
        'inbound-partner-tls10 Near': 'worse',
        'inbound-partner-tls10 New': 'new',
      },
    );
    assert.deepEqual(
      gone.map(({ rule, connector }) => `${rule} ${connector}`),
      ['inbound-partner-tls10 Gone'],
    );
    assert.deepEqual(period, before.period);
  });

  it('knows what it was made of, whatever letters names are written in', async () => {
    const report = await reportOf({ Fabrikam: 20 });
    const { states, gone } = heldAgainst(baselineOf(report), await reportOf({ FABRIKAM: 20 }));
    assert.deepEqual([states, gone], [['known'], []]);
  });

  it('takes a rise by a percentage point, or by half, for worse', async () => {
    for (const [before, now, state] of [
      [20, 21, 'worse'],
      [20, 19, 'known'],
      [10, 10, 'known'],
    ] as const) {
      const { states } = heldAgainst(baselineOf(await reportOf({ A: before })), await reportOf({ A: now }));
      assert.deepEqual(states, [state], `${before} ${now}`);
    }
    const report = await reportOf({ A: 20 });
    const shares = (share: number) => ({ ...report, insights: report.insights.map((one) => ({ ...one, share })) });
    for (const [before, now, state] of [
      [0.012, 0.018, 'worse'],
      [0.012, 0.017, 'known'],
      [0.5, 0.509, 'known'],
    ] as const) {
      assert.deepEqual(heldAgainst(baselineOf(shares(before)), shares(now)).states, [state], `${before} ${now}`);
    }
  });

  it('tells when it was saved, where it does', async () => {
    const report = await reportOf({ A: 20 });
    const saved = Date.UTC(2026, 2, 9, 8, 30);
    const read = (json: object) => readBaseline(JSON.parse(JSON.stringify(json)));
    assert.equal(read(baselineJson(report, saved)).saved, saved);
    assert.equal(read(baselineJson(report)).saved, null);
    assert.equal(read({ ...baselineJson(report), saved: 'yesterday' }).saved, null);
  });

  it('keeps to docs/baseline.schema.json, and names connectors and nobody else', async () => {
    const schema = JSON.parse(readFileSync('docs/baseline.schema.json', 'utf8')) as object;
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
    const text = JSON.stringify(baselineJson(await reportOf({ Fabrikam: 20 })));
    assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors));
    assert.ok(text.includes('Fabrikam'));
    assert.equal(/192\.0\.2|example|export\.csv/.exec(text), null);
    assert.ok(!validate({ mailFlowBaseline: 2, period: null, insights: [] }));
  });

  it('is told from reports and other files', async () => {
    const report = reportJson(await reportOf({ A: 20 }));
    for (const json of [null, [], {}, report, { mailFlowBaseline: 2 }, { mailFlowBaseline: 1, period: 3 }]) {
      assert.throws(() => readBaseline(json), NoReport);
    }
  });

  it('leaves no line in the text that warns of what is known', async () => {
    const baseline = baselineOf(await reportOf({ Old: 20, Gone: 20 }));
    const report = await reportOf({ Old: 20, New: 20 });
    const text = reportText(report, { baseline: heldAgainst(baseline, report) });
    assert.match(text, /1 new, 0 worse, 1 known, 1 gone/);
    assert.match(text, /\n {2}known: inbound-partner-tls10: .*Old/);
    assert.match(text, /\n {2}gone: inbound-partner-tls10: Gone \(inbound\)/);
    const warned = text.split('\n').filter((line) => /:\d+:1: warning /.test(line));
    assert.ok(warned.length === 1 && warned[0]?.includes('From your partner - New'));
  });
});
