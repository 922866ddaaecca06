import assert from 'node:assert/strict';
import { DEFAULT_CHOICES, type ReportChoices } from '../../src/protocol/choices';
import { defaultPeriod, periodProblem, selectionOf } from '../../webview/choices';
import { connector, day, report } from './samples';

const quarter = report(
  connector([day('2026-01-01', [0, 0, 0, 0, 0, 1, 0, 0]), day('2026-03-08', [0, 0, 0, 0, 0, 1, 0, 0])]),
);
const lastWeek = { start: '2026-03-02', end: '2026-03-08' };
const shown = (more: Partial<ReportChoices>) => selectionOf({ ...DEFAULT_CHOICES, ...more }, quarter);

describe('what is shown of a report', () => {
  it('starts with all mail flow of the last week', () => {
    assert.deepEqual(shown({}), {
      viewBy: 'mailFlow',
      showDataFor: 'all',
      period: lastWeek,
      isUsualPeriod: true,
      filter: { direction: null, types: [], tls: [] },
      search: '',
    });
  });

  it('is what was chosen', () => {
    const period = { start: '2026-01-01', end: '2026-01-31' };
    const filter = { direction: 'inbound', types: ['Partner'], tls: ['tls1.0'] } as const;
    assert.deepEqual(shown({ viewBy: 'tlsUsage', showDataFor: 'inbound:named:contoso', period, ...filter }), {
      viewBy: 'tlsUsage',
      showDataFor: 'inbound:named:contoso',
      period,
      isUsualPeriod: false,
      filter,
      search: '',
    });
    assert.equal(shown({ period: lastWeek })?.isUsualPeriod, true);
  });

  it('does not start before the data', () => {
    const short = report(
      connector([day('2026-03-06', [0, 0, 0, 0, 0, 1, 0, 0]), day('2026-03-08', [0, 0, 0, 0, 0, 1, 0, 0])]),
    );
    assert.deepEqual(defaultPeriod(short), { start: '2026-03-06', end: '2026-03-08' });
  });

  it('is nothing where nothing was counted', () => {
    assert.equal(selectionOf(DEFAULT_CHOICES, report()), null);
  });

  it('falls back where a choice no longer fits', () => {
    const stale = shown({ showDataFor: 'inbound:named:gone', period: { start: '2025-01-01', end: '2025-01-02' } });
    assert.deepEqual([stale?.showDataFor, stale?.period], ['all', lastWeek]);
  });

  it('names what is wrong with two dates', () => {
    const data = { start: '2026-01-01', end: '2026-03-08' };
    assert.equal(periodProblem(data, data), null);
    assert.equal(periodProblem({ start: '', end: '2026-03-08' }, data), 'empty');
    assert.equal(periodProblem({ start: '2026-02-30', end: '2026-03-08' }, data), 'empty');
    assert.equal(periodProblem({ start: '2026-03-08', end: '2026-03-07' }, data), 'order');
    assert.equal(periodProblem({ start: '2025-12-31', end: '2026-03-07' }, data), 'outside');
  });
});
