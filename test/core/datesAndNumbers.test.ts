import assert from 'node:assert/strict';
import { parseIsoTime } from '../../src/core/reading/isoTime';
import { DateColumn, type DateOrder, dayIn, decideOrder, readTime } from '../../src/core/reading/localDate';
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
  const decide = (texts: readonly string[], preferred: DateOrder): ReturnType<typeof decideOrder> | undefined => {
    const column = new DateColumn();
    for (const text of texts) {
      column.add(readTime(text)?.day ?? Number.NaN);
    }
    return column.evidence === undefined ? undefined : decideOrder(column.evidence, preferred);
  };
  const days = (texts: readonly string[], preferred: DateOrder): (string | undefined)[] => {
    const order = decide(texts, preferred)?.order ?? preferred;
    return texts.map((text) => {
      const day = dayIn(readTime(text)?.day ?? Number.NaN, order);
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
    assert.equal(readTime('2026-02-30'), undefined);
    assert.equal(readTime('last week'), undefined);
  });
});

describe('times as cultures write them', () => {
  const AFTERNOON = ((16 * 60 + 59) * 60 + 26) * 1000;

  it('are read with either clock', () => {
    for (const text of [
      '7/30/2020 4:59:26 PM',
      '7/30/2020 4:59:26\u202fPM',
      '30.07.2020 16:59:26',
      '30/07/2020 16.59.26',
      '30. 7. 2020 16:59:26',
      '30-07-2020 16:59:26',
      '30/7/2020 4:59:26 p. m.',
      '30/7/2020 4:59:26 μμ',
      '2020/07/30 16:59:26',
      '2020. 07. 30. 16:59:26',
      '2020/7/30 下午 4:59:26',
      '2020-07-30T16:59:26.0000000Z',
      '\u200e30/07/2020 16:59:26',
      '/Date(1596128366000)/',
    ]) {
      const time = readTime(text);
      assert.equal(time?.millisecond, AFTERNOON, text);
      const day = dayIn(time?.day ?? Number.NaN, text.startsWith('7') ? 'monthFirst' : 'dayFirst');
      assert.equal(day, Date.UTC(2020, 6, 30) / 86_400_000, text);
    }
    assert.equal(readTime('7/30/2020 12:00:01 AM')?.millisecond, 1000);
    assert.equal(readTime('7/30/2020 12:00:01 PM')?.millisecond, 12 * 3_600_000 + 1000);
    assert.equal(readTime('7/30/2020')?.millisecond, 0);
  });

  it('are refused where there is no such time', () => {
    for (const text of [
      '30/30/2020',
      '1/1/1969',
      '1/1/0001 12:00:00 AM',
      '7/30/2020 25:00',
      '7/30/2020 noon',
      '30.07',
      '2020-13-01 10:00',
    ]) {
      assert.equal(readTime(text), undefined, text);
    }
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
