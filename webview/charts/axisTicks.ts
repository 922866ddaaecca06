import { scaleLinear } from 'd3-scale';

/** The value axis of a chart of counts. */
export interface CountAxis {
  /** The top of the axis, a tick. */
  readonly top: number;
  readonly ticks: readonly number[];
}

/** About `wanted` round, whole values from 0 to at least `max`. */
export function countAxis(max: number, wanted: number): CountAxis {
  const scale = scaleLinear()
    .domain([0, Math.max(1, max)])
    .nice(wanted);
  const ticks = scale.ticks(wanted).filter(Number.isInteger);
  return { top: scale.domain()[1] ?? 1, ticks };
}

const STEPS = [1, 2, 3, 7, 14, 28, 56, 91, 182, 364];

/**
 * Which of `count` days get a label where `room` labels fit: evenly spaced, a whole number of weeks where it is many, and
 * the newest always among them. Positions, oldest first.
 */
export function dayTicks(count: number, room: number): number[] {
  const fits = Math.max(1, room);
  const step = STEPS.find((days) => Math.ceil(count / days) <= fits) ?? Math.ceil(count / fits);
  const ticks: number[] = [];
  for (let index = count - 1; index >= 0; index -= step) {
    ticks.unshift(index);
  }
  return ticks;
}

/** Every how many days a marker fits on a line without touching the next. */
export function markerStep(count: number, width: number, spacing: number): number {
  return count < 2 ? 1 : Math.max(1, Math.ceil(spacing / (width / (count - 1))));
}
