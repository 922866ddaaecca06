import assert from 'node:assert/strict';
import Papa from 'papaparse';
import { compare } from '../../src/core/compare/compare';
import { comparisonMarkdown } from '../../src/core/compare/comparisonMarkdown';
import { NoReport, readSnapshot } from '../../src/core/compare/snapshot';
import type { Change } from '../../src/core/report/change';
import { ENGLISH_WORDING } from '../../src/core/report/wording';
import { customData, TRACE_HEADER, traceLine } from '../generate/traceRow';
import { reportOf, textInput } from './analyzing';

/** Messages by connector, day and version. */
type Mail = readonly (readonly [connector: string, day: string, version: string, count: number])[];

function traceOf(mails: Mail): string {
  let id = 0;
  const rows = mails.flatMap(([connector, day, version, count]) =>
    Array.from({ length: count }, () =>
      traceLine({
        date_time_utc: `${day}T08:00:00.0000000Z`,
        source: 'SMTP',
        event_id: 'RECEIVE',
        network_message_id: String(id++),
        directionality: 'Incoming',
        custom_data: customData([
          ['InboundConnectorData', `Name=${connector};ConnectorType=Partner`],
          ['tlsversion', version],
        ]),
      }),
    ),
  );
  return TRACE_HEADER + rows.join('');
}

const snapshotOf = async (mails: Mail) => readSnapshot(await reportOf([textInput(traceOf(mails))]));

describe('a comparison of two reports', () => {
  const BEFORE: Mail = [
    ['Better', '2026-03-01', 'TLS1_0', 20],
    ['Better', '2026-03-01', 'TLS1_2', 80],
    ['Worse', '2026-03-01', 'TLS1_2', 50],
    ['Same', '2026-03-01', 'TLS1_2', 1000],
    ['Gone', '2026-03-01', 'TLS1_2', 5],
    ['Untold', '2026-03-01', '', 5],
  ];
  const NOW: Mail = [
    ['BETTER', '2026-03-09', 'TLS1_2', 90],
    ['Worse', '2026-03-09', 'TLS1_0', 30],
    ['Worse', '2026-03-09', 'TLS1_2', 20],
    ['Same', '2026-03-09', 'TLS1_2', 1000],
    ['Same', '2026-03-09', 'TLS1_0', 4],
    ['New', '2026-03-09', 'TLS1_2', 7],
    ['Untold', '2026-03-09', 'TLS1_2', 5],
  ];

  it('says of each connector what became of it', async () => {
    const { connectors, directions } = compare(await snapshotOf(BEFORE), await snapshotOf(NOW));
    const changes = Object.fromEntries(connectors.map(({ connector, change }) => [connector?.name, change]));
    const expected: Record<string, Change> = {
      Worse: 'worse',
      New: 'appeared',
      BETTER: 'improved',
      Gone: 'disappeared',
      Untold: 'untold',
      Same: 'same',
    };
    assert.deepEqual(changes, expected);
    assert.deepEqual(Object.keys(changes), Object.keys(expected), 'what got worse comes first');
    assert.deepEqual(
      directions.map(({ before, now }) => [before.reduce((a, b) => a + b, 0), now.reduce((a, b) => a + b, 0)]),
      [
        [1160, 1156],
        [0, 0],
      ],
    );
  });

  it('takes exactly one percentage point for a change', async () => {
    const of = (weak: number): Mail => [
      ['A', '2026-03-01', 'TLS1_0', weak],
      ['A', '2026-03-01', 'TLS1_2', 100 - weak],
    ];
    const change = async (before: number, now: number) =>
      compare(await snapshotOf(of(before)), await snapshotOf(of(now))).connectors[0]?.change;
    assert.deepEqual([await change(20, 21), await change(21, 20), await change(20, 20)], ['worse', 'improved', 'same']);
  });

  it('says of each insight whether it is new, gone or still there', async () => {
    const { insights } = compare(await snapshotOf(BEFORE), await snapshotOf(NOW));
    const partner = insights.filter(({ before, now }) => (now ?? before)?.rule === 'inbound-partner-tls10');
    assert.deepEqual(
      partner.map(({ before, now }) => [before?.messages ?? null, now?.messages ?? null, (now ?? before)?.connector]),
      [
        [null, 30, 'Worse'],
        [20, null, 'Better'],
      ],
    );
  });

  it('compares two periods of one report like two reports', async () => {
    const both = await reportOf([textInput(traceOf([...BEFORE, ...NOW]))]);
    const [first, second] = [
      readSnapshot(both, { start: '2026-03-01', end: '2026-03-02' }),
      readSnapshot(both, { start: '2026-03-08', end: '2026-03-09' }),
    ];
    const bare = (change: ReturnType<typeof compare>) =>
      change.connectors.map(({ connector, ...rest }) => ({ ...rest, name: connector?.name?.toLowerCase() }));
    assert.deepEqual(bare(compare(first, second)), bare(compare(await snapshotOf(BEFORE), await snapshotOf(NOW))));
  });

  it('is a Markdown table in which names stay text', async () => {
    const mails: Mail = [['<b>|x|</b> `y` [z](w)', '2026-03-01', 'TLS1_2', 3]];
    const text = comparisonMarkdown(compare(await snapshotOf([]), await snapshotOf(mails)), ENGLISH_WORDING, 'en');
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    for (const row of rows) {
      const { data } = Papa.parse<string[]>(row.replaceAll('\\|', ''), { delimiter: '|' });
      assert.equal(data[0]?.length, 8, row);
    }
    assert.ok(!/(^|[^\\])</.test(text) && text.includes('&lt;b&gt;'));
  });

  it('refuses what is no report', () => {
    for (const json of [null, [], {}, { version: 2 }, { version: 1, period: null, connectors: [{}], insights: [] }]) {
      assert.throws(() => readSnapshot(json), NoReport);
    }
  });
});
