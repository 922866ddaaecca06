import assert from 'node:assert/strict';
import { groupByConnector, sumRows } from '../../src/core/report/connectorGroups';
import {
  connectorReport,
  keyOf,
  NO_FILTER,
  type ReportFilter,
  volumesPerDay,
} from '../../src/core/report/connectorReport';
import { runsOf, togetherOf } from '../../src/core/report/dayVolume';
import { daysWithin, directionFigures, lastWeek, protectedPerDay } from '../../src/core/report/figures';
import { connector, day, report } from '../webview/samples';

/** none, SSL 3.0, version not told, 1.0, 1.1, 1.2, 1.3, unknown */
const contoso = connector([
  day('2026-03-06', [0, 0, 0, 5, 0, 95, 0, 0], { forcedTls: true }),
  day('2026-03-07', [0, 0, 0, 0, 0, 80, 20, 0], { forcedTls: false }),
  day('2026-03-08', [4, 0, 0, 0, 0, 96, 0, 10]),
]);
const datacenter = connector([day('2026-03-08', [0, 0, 0, 7, 0, 3, 0, 0], { approximate: true })], {
  name: 'Datacenter',
  type: 'OnPremises',
});
const internet = connector([day('2026-03-07', [1, 0, 0, 0, 0, 9, 0, 0])], {
  direction: 'outbound',
  name: null,
  type: 'NoConnector',
});
const all = [contoso, datacenter, internet];
const period = { start: '2026-03-06', end: '2026-03-08' };
const shown = (filter: Partial<ReportFilter>, showDataFor = 'all', days = period) =>
  connectorReport(all, showDataFor, days, { ...NO_FILTER, ...filter }).rows.map(
    (row) => `${row.connector.name} ${row.date.slice(-1)} ${row.volume}`,
  );

describe('a selection of the Connector report', () => {
  it('takes everything where nothing is asked for, newest day first, then the largest', () => {
    assert.deepEqual(shown({}), ['Contoso 8 110', 'Datacenter 8 10', 'Contoso 7 100', 'null 7 10', 'Contoso 6 100']);
  });

  it('takes one direction, and connectors of some types', () => {
    assert.deepEqual(shown({ direction: 'outbound' }), ['null 7 10']);
    assert.deepEqual(shown({ types: ['OnPremises', 'NoConnector'] }), ['Datacenter 8 10', 'null 7 10']);
  });

  it('takes connector-days that have messages of a TLS version, and leaves their figures whole', () => {
    assert.deepEqual(shown({ tls: ['tls1.0'] }), ['Datacenter 8 10', 'Contoso 6 100']);
    assert.deepEqual(shown({ tls: ['none', 'tls1.3'] }), ['Contoso 8 110', 'Contoso 7 100', 'null 7 10']);
    assert.deepEqual(shown({ tls: ['unknown'] }), ['Contoso 8 110']);
    assert.deepEqual(shown({ tls: ['ssl3.0'] }), []);
    const { tls, messages } = connectorReport(all, 'all', period, { ...NO_FILTER, tls: ['tls1.0'] });
    assert.deepEqual(tls, [0, 0, 0, 12, 0, 98, 0, 0]);
    assert.equal(messages, 110);
  });

  it('meets everything that is asked for', () => {
    assert.deepEqual(shown({ direction: 'inbound', types: ['Partner'], tls: ['tls1.0'] }), ['Contoso 6 100']);
    assert.deepEqual(shown({ direction: 'inbound', types: ['NoConnector'] }), []);
    assert.deepEqual(shown({ tls: ['tls1.0'] }, keyOf(contoso), { start: '2026-03-07', end: '2026-03-08' }), []);
    assert.deepEqual(shown({ direction: 'outbound' }, keyOf(contoso)), []);
  });

  it('draws only what it takes, day by day', () => {
    const report = connectorReport(all, 'all', period, { ...NO_FILTER, direction: 'inbound' });
    assert.deepEqual(
      report.series.map((one) => [one.connector?.name ?? null, ...one.volumes]),
      [
        [null, 100, 100, 120],
        ['Contoso', 100, 100, 110],
        ['Datacenter', 0, 0, 10],
      ],
    );
    assert.deepEqual(report.tlsPerDay, [
      [0, 0, 0, 5, 0, 95, 0, 0],
      [0, 0, 0, 0, 0, 80, 20, 0],
      [4, 0, 0, 7, 0, 99, 0, 10],
    ]);
    assert.equal(report.approximate, true);
  });

  it('has days without messages among the others', () => {
    const wide = { start: '2026-03-05', end: '2026-03-09' };
    assert.deepEqual(volumesPerDay(all, 'all', wide), [0, 100, 110, 120, 0]);
    assert.deepEqual(volumesPerDay(all, keyOf(internet), wide), [0, 0, 10, 0, 0]);
    assert.deepEqual(connectorReport(all, 'all', wide).series[0]?.volumes, volumesPerDay(all, 'all', wide));
  });

  it('tells days that a TLS filter leaves out from days without messages', () => {
    const wide = { start: '2026-03-05', end: '2026-03-09' };
    const filter: ReportFilter = { ...NO_FILTER, tls: ['tls1.0'] };
    const untold = connector(
      [day('2026-03-05', [0, 0, 0, 0, 0, 0, 0, 9]), day('2026-03-07', [0, 0, 0, 0, 0, 0, 0, 4])],
      {
        name: 'Relay',
        type: 'Unknown',
      },
    );
    const report = connectorReport([...all, untold], 'all', wide, filter);
    assert.deepEqual(
      report.series.map((one) => [one.connector?.name ?? null, ...one.volumes]),
      [
        [null, 'notTold', 100, 'leftOut', 10, 0],
        ['Contoso', 0, 100, 'leftOut', 'leftOut', 0],
        ['Datacenter', 0, 0, 0, 10, 0],
        [null, 0, 0, 'leftOut', 0, 0],
        ['Relay', 'notTold', 0, 'notTold', 0, 0],
      ],
    );
    assert.deepEqual(report.series[0]?.volumes, volumesPerDay([...all, untold], 'all', wide, filter));
    const asUnknown = connectorReport([untold], 'all', wide, { ...NO_FILTER, tls: ['unknown'] });
    assert.deepEqual(asUnknown.series[1]?.volumes, [9, 0, 4, 0, 0]);
  });
});

