import assert from 'node:assert/strict';
import { DEFAULT_CHOICES, defaultPeriod, periodProblem, restoreChoices, selectionOf } from '../../webview/choices';
import { connector, day, report } from './samples';

const quarter = report(
  connector([day('2026-01-01', [0, 0, 0, 0, 0, 1, 0, 0]), day('2026-03-08', [0, 0, 0, 0, 0, 1, 0, 0])]),
);
const lastWeek = { start: '2026-03-02', end: '2026-03-08' };

describe('what the reader chose', () => {
  it('starts with all mail flow of the last week', () => {
    assert.deepEqual(selectionOf(DEFAULT_CHOICES, quarter), {
      viewBy: 'mailFlow',
      showDataFor: 'all',
      period: lastWeek,
    });
  });

  it('does not start before the data', () => {
    const short = report(
      connector([day('2026-03-06', [0, 0, 0, 0, 0, 1, 0, 0]), day('2026-03-08', [0, 0, 0, 0, 0, 1, 0, 0])]),
    );
    assert.deepEqual(defaultPeriod(short), { start: '2026-03-06', end: '2026-03-08' });
  });

  it('shows nothing where nothing was counted', () => {
    assert.equal(selectionOf(DEFAULT_CHOICES, report()), null);
  });

  it('is restored', () => {
    const choices = {
      viewBy: 'tlsUsage',
      showDataFor: 'inbound:named:contoso',
      period: { start: '2026-01-01', end: '2026-01-31' },
      sort: { column: 'tls1.0', descending: false },
      search: 'contoso 03-08',
      flyoutOpen: true,
    } as const;
    assert.deepEqual(restoreChoices(JSON.parse(JSON.stringify(choices))), choices);
    assert.deepEqual(selectionOf(choices, quarter), {
      viewBy: 'tlsUsage',
      showDataFor: 'inbound:named:contoso',
      period: choices.period,
    });
  });

  it('falls back where it no longer fits', () => {
    const stale = {
      ...DEFAULT_CHOICES,
      showDataFor: 'inbound:named:gone',
      period: { start: '2025-01-01', end: '2025-01-02' },
    };
    assert.deepEqual(selectionOf(stale, quarter), { viewBy: 'mailFlow', showDataFor: 'all', period: lastWeek });
  });

  it('falls back where what was remembered is nonsense', () => {
    for (const saved of [
      undefined,
      null,
      7,
      'x',
      [],
      { period: 3, sort: 'date', viewBy: 'pie', showDataFor: {} },
      { sort: { column: 'x' } },
      { search: 3 },
      { search: 'x'.repeat(201) },
    ]) {
      assert.deepEqual(restoreChoices(saved), DEFAULT_CHOICES);
    }
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
