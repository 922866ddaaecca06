import assert from 'node:assert/strict';
import { afterKey, NO_DAY, rangeOf } from '../../webview/charts/dayKeys';
import { afterDrag, afterEdgeKey, dayAt } from '../../webview/charts/dayRange';

describe('the window over the days', () => {
  it('finds the day under the pointer', () => {
    assert.deepEqual(
      [-5, 0, 99, 100, 699, 700, 9999].map((x) => dayAt(x, 700, 6)),
      [0, 0, 0, 1, 6, 6, 6],
    );
    assert.equal(dayAt(50, 100, 0), 0);
  });

  it('has edges that stop at each other and at the ends', () => {
    assert.deepEqual(afterDrag([10, 20], 'first', 10, 13, 89), [13, 20]);
    assert.deepEqual(afterDrag([10, 20], 'first', 10, 50, 89), [20, 20]);
    assert.deepEqual(afterDrag([10, 20], 'first', 10, -50, 89), [0, 20]);
    assert.deepEqual(afterDrag([10, 20], 'last', 20, 5, 89), [10, 10]);
    assert.deepEqual(afterDrag([10, 20], 'last', 20, 500, 89), [10, 89]);
  });

  it('moves as a whole and keeps its length', () => {
    assert.deepEqual(afterDrag([10, 20], 'whole', 15, 18, 89), [13, 23]);
    assert.deepEqual(afterDrag([10, 20], 'whole', 15, 400, 89), [79, 89]);
    assert.deepEqual(afterDrag([10, 20], 'whole', 15, -400, 89), [0, 10]);
  });

  it('is drawn anew from where the pointer went down, in either direction', () => {
    assert.deepEqual(afterDrag([10, 20], 'new', 40, 50, 89), [40, 50]);
    assert.deepEqual(afterDrag([10, 20], 'new', 40, 30, 89), [30, 40]);
    assert.deepEqual(afterDrag([10, 20], 'new', 40, 40, 89), [40, 40]);
  });

  it('has edges that keys move by days, weeks and to the end', () => {
    assert.deepEqual(afterEdgeKey([10, 20], 'first', 'ArrowRight', 89), [11, 20]);
    assert.deepEqual(afterEdgeKey([10, 20], 'last', 'PageUp', 89), [10, 27]);
    assert.deepEqual(afterEdgeKey([10, 20], 'last', 'End', 89), [10, 89]);
    assert.deepEqual(afterEdgeKey([10, 20], 'first', 'Home', 89), [0, 20]);
    assert.deepEqual(afterEdgeKey([10, 20], 'first', 'End', 89), [20, 20]);
    assert.equal(afterEdgeKey([10, 20], 'first', 'a', 89), undefined);
    assert.equal(afterEdgeKey([10, 20], 'first', 'constructor', 89), undefined);
  });
});

describe('the keys on a chart', () => {
  const at = (day: number | null, anchor: number | null = null) => ({ day, anchor });

  it('move from day to day, beginning with the newest', () => {
    assert.deepEqual(afterKey(NO_DAY, 'ArrowLeft', false, 6), at(5));
    assert.deepEqual(afterKey(at(6), 'ArrowRight', false, 6), at(6));
    assert.deepEqual(afterKey(at(3), 'Home', false, 6), at(0));
    assert.deepEqual(afterKey(at(3), 'End', false, 6), at(6));
    assert.deepEqual(afterKey(at(20), 'PageDown', false, 89), at(13));
    assert.equal(afterKey(at(3), 'Enter', false, 6), undefined);
  });

  it('choose a range with Shift, which Escape gives up', () => {
    const chosen = afterKey(afterKey(at(3), 'ArrowRight', true, 6) ?? NO_DAY, 'ArrowRight', true, 6);
    assert.deepEqual(chosen, at(5, 3));
    assert.deepEqual(rangeOf(at(5, 3)), [3, 5]);
    assert.deepEqual(rangeOf(at(1, 3)), [1, 3]);
    assert.deepEqual(afterKey(at(5, 3), 'Escape', false, 6), at(5));
    assert.deepEqual(afterKey(at(5), 'Escape', false, 6), NO_DAY);
    assert.deepEqual(afterKey(at(5, 3), 'ArrowLeft', false, 6), at(4));
    assert.equal(rangeOf(at(4)), null);
  });
});