describe('messages of a day', () => {
  it('together are what is shown of them; of nothing else why not', () => {
    assert.equal(togetherOf([]), 0);
    assert.equal(togetherOf([3, 0, 'leftOut', 4]), 7);
    assert.equal(togetherOf([0, 'leftOut', 'notTold']), 'leftOut');
    assert.equal(togetherOf([0, 'notTold']), 'notTold');
  });

  it('are drawn in runs, which days that are left out part', () => {
    assert.deepEqual(runsOf(['leftOut', 1, 2, 'notTold', 0, 'leftOut']), [
      { first: 1, last: 2 },
      { first: 4, last: 4 },
    ]);
    assert.deepEqual(runsOf([]), []);
  });
});

describe('rows of the Connector report', () => {
  const { rows } = connectorReport(all, 'all', period);

  it('add up', () => {
    assert.deepEqual(sumRows(rows), { tls: [5, 0, 0, 12, 0, 283, 20, 10], volume: 330, approximate: true });
    assert.deepEqual(sumRows([]), { tls: [0, 0, 0, 0, 0, 0, 0, 0], volume: 0, approximate: false });
  });

  it('are grouped by connector, with Forced TLS of the newest day that tells', () => {
    const groups = groupByConnector(rows);
    assert.deepEqual(
      groups.map(({ connector: { name }, rows: own, volume, first, last, forcedTls }) => [
        name,
        own.length,
        volume,
        first,
        last,
        forcedTls,
      ]),
      [
        ['Contoso', 3, 310, '2026-03-06', '2026-03-08', false],
        ['Datacenter', 1, 10, '2026-03-08', '2026-03-08', null],
        [null, 1, 10, '2026-03-07', '2026-03-07', null],
      ],
    );
    assert.deepEqual(groups[0]?.tls, [4, 0, 0, 5, 0, 271, 20, 10]);
    assert.equal(groups[1]?.approximate, true);
  });
});

describe("a connector's days", () => {
  const dates = (start: string, end: string) => daysWithin(contoso.days, { start, end }).map(({ date }) => date);

  it('lie in a period from its first day to its last, also where there are none at its ends', () => {
    assert.deepEqual(dates('2026-03-07', '2026-03-07'), ['2026-03-07']);
    assert.deepEqual(dates('2026-01-01', '2026-03-07'), ['2026-03-06', '2026-03-07']);
    assert.deepEqual(dates('2026-03-07', '2026-12-31'), ['2026-03-07', '2026-03-08']);
    assert.deepEqual(dates('2026-03-09', '2026-12-31'), []);
    assert.deepEqual(dates('2026-01-01', '2026-03-05'), []);
    assert.deepEqual(dates('2026-01-01', '2026-12-31'), ['2026-03-06', '2026-03-07', '2026-03-08']);
  });

  it('are summed over a direction as far as they lie in the period, and all of them without one', () => {
    assert.equal(directionFigures(all, 'inbound', { start: '2026-03-07', end: '2026-03-08' }).messages, 220);
    assert.equal(directionFigures(all, 'inbound', null).messages, 320);
  });

  it('end with the newest one that has a message', () => {
    const untold = connector([
      day('2026-03-05', [0, 0, 0, 0, 0, 1, 0, 0]),
      day('2026-03-09', [0, 0, 0, 0, 0, 0, 0, 0]),
    ]);
    assert.deepEqual(lastWeek(report(untold)), { start: '2026-02-27', end: '2026-03-05' });
    assert.deepEqual(lastWeek(report(untold, contoso)), { start: '2026-03-02', end: '2026-03-08' });
    assert.equal(lastWeek(report(connector([]))), null);
  });
});

describe('the protected share per day', () => {
  it('is over all connectors of the direction, and says where nothing is known', () => {
    const days = protectedPerDay([...all, connector([day('2026-03-05', [0, 0, 0, 0, 0, 0, 0, 9])])], 'inbound', {
      start: '2026-03-04',
      end: '2026-03-08',
    });
    assert.deepEqual(days, [
      { date: '2026-03-04', known: 0, protected: 0 },
      { date: '2026-03-05', known: 0, protected: 0 },
      { date: '2026-03-06', known: 100, protected: 100 },
      { date: '2026-03-07', known: 100, protected: 100 },
      { date: '2026-03-08', known: 110, protected: 106 },
    ]);
  });
});
