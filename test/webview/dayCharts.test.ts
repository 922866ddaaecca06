import assert from 'node:assert/strict';
import type { DayShare } from '../../src/core/report/figures';
import { sparkDots, sparkLine, sparkPoints } from '../../webview/charts/sparklinePath';
import { barsPath, shareScale, stackedDays, visibleParts } from '../../webview/charts/stackedDays';

const share = (known: number, isProtected: number): DayShare => ({ date: '2026-03-08', known, protected: isProtected });

describe('the sparkline', () => {
  it('has a gap where nothing is known of a day, and no zero', () => {
    const points = sparkPoints([share(10, 10), share(0, 0), share(100, 95), share(100, 90)], 90, 20);
    assert.deepEqual(
      points.map(({ x }) => x),
      [0, 30, 60, 90],
    );
    assert.deepEqual(
      points.map(({ y }) => (y === null ? null : Math.round(y))),
      [0, null, 10, 20],
    );
    assert.equal(sparkLine(points), 'M0 0M60 10L90 20');
    assert.deepEqual(
      sparkDots(points).map(({ x }) => x),
      [0, 90],
      'the newest day, and one that no line reaches',
    );
  });

  it('makes small differences look small', () => {
    const high = (days: readonly DayShare[]) => sparkPoints(days, 90, 100).map(({ y }) => Math.round(y ?? -1));
    assert.deepEqual(high([share(1000, 1000), share(1000, 999)]), [0, 1]);
    assert.deepEqual(high([share(10, 10), share(10, 5)]), [0, 100]);
    assert.deepEqual(high([share(10, 0), share(10, 0)]), [100, 100]);
    assert.deepEqual(high([share(10, 10)]), [0]);
  });

  it('is empty where nothing is known at all', () => {
    const points = sparkPoints([share(0, 0), share(0, 0)], 90, 20);
    assert.deepEqual([sparkLine(points), sparkDots(points).length], ['', 0]);
  });
});

describe('the bars of TLS versions per day', () => {
  const bars = stackedDays([
    [1, 0, 0, 0, 0, 3, 0, 96],
    [0, 0, 0, 0, 0, 0, 0, 7],
    [0, 0, 0, 0, 0, 5, 5, 0],
  ]);

  it('are of the messages of known state, the weakest at the bottom; a day of which nothing is known has none', () => {
    assert.deepEqual([...bars.keys()], ['none', 'tls1.2', 'tls1.3']);
    assert.deepEqual(bars.get('none'), [{ day: 0, from: 0, to: 0.25 }]);
    assert.deepEqual(bars.get('tls1.2'), [
      { day: 0, from: 0.25, to: 1 },
      { day: 2, from: 0, to: 0.5 },
    ]);
    assert.deepEqual(bars.get('tls1.3'), [{ day: 2, from: 0.5, to: 1 }]);
  });

  it('fill each day to 100 %', () => {
    const sums = [0, 0, 0];
    for (const { day, from, to } of [...bars.values()].flat()) {
      sums[day] = (sums[day] ?? 0) + to - from;
    }
    assert.deepEqual(sums, [1, 0, 1]);
  });

  it('show a sliver at either end', () => {
    const [low, high, plain] = visibleParts(
      [
        { day: 0, from: 0, to: 0.0001 },
        { day: 0, from: 0.9999, to: 1 },
        { day: 0, from: 0.2, to: 0.6 },
      ],
      150,
    );
    assert.deepEqual([low?.from, low?.to], [0, 0.01]);
    assert.deepEqual([high?.from, high?.to], [0.99, 1]);
    assert.deepEqual(plain, { day: 0, from: 0.2, to: 0.6 });
  });

  it('are one outline a state', () => {
    const y = shareScale(100, 0);
    assert.equal(
      barsPath(bars.get('tls1.2') ?? [], (day) => day * 10, 8, y),
      'M0 75V0h8V75ZM20 100V50h8V100Z',
    );
  });
});
