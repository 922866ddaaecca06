import assert from 'node:assert/strict';
import type { AnalysisOptions } from '../../src/core/analyze';
import { customData, TRACE_HEADER, traceLine } from '../generate/traceRow';
import { reportOf, textInput } from './analyzing';
import type { ReportJson } from './reportContract';

interface Mail {
  readonly tls10?: number;
  readonly tls12?: number;
  readonly unknown?: number;
  readonly day?: string;
  readonly type?: string;
}

describe('an insight', () => {
  for (const [about, mail, severity] of [
    ['fires exactly at both thresholds', { tls10: 10, tls12: 990 }, 'warning'],
    ['is a near miss with one message too few', { tls10: 9, tls12: 11 }, 'information'],
    ['is a near miss with a share just below', { tls10: 10, tls12: 991 }, 'information'],
    ['is a near miss at exactly half of both', { tls10: 5, tls12: 995 }, 'information'],
    ['is none below half of the messages', { tls10: 4 }, undefined],
    ['is none below half of the share', { tls10: 5, tls12: 996 }, undefined],
    ['is none without the state', { tls12: 1000 }, undefined],
    ['does not count what is unknown', { tls10: 10, tls12: 990, unknown: 5000 }, 'warning'],
    ['is none where nothing is known', { unknown: 1000 }, undefined],
  ] as const) {
    it(about, async () => {
      const { insights } = await reportFor([mail]);
      assert.deepEqual(
        insights.filter(({ rule }) => rule === 'inbound-partner-tls10').map((insight) => insight.severity),
        severity === undefined ? [] : [severity],
      );
    });
  }

  it('states its share of the messages whose state is known', async () => {
    const [insight] = (await reportFor([{ tls10: 10, tls12: 30, unknown: 60 }])).insights;
    assert.equal(insight?.share, 0.25);
    assert.equal(insight?.messages, 10);
    assert.match(insight?.message ?? '', /10 of 40 messages/);
    assert.match(insight?.message ?? '', /1% and 10 messages/);
  });

  it('is of the rule for the type of its connector', async () => {
    for (const [type, rule] of [
      ['Partner', 'inbound-partner-tls10'],
      ['OnPremises', 'inbound-onpremises-tls10'],
      ['', 'inbound-unknown-tls10'],
    ] as const) {
      assert.deepEqual(
        (await reportFor([{ tls10: 20, type }])).insights.map((insight) => insight.rule),
        [rule],
      );
    }
  });

  it('keeps to the thresholds that are set', async () => {
    const mail = { tls10: 11, tls12: 989 };
    assert.equal(
      (await reportFor([mail], { thresholds: { share: 0.011, messages: 11 } })).insights[0]?.severity,
      'warning',
    );
    assert.equal(
      (await reportFor([mail], { thresholds: { share: 0.012, messages: 11 } })).insights[0]?.severity,
      'information',
    );
  });
});

describe('the period', () => {
  const days: readonly Mail[] = [
    { tls10: 20, day: '2026-02-20' },
    { tls12: 30, day: '2026-03-01' },
    { tls10: 1, tls12: 10, day: '2026-03-07' },
  ];

  it('is that of all data', async () => {
    const report = await reportFor(days);
    assert.deepEqual(report.period, { start: '2026-02-20', end: '2026-03-07' });
    assert.equal(report.directions.inbound.messages, 61);
    assert.equal(report.insights.length, 1);
  });

  it('is the seven days that end with the newest', async () => {
    const report = await reportFor(days, { lastWeek: true });
    assert.deepEqual(report.period, { start: '2026-03-01', end: '2026-03-07' });
    assert.equal(report.directions.inbound.messages, 41);
    assert.deepEqual(
      report.connectors[0]?.days.map((day) => day.date),
      ['2026-03-01', '2026-03-07'],
    );
    assert.equal(report.insights.length, 0);
  });

  it('is what is asked for', async () => {
    const report = await reportFor(days, { from: '2026-02-20', to: '2026-03-01' });
    assert.deepEqual(report.period, { start: '2026-02-20', end: '2026-03-01' });
    assert.deepEqual(report.connectors[0]?.tls, { 'tls1.0': 20, 'tls1.2': 30 });
    const open = await reportFor(days, { from: '2026-03-01' });
    assert.deepEqual(open.period, { start: '2026-03-01', end: '2026-03-07' });
  });

  it('does not end before it starts where it lies outside of the data', async () => {
    assert.deepEqual((await reportFor(days, { from: '2026-03-20' })).period, {
      start: '2026-03-20',
      end: '2026-03-20',
    });
    assert.deepEqual((await reportFor(days, { to: '2026-01-05' })).period, { start: '2026-01-05', end: '2026-01-05' });
  });

  it('does not change what a file is said to hold', async () => {
    const [all, one] = [await reportFor(days), await reportFor(days, { from: '2026-03-07' })];
    assert.deepEqual(one.files, all.files);
  });
});

/** A report of an Extended trace with inbound mail over one connector. */
function reportFor(mails: readonly Mail[], options: Partial<AnalysisOptions> = {}): Promise<ReportJson> {
  let id = 0;
  const lines = mails.flatMap(({ tls10 = 0, tls12 = 0, unknown = 0, day = '2026-03-02', type = 'Partner' }) =>
    [...Array(tls10).fill('1_0'), ...Array(tls12).fill('1_2'), ...Array(unknown).fill('')].map((version: string) =>
      traceLine({
        date_time_utc: `${day}T08:00:00.0000000Z`,
        source: 'SMTP',
        event_id: 'RECEIVE',
        network_message_id: String(id++),
        directionality: 'Incoming',
        custom_data: customData([
          ['InboundConnectorData', type === '' ? 'Name=Fabrikam' : `Name=Fabrikam;ConnectorType=${type}`],
          ['tlsversion', version === '' ? '' : `SP_PROT_TLS${version}_SERVER`],
        ]),
      }),
    ),
  );
  return reportOf([textInput(TRACE_HEADER + lines.join(''))], options);
}
