import { type PieArcDatum, pie } from 'd3-shape';
import type { Slice } from './tlsStates';

/** In radians: what is narrower is a sliver. */
const SLIVER = 0.12;

/**
 * The slices with the middle of the largest at nine o'clock: the small ones, whose labels crowd, then lie on the right, where
 * the labels have the pie's whole height.
 */
export function arcsOf(slices: readonly Slice[]): PieArcDatum<Slice>[] {
  const whole = slices.reduce((sum, slice) => sum + slice.count, 0);
  let before = 0;
  let middle = 0;
  let largest = 0;
  for (const { count } of slices) {
    if (count > largest) {
      largest = count;
      middle = (before + count / 2) / whole;
    }
    before += count;
  }
  const start = 2 * Math.PI * (0.75 - middle);
  return pie<Slice>()
    .sort(null)
    .value((slice) => slice.count)
    .startAngle(start)
    .endAngle(start + 2 * Math.PI)(slices as Slice[]);
}

/** An edge in the background's colour parts the slices; a sliver has one of its own colour, or nothing of it would be seen. */
export function edgeClass(slice: { readonly startAngle: number; readonly endAngle: number }, slices: number): string {
  if (slices === 1) {
    return '';
  }
  return isSliver(slice) ? 'slice-sliver' : 'slice-edged';
}

/** True for a slice that an edge would hide. */
export function isSliver(slice: { readonly startAngle: number; readonly endAngle: number }): boolean {
  return slice.endAngle - slice.startAngle < SLIVER;
}
