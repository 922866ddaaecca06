/** The side of the pie a label stands on. */
export type Side = 'left' | 'right';

/** A label stands on the side its slice looks to; the poles count as right. */
export function sideOf(angle: number): Side {
  return Math.sin(angle) >= -1e-9 ? 'right' : 'left';
}

/** Where the label of a slice stands, relative to the pie's centre. */
export interface Callout {
  readonly side: Side;
  /** On the rim, at the middle of the slice. */
  readonly rim: readonly [number, number];
  /** Where the leader turns level, at the label's height. */
  readonly elbow: readonly [number, number];
  /** Where the leader ends and the label begins (right) or ends (left). */
  readonly end: readonly [number, number];
}

/** The call-outs of a pie and the half height they need above and below the centre. */
export interface CalloutLayout {
  readonly callouts: readonly Callout[];
  readonly halfHeight: number;
}

const LEADER = 14;
const LEVEL = 8;

/**
 * Places one call-out per slice so that none overlaps another or leaves the drawing. `angles` are the middles of the
 * slices in radians, clockwise from twelve o'clock; `lineHeight` is what a label needs.
 */
export function layOutCallouts(angles: readonly number[], radius: number, lineHeight: number): CalloutLayout {
  const placed = angles.map((angle, index) => ({
    index,
    angle,
    side: sideOf(angle),
    y: -Math.cos(angle) * (radius + LEADER),
  }));
  let halfHeight = radius + LEADER + lineHeight / 2;
  for (const side of ['left', 'right'] as const) {
    const column = placed.filter((label) => label.side === side).sort((a, b) => a.y - b.y);
    const limit = Math.max(radius + LEADER, ((column.length - 1) * lineHeight) / 2);
    halfHeight = Math.max(halfHeight, limit + lineHeight / 2);
    spread(column, lineHeight, limit);
  }
  const outer = radius + LEADER;
  return {
    halfHeight,
    callouts: placed.map(({ angle, side, y }) => {
      const sign = side === 'right' ? 1 : -1;
      return {
        side,
        rim: [Math.sin(angle) * radius, -Math.cos(angle) * radius],
        elbow: [
          sign * elbowDistance(Math.abs(Math.sin(angle)), -Math.cos(angle), y / outer, radius / outer) * outer,
          y,
        ],
        end: [sign * (outer + LEVEL), y],
      };
    }),
  };
}

/** Pushes labels down until none overlaps, then up again where they passed the limit. */
function spread(column: { y: number }[], lineHeight: number, limit: number): void {
  let lowest = -limit;
  for (const label of column) {
    label.y = Math.max(label.y, lowest);
    lowest = label.y + lineHeight;
  }
  let highest = limit;
  for (const label of column.reverse()) {
    label.y = Math.min(label.y, highest);
    highest = label.y - lineHeight;
  }
}

/**
 * How far from the axis the leader turns level, as a share of the outer radius: on the outer circle, unless the way there
 * would cut through the pie; then beyond it. `ratio` is the pie's radius by the outer one.
 */
function elbowDistance(rimX: number, rimY: number, labelY: number, ratio: number): number {
  const labelX = Math.sqrt(Math.max(0, 1 - labelY * labelY));
  const turn = Math.acos(Math.min(1, rimX * labelX + rimY * labelY));
  return turn > Math.acos(ratio) ? 1 : Math.max(labelX, 0.25);
}
