import assert from 'node:assert/strict';
import { countAxis, dayTicks, markerStep } from '../../webview/charts/axisTicks';

describe('axes of the Mail flow chart', () => {
  it('count in whole, round numbers that reach the largest value', () => {
    for (const max of [0, 1, 2, 3, 7, 99, 1234, 27_877, 1_000_000]) {
      const { top, ticks } = countAxis(max, 4);
      assert.ok(top >= max, `${top} does not reach ${max}`);
      assert.ok(ticks.length >= 2 && ticks.length <= 8, `${ticks.length} ticks for ${max}`);
      assert.ok(ticks.every(Number.isInteger));
      assert.equal(ticks[0], 0);
    }
  });

  it('label every day of a week, and few enough days of a quarter, the newest always', () => {
    assert.deepEqual(dayTicks(1, 10), [0]);
    assert.deepEqual(dayTicks(7, 10), [0, 1, 2, 3, 4, 5, 6]);
    assert.deepEqual(dayTicks(7, 4), [0, 2, 4, 6]);
    for (const room of [0, 1, 3, 8, 20]) {
      const ticks = dayTicks(90, room);
      assert.ok(ticks.length <= Math.max(1, room), `${ticks.length} labels in a room for ${room}`);
      assert.equal(ticks.at(-1), 89);
    }
    assert.equal(dayTicks(5000, 8).length <= 8, true);
  });

  it('leave markers out where they would touch', () => {
    assert.equal(markerStep(1, 500, 16), 1);
    assert.equal(markerStep(7, 500, 16), 1);
    assert.equal(markerStep(90, 500, 16), 3);
  });
});
