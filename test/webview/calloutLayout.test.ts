import assert from 'node:assert/strict';
import { layOutCallouts, sideOf } from '../../webview/charts/calloutLayout';

const LINE = 16;

/** Fails where two labels of one side are nearer than a line, or one is outside the drawing. */
function assertReadable(angles: readonly number[], radius: number): void {
  const { callouts, halfHeight } = layOutCallouts(angles, radius, LINE);
  assert.equal(callouts.length, angles.length);
  for (const side of ['left', 'right']) {
    const heights = callouts.filter((callout) => callout.side === side).map((callout) => callout.end[1]);
    heights.sort((a, b) => a - b);
    for (const [index, y] of heights.entries()) {
      assert.ok(Math.abs(y) + LINE / 2 <= halfHeight + 1e-6, `label at ${y} is outside ${halfHeight}`);
      const before = heights[index - 1];
      assert.ok(before === undefined || y - before >= LINE - 1e-6, `labels at ${before} and ${y} overlap`);
    }
  }
}

describe('call-outs of a pie', () => {
  it('stand apart and inside for eight slices, seven of them tiny, wherever the tiny ones lie', () => {
    for (let turn = 0; turn < 2 * Math.PI; turn += 0.05) {
      const tiny = Array.from({ length: 7 }, (_, index) => turn + index * 0.0006);
      assertReadable([...tiny, turn + Math.PI], 70);
      assertReadable([...tiny, turn + Math.PI], 20);
    }
  });

  it('stand apart for any number of even slices', () => {
    for (let count = 1; count <= 8; count++) {
      assertReadable(
        Array.from({ length: count }, (_, index) => ((index + 0.5) / count) * 2 * Math.PI),
        60,
      );
    }
  });

  it('stand on the side their slice looks to', () => {
    assert.equal(sideOf(Math.PI / 2), 'right');
    assert.equal(sideOf((3 * Math.PI) / 2), 'left');
    assert.equal(sideOf(2 * Math.PI), 'right');
    const [right] = layOutCallouts([Math.PI / 2], 50, LINE).callouts;
    assert.ok(right !== undefined && right.end[0] > 50 && Math.abs(right.end[1]) < 1e-6);
  });

  it('have leaders that do not cut through the pie', () => {
    const angles = Array.from({ length: 7 }, (_, index) => 1.5 + index * 0.02);
    for (const { rim, elbow } of layOutCallouts(angles, 70, LINE).callouts) {
      for (let step = 0.1; step <= 1; step += 0.1) {
        const x = rim[0] + (elbow[0] - rim[0]) * step;
        const y = rim[1] + (elbow[1] - rim[1]) * step;
        assert.ok(Math.hypot(x, y) >= 68, `the leader is ${Math.hypot(x, y)} from the centre`);
      }
    }
  });
});
