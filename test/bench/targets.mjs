// What is aimed at, and whether it holds: as ratios within one run, since machines differ.
import { dataTitle, median, ratio, runOf } from './comparison.mjs';

/** @typedef {import('./rounds.mjs').Run} Run @typedef {{ target: string, value: string, holds: boolean }} Target */

const FASTER_THAN = { duckdb: 2.5, clickhouse: 2 };
const MOST_TIMES_WC = 4;
const MOST_BYTES = 150e6;
const MOST_BYTES_A_MESSAGE = 20;
/** Memory counts as the same where it differs by no more. */
const FLAT = 1.1;

/** @param {readonly Run[]} runs @param {number} threads @returns {Target[]} */
export function judge(runs, threads) {
  const dataSets = [...new Set(runs.map(({ data }) => data))];
  return [
    ...dataSets
      .filter(({ kind, isForMemory }) => kind.isMain && !isForMemory)
      .flatMap((data) => speed(runs, data, threads)),
    ...runs.filter(({ implementation }) => implementation.isOurs).flatMap(memory),
    ...dataSets.filter(({ isForMemory }) => isForMemory).flatMap((data) => flatness(runs, data, threads)),
  ];
}

/** @param {readonly Run[]} runs @param {Run['data']} data @param {number} threads */
function speed(runs, data, threads) {
  const ours = runOf(runs, data, `ours-${threads}`);
  const rivals = Object.entries(FASTER_THAN).flatMap(([rival, times]) => {
    const other = runOf(runs, data, `${rival}-${threads}`);
    const faster = ratio(other, ours);
    const target = `${dataTitle(data)}: at least ${times} × ${other?.implementation.title}`;
    return faster === undefined ? [] : [{ target, value: `${faster.toFixed(2)} ×`, holds: faster >= times }];
  });
  const slower = ratio(ours, runOf(runs, data, 'wc'));
  const target = `${dataTitle(data)}: at most ${MOST_TIMES_WC} × the time of wc -l, ${threads} threads`;
  return slower === undefined
    ? rivals
    : [...rivals, { target, value: `${slower.toFixed(1)} ×`, holds: slower <= MOST_TIMES_WC }];
}

/** @param {Run} run */
function memory(run) {
  const { data, implementation } = run;
  const peak = median(run, 'peakBytes');
  const most = MOST_BYTES + MOST_BYTES_A_MESSAGE * data.messages;
  const target = `${dataTitle(data)}, ${implementation.title}: peak memory at most ${megabytes(most)}`;
  return peak === undefined ? [] : [{ target, value: megabytes(peak), holds: peak <= most }];
}

/**
 * Compares with the smallest export of as many messages.
 * @param {readonly Run[]} runs @param {Run['data']} data @param {number} threads
 */
function flatness(runs, data, threads) {
  const alike = runs.filter((run) => run.data.isForMemory && run.data.kindName === data.kindName);
  const smallest = alike.reduce((least, run) => (run.data.size < least.data.size ? run : least)).data;
  const [first, second] = [smallest, data].map((each) => runOf(runs, each, `ours-${threads}`));
  const [before, after] = [first, second].map((run) => run && median(run, 'peakBytes'));
  if (data === smallest || before === undefined || after === undefined) {
    return [];
  }
  const target = `${dataTitle(data)}: the peak memory of ${dataTitle(smallest)}`;
  return [{ target, value: `${megabytes(after)}, ${megabytes(before)}`, holds: after <= before * FLAT }];
}

/** @param {number} bytes */
const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;
