// The one table of the engines: ratios first, then what they are made of.
import { dataTitle, median, ratio, runOf } from './comparison.mjs';
import { markdownTable } from './markdownTable.mjs';

/** @typedef {import('./rounds.mjs').Run} Run */

const columns = [
  { title: 'Exports', isText: true },
  { title: 'Implementation', isText: true },
  { title: '× `wc -l`' },
  { title: 'our speed-up' },
  { title: 's' },
  { title: 'MB/s' },
  { title: 'peak MB' },
  { title: 'first figures, ms' },
  { title: 'longest delay, ms' },
  { title: 'answer', isText: true },
];

/** Longer reasons would make the table too wide; what a process wrote has been printed. */
const LONGEST_REASON = 60;

/** @param {readonly Run[]} runs @param {number} threads Of our run that the others are compared with. */
export function engineTable(runs, threads) {
  const rows = runs.map((run, index) => {
    const title = runs[index - 1]?.data === run.data ? '' : dataTitle(run.data);
    return [title, run.implementation.title, ...figures(run, runs, threads)];
  });
  return markdownTable(columns, rows);
}

/** @param {Run} run @param {readonly Run[]} runs @param {number} threads @returns {string[]} */
function figures(run, runs, threads) {
  const { implementation, data, watched, measures, reason } = run;
  const seconds = median(run, 'seconds');
  if (reason !== undefined || seconds === undefined) {
    return [...columns.slice(3).map(() => ''), (reason ?? '').slice(0, LONGEST_REASON)];
  }
  const answers = measures[0]?.lines !== undefined;
  const ours = runOf(runs, data, `ours-${threads}`);
  const delays = [median(run, 'longestDelay'), watched?.longestSlice].filter((delay) => delay !== undefined);
  return [
    written(ratio(run, runOf(runs, data, 'wc')), 1),
    answers && run !== ours ? written(ratio(run, ours), 2, '×') : '',
    written(seconds, 3),
    written(data.bytes / 1e6 / seconds, 0),
    implementation.id === 'wc' ? '' : written((median(run, 'peakBytes') ?? 0) / 1e6, 0),
    written(median(run, 'firstFigures'), 0),
    delays.length === 0 ? '' : written(Math.max(...delays), 1),
    run.differs ? 'DIFFERS' : answers ? 'same' : '',
  ];
}

/** @param {number | undefined} value @param {number} decimals */
function written(value, decimals, unit = '') {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return value === undefined ? '' : value.toLocaleString('en', digits) + unit;
}
