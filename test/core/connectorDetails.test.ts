import assert from 'node:assert/strict';
import { reportOf, textInput } from './analyzing';
import type { ReportJson } from './reportContract';

const NAME = 'Connector direction and name';

describe('the Connector report’s details table', () => {
  for (const titles of [
    ['No TLS', 'TLS 1.0', 'TLS 1.1', 'TLS 1.2', 'TLS 1.3'],
    ['No TLS (%)', 'TLS 1.0 (%)', 'TLS 1.1 (%)', 'TLS 1.2 (%)', 'TLS 1.3 (%)'],
    ['NoTLS', 'TLS1.0%', 'TLS1_1', '(Most secure) TLS 1.2', 'tls 1.3'],
  ]) {
    it(`knows the columns ${titles.join(', ')}`, async () => {
      const report = await details([`2026-03-02,From your org - HQ,OnPremises,True,10,20,30,15,25,100`], titles);
      assert.deepEqual(report.connectors[0]?.tls, { none: 10, 'tls1.0': 20, 'tls1.1': 30, 'tls1.2': 15, 'tls1.3': 25 });
    });
  }

  it('knows connectors by Microsoft’s words', async () => {
    const names = [
      ['From the internet without a connector', 'inbound', null, 'NoConnector'],
      ['To the internet without connector', 'outbound', null, 'NoConnector'],
      ['From your partner - TESTING GMAIL CONNECTOR', 'inbound', 'TESTING GMAIL CONNECTOR', 'Partner'],
      ['from your org - Contoso Corp - Connector', 'inbound', 'Contoso Corp - Connector', 'OnPremises'],
      ['To your partner - x', 'outbound', 'x', 'Partner'],
      ['To your org - x - y', 'outbound', 'x - y', 'OnPremises'],
    ] as const;
    const report = await details(names.map(([text]) => `2026-03-02,${text},,,0,0,0,100,0,1`));
    const found = report.connectors.map(({ direction, name, type }) => [direction, name, type].join());
    assert.deepEqual(found.toSorted(), names.map(([, ...rest]) => rest.join()).toSorted());
  });

  it('does not let an impossible date decide the order of day and month', async () => {
    const rows = ['31/31/2026', '3/2/2026', '3/13/2026'].map((date) => `${date},From your org - HQ,,,0,0,0,100,0,1`);
    for (const order of [rows, rows.toReversed()]) {
      const report = await details(order);
      assert.deepEqual(report.period, { start: '2026-03-02', end: '2026-03-13' });
      assert.equal(report.files[0]?.used, 2);
    }
  });

  it('reports two rows of a day that differ in their TLS versions only', async () => {
    const report = await details([
      '2026-03-02,From your org - HQ,,,100,0,0,0,0,50',
      '2026-03-02,From your org - HQ,,,0,0,0,100,0,50',
    ]);
    assert.deepEqual(
      report.files[0]?.problems.map(({ line, reason }) => ({ line, reason })),
      [{ line: 3, reason: 'differingRow' }],
    );
    assert.deepEqual(report.files[0]?.leftOut, { duplicateRow: 1 });
  });

  it('keeps the first hundred problems of very many', async () => {
    const started = Date.now();
    const report = await details(
      Array.from({ length: 40_000 }, (_, n) => `2026-03-02,From your org - HQ,,,0,0,0,100,0,${n}`),
    );
    assert.deepEqual([report.files[0]?.problems.length, report.files[0]?.problemCount], [100, 39_999]);
    assert.ok(Date.now() - started < 5000);
  });

  it('says which order of day and month it took where none tells', async () => {
    const report = await details(['3/2/2026,From your org - HQ,OnPremises,,0,0,0,100,0,1']);
    assert.deepEqual(
      report.connectors[0]?.days.map((day) => day.date),
      ['2026-03-02'],
    );
    assert.deepEqual(
      report.files[0]?.problems.map(({ line, reason }) => ({ line, reason })),
      [{ line: 0, reason: 'dateOrderGuessed' }],
    );
  });

  it('marks everything that it tells as approximate', async () => {
    const report = await details(['2026-03-02,From your partner - P,Partner,,0,50,0,50,0,100']);
    assert.ok(report.directions.inbound.approximate);
    assert.ok(!report.directions.outbound.approximate);
    assert.ok(report.connectors[0]?.approximate && report.connectors[0].days[0]?.approximate);
    assert.match(report.insights[0]?.message ?? '', /about 50 of 100 .*rounded percentages/);
  });

  it('takes Forced TLS of the newest day that tells it', async () => {
    const report = await details([
      '2026-03-04,From your org - HQ,OnPremises,,0,0,0,100,0,1',
      '2026-03-03,From your org - HQ,OnPremises,False,0,0,0,100,0,1',
      '2026-03-02,From your org - HQ,OnPremises,True,0,0,0,100,0,1',
    ]);
    assert.equal(report.connectors[0]?.forcedTls, false);
  });
});

function details(
  rows: readonly string[],
  titles = ['No TLS', 'TLS 1.0', 'TLS 1.1', 'TLS 1.2', 'TLS 1.3'],
): Promise<ReportJson> {
  const header = ['Date', NAME, 'Connector type', 'Forced TLS?', ...titles, 'Volume'].join(',');
  return reportOf([textInput(`${[header, ...rows].join('\r\n')}\r\n`)]);
}
