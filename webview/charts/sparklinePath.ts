import type { DayShare } from '../../src/core/report/figures';

/** A day in the sparkline; `y` is null where nothing is known of it. */
export interface SparkPoint {
  readonly x: number;
  readonly y: number | null;
}

/**
 * Days from left to right, shares from the bottom up. The bottom is a whole tenth below the lowest share, 90 % at most: small
 * differences look small.
 */
export function sparkPoints(days: readonly DayShare[], width: number, height: number): readonly SparkPoint[] {
  const shares = days.map((day) => (day.known === 0 ? null : day.protected / day.known));
  const lowest = Math.min(1, ...shares.filter((share) => share !== null));
  const floor = Math.min(0.9, Math.floor(lowest * 10) / 10);
  return shares.map((share, index) => ({
    x: days.length < 2 ? width / 2 : (index * width) / (days.length - 1),
    y: share === null ? null : height * (1 - (share - floor) / (1 - floor)),
  }));
}

/** The line through the points: a day of which nothing is known parts it. Days between two such ones are left to dots. */
export function sparkLine(points: readonly SparkPoint[]): string {
  let path = '';
  let isOpen = false;
  for (const { x, y } of points) {
    if (y !== null) {
      path += `${isOpen ? 'L' : 'M'}${round(x)} ${round(y)}`;
    }
    isOpen = y !== null;
  }
  return path;
}

/** The days that get a dot: the last that is known, and those that no line reaches. */
export function sparkDots(points: readonly SparkPoint[]): readonly SparkPoint[] {
  const last = points.findLastIndex(({ y }) => y !== null);
  const isAlone = (index: number) => points[index - 1]?.y == null && points[index + 1]?.y == null;
  return points.filter(({ y }, index) => y !== null && (index === last || isAlone(index)));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
