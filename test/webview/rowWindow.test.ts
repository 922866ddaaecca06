import assert from 'node:assert/strict';
import { MARGIN, rowWindow } from '../../webview/details/rowWindow';

describe('the window of drawn rows', () => {
  it('covers what is seen, wherever the table is scrolled to', () => {
    for (const scrollTop of [0, 1, 27, 28, 5000, 559_000, 560_000, 9_999_999]) {
      const { first, end } = rowWindow(20_000, 28, scrollTop, 560, MARGIN);
      const top = Math.min(scrollTop, 20_000 * 28 - 560);
      assert.ok(first * 28 <= top, 'the first seen row is drawn');
      assert.ok(end * 28 >= Math.min(20_000 * 28, top + 560), 'the last seen row is drawn');
      assert.ok(first >= 0 && end <= 20_000 && end - first < 66, 'few rows are drawn');
    }
  });

  it('has nothing beyond what is seen where no margin is asked for', () => {
    assert.deepEqual(rowWindow(20_000, 28, 0, 560, 0), { first: 0, end: 24 });
    assert.deepEqual(rowWindow(20_000, 28, 100 * 28, 560, 0), { first: 100, end: 124 });
  });

  it('stays the same for most steps of scrolling', () => {
    const windows = Array.from({ length: 1000 }, (_, pixel) => rowWindow(20_000, 28, 100_000 + pixel, 560, MARGIN));
    assert.ok(new Set(windows.map(({ first, end }) => `${first} ${end}`)).size < 12);
  });

  it('draws all of a short table, and nothing of an empty one', () => {
    assert.deepEqual(rowWindow(3, 28, 0, 560, MARGIN), { first: 0, end: 3 });
    assert.deepEqual(rowWindow(0, 28, 100, 560, MARGIN), { first: 0, end: 0 });
  });
});
