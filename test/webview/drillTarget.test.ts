import assert from 'node:assert/strict';
import { groupByConnector, sumRows } from '../../src/core/report/connectorGroups';
import { connectorReport } from '../../src/core/report/connectorReport';
import type { Insight } from '../../src/core/report/report';
import { drillTarget, leadsToHosts } from '../../webview/details/drillTarget';
import { placeOfInsight } from '../../webview/drillDown/placeOfInsight';
import { connector, day, report } from './samples';

const contoso = connector([day('2026-03-06', [0, 0, 0, 3, 0, 90, 0, 0]), day('2026-03-08', [0, 0, 0, 0, 2, 1, 0, 0])]);
const period = { start: '2026-03-02', end: '2026-03-08' };
const { rows } = connectorReport(report(contoso).connectors, 'all', period);
const [newest, oldest] = rows;
const nobody = { host: null, sender: null };

describe('where a cell of the details table leads', () => {
  assert.ok(newest !== undefined && oldest !== undefined);

  it('is to the hosts of the messages it counts: of a day, of a connector, of all', () => {
    const key = 'inbound:named:contoso';
    const days = { start: '2026-03-06', end: '2026-03-06' };
    assert.deepEqual(drillTarget(oldest, 'tls1.0', period), { connector: key, tls: 'tls1.0', period: days, ...nobody });
    assert.deepEqual(drillTarget(oldest, 'connector', period), { connector: key, tls: null, period: days, ...nobody });
    const [group] = groupByConnector(rows);
    assert.ok(group !== undefined);
    const span = { start: '2026-03-06', end: '2026-03-08' };
    assert.deepEqual(drillTarget(group, 'tls1.1', period), { connector: key, tls: 'tls1.1', period: span, ...nobody });
    const total = { ...sumRows(rows), rowCount: 2 };
    assert.deepEqual(drillTarget(total, 'tls1.2', period), { connector: null, tls: 'tls1.2', period, ...nobody });
  });

  it('is nowhere where nothing is counted, and from other columns', () => {
    assert.equal(drillTarget(newest, 'tls1.0', period), null);
    assert.equal(leadsToHosts(newest, 'volume'), false);
    assert.equal(leadsToHosts(newest, 'date'), false);
    assert.equal(leadsToHosts({ ...sumRows(rows), rowCount: 2 }, 'connector'), false);
  });
});

describe('where an insight leads', () => {
  const insight = (rule: Insight['rule']) => placeOfInsight({ rule, period } as Insight, contoso);

  it('is to the state that its rule is about, in the days that it looked at', () => {
    const key = 'inbound:named:contoso';
    assert.deepEqual(insight('inbound-partner-tls10'), { connector: key, tls: 'tls1.0', period, ...nobody });
    assert.equal(insight('outbound-old-tls').tls, 'tls1.0');
    assert.equal(insight('weak-cipher').tls, null);
    assert.equal(insight('connector-without-tls').tls, null, 'no such message');
  });
});
