import assert from 'node:assert/strict';
import { readPeriod, usualPeriods } from '../../src/core/compare/comparedPeriods';

const data = { start: '2026-03-02', end: '2026-03-22' };

describe('periods to compare', () => {
  it('are weeks where there are two, the first week where there are three, and halves', () => {
    assert.deepEqual(usualPeriods(data), [
      {
        kind: 'lastWeeks',
        before: { start: '2026-03-09', end: '2026-03-15' },
        now: { start: '2026-03-16', end: '2026-03-22' },
      },
      {
        kind: 'firstWeek',
        before: { start: '2026-03-02', end: '2026-03-08' },
        now: { start: '2026-03-16', end: '2026-03-22' },
      },
      // Of an odd number of days the one in the middle is in neither half.
      {
        kind: 'halves',
        before: { start: '2026-03-02', end: '2026-03-11' },
        now: { start: '2026-03-13', end: '2026-03-22' },
      },
    ]);
    const kinds = (end: string) => usualPeriods({ ...data, end }).map(({ kind }) => kind);
    assert.deepEqual(kinds('2026-03-15'), ['lastWeeks', 'halves']);
    assert.deepEqual(kinds('2026-03-14'), ['halves']);
    assert.deepEqual(kinds('2026-03-03'), ['halves']);
    assert.deepEqual(kinds('2026-03-02'), []);
  });

  it('are read as two days of the data, however they are parted', () => {
    for (const text of ['2026-03-02 to 2026-03-08', ' 2026-03-02–2026-03-08', '2026-03-02,2026-03-08']) {
      assert.deepEqual(readPeriod(text, data), { start: '2026-03-02', end: '2026-03-08' });
    }
    for (const text of [
      '',
      '2026-03-02',
      '2026-03-08 to 2026-03-02',
      '2026-02-28 to 2026-03-08',
      '2026-03-02 to 2026-03-23',
      '2026-03-02 to 2026-03-32',
      '2026-03-02 2026-03-03 2026-03-04',
    ]) {
      assert.equal(readPeriod(text, data), undefined, text);
    }
  });
});
