import assert from 'node:assert/strict';
import { parseIsoTime } from '../../src/core/reading/isoTime';
import { dayIn, decideOrder, readDate, type WrittenDate } from '../../src/core/reading/localDate';
import { parseCount, parsePercent } from '../../src/core/reading/localNumber';

describe('times', () => {
  it('are read in every form of ISO 8601 that exports use, as UTC', () => {
    const noon = Date.UTC(2026, 2, 2, 12);
    for (const text of [
      '2026-03-02T12:00:00Z',
      '2026-03-02T12:00:00.0000000Z',
      '2026-03-02 12:00:00',
      '2026-03-02T12:00:00.000',
      '2026-03-02T13:00:00+01:00',
      '2026-03-02T04:30:00-0730',
    ]) {
      assert.equal(parseIsoTime(text), noon, text);
    }
    assert.equal(parseIsoTime('2026-03-02T12:00:00.1239999Z'), noon + 123);
    assert.equal(parseIsoTime('2026-03-29T02:30:00Z'), Date.UTC(2026, 2, 29, 2, 30));
    assert.equal(parseIsoTime('2024-02-29T23:59:59Z'), Date.UTC(2024, 1, 29, 23, 59, 59));
  });

  it('are refused where there is no such time', () => {
    for (const text of [
      '',
      'yesterday',
      '2026-13-01T00:00:00Z',
      '2026-00-10T00:00:00Z',
      '2026-02-29T00:00:00Z',
      '2026-03-00T00:00:00Z',
      '2026-03-02T24:00:00Z',
      '2026-03-02T12:60:00Z',
      '2026-03-02T12:00:99Z',
      '2026-03-02',
      '1969-12-31T23:59:59Z',
      '1970-01-01T00:00:00+01:00',
      '2026-03-02T12:00:00Zx',
    ]) {
      assert.equal(parseIsoTime(text), undefined, text);
    }
  });
});

describe('dates without an order', () => {
  const days = (texts: readonly string[], preferred: 'monthFirst' | 'dayFirst'): (string | undefined)[] => {
    const dates = texts.map((text) => readDate(text) as WrittenDate);
    const { order } = decideOrder(dates, preferred);
    return dates.map((date) => {
      const day = dayIn(date, order);
      return day === undefined ? undefined : new Date(day * 86_400_000).toISOString().slice(0, 10);
    });
  };

  it('are told by any part above 12', () => {
    assert.deepEqual(days(['3/2/2026', '3/13/2026'], 'dayFirst'), ['2026-03-02', '2026-03-13']);
    assert.deepEqual(days(['02.03.2026', '13.03.2026 10:00'], 'monthFirst'), ['2026-03-02', '2026-03-13']);
  });

  it('else by the shorter span, then by the setting', () => {
    assert.deepEqual(days(['3/2/2026', '3/3/2026', '3/4/2026'], 'dayFirst'), [
      '2026-03-02',
      '2026-03-03',
      '2026-03-04',
    ]);
    assert.deepEqual(days(['2/3/2026', '3/3/2026', '4/3/2026'], 'monthFirst'), [
      '2026-03-02',
      '2026-03-03',
      '2026-03-04',
    ]);
    assert.deepEqual(days(['2/3/2026'], 'dayFirst'), ['2026-03-02']);
    assert.deepEqual(days(['2/3/2026'], 'monthFirst'), ['2026-02-03']);
  });

  it('are told by the year where it comes first', () => {
    assert.deepEqual(days(['2026/3/2', '2026-03-04', '2026-03-05T23:59:59Z'], 'monthFirst'), [
      '2026-03-02',
      '2026-03-04',
      '2026-03-05',
    ]);
    assert.equal(readDate('2026-02-30'), undefined);
    assert.equal(readDate('last week'), undefined);
  });
});

describe('numbers', () => {
  it('are read in any locale', () => {
    for (const text of ['5000', '5,000', '5.000', '5 000', '5\u00a0000', '5\u202f000', "5'000", ' 5000 ']) {
      assert.equal(parseCount(text), 5000, text);
    }
    assert.equal(parseCount('1,234,567'), 1_234_567);
    for (const text of ['', '-1', '5,00', '5000.5', 'many', '1e3']) {
      assert.equal(parseCount(text), undefined, text);
    }
  });

  it('are read as percentages in any form', () => {
    for (const text of ['59.26', '59.26%', '59,26 %', '59,26\u00a0%', '59.26 %']) {
      assert.equal(parsePercent(text), 59.26, text);
    }
    assert.equal(parsePercent(''), 0);
    assert.equal(parsePercent('100'), 100);
    assert.equal(parsePercent('most'), undefined);
  });
});
