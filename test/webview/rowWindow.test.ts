import assert from 'node:assert/strict';
import { rowWindow } from '../../webview/components/rowWindow';

describe('the window of drawn rows', () => {
  it('keeps the table’s height and covers what is seen, wherever it is scrolled to', () => {
    for (const scrollTop of [0, 1, 27, 28, 5000, 559_000, 560_000, 9_999_999]) {
      const view = rowWindow(20_000, 28, scrollTop, 560);
      assert.equal(view.before + (view.end - view.first) * 28 + view.after, 20_000 * 28);
      const top = Math.min(scrollTop, 20_000 * 28 - 560);
      assert.ok(view.before <= top, 'the first seen row is drawn');
      assert.ok(view.end * 28 >= Math.min(20_000 * 28, top + 560), 'the last seen row is drawn');
      assert.ok(view.end - view.first < 60, 'few rows are drawn');
    }
  });

  it('draws all of a short table, and nothing of an empty one', () => {
    assert.deepEqual(rowWindow(3, 28, 0, 560), { first: 0, end: 3, before: 0, after: 0 });
    assert.deepEqual(rowWindow(0, 28, 100, 560), { first: 0, end: 0, before: 0, after: 0 });
  });
});
