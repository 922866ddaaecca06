// How the runs with one data set compare with each other.
import { writeSize } from './size.mjs';

/** @typedef {import('./rounds.mjs').Run} Run */

/** The run of an implementation with the same data. @param {readonly Run[]} runs @param {Run['data']} data @param {string} id */
export const runOf = (runs, data, id) => runs.find((run) => run.data === data && run.implementation.id === id);

/** How many times the time of another run a run took. @param {Run | undefined} run @param {Run | undefined} other */
export function ratio(run, other) {
  const [time, otherTime] = [run, other].map((each) => each && median(each, 'seconds'));
  return time === undefined || otherTime === undefined ? undefined : time / otherTime;
}

/**
 * The median over the rounds; undefined where nothing was measured.
 * @param {Pick<Run, 'measures'>} run @param {'seconds' | 'peakBytes' | 'firstFigures' | 'longestDelay'} figure
 */
export function median({ measures }, figure) {
  const values = measures.flatMap((measured) => measured[figure] ?? []).sort((a, b) => a - b);
  const middle = values.length >> 1;
  return values.length % 2 === 0 && values.length > 0 ? (values[middle - 1] + values[middle]) / 2 : values[middle];
}

/** What a data set is called. @param {Run['data']} data */
export const dataTitle = ({ kind, size, isForMemory, messages }) =>
  `${kind.title}, ${writeSize(size)}B${isForMemory ? `, ${messages.toLocaleString('en')} messages` : ''}`;
