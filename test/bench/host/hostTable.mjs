// What the windows showed, as a table, and whether it is what is aimed at.
import { markdownTable } from '../markdownTable.mjs';

/** @typedef {import('./measureHost.mjs').HostMeasure} HostMeasure */

const MOST_ACTIVATION = 20;
/** How much longer than an empty editor a report of 10 MB may take. */
const MOST_BEYOND_EMPTY = 200;
/** A frame of a screen with 60 of them a second. */
const MOST_DELAY = 16;

/** @type {readonly [title: string, figure: keyof HostMeasure, unit: 'ms' | 'MB'][]} */
const rows = [
  ['activation', 'activation', 'ms'],
  ['an empty custom editor, until painted', 'openEmpty', 'ms'],
  ['the report of 10 MB, until painted', 'openReport', 'ms'],
  ['the report of 100 MB, until painted', 'openLarge', 'ms'],
  ['longest event-loop delay of the extension host, reading 100 MB', 'longestDelay', 'ms'],
  ['longest wait for a turn of its event loop, reading 100 MB', 'longestSlice', 'ms'],
  ['longest turn of it, in processor time of its own, reading 100 MB', 'longestTurn', 'ms'],
  ['extension host, resident before', 'residentBefore', 'MB'],
  ['extension host, resident at most', 'residentPeak', 'MB'],
  ['extension host, resident when all is closed again', 'residentAfter', 'MB'],
  ["the 100 MB report's page, JavaScript heap beyond an empty one", 'pageHeap', 'MB'],
];

/** @param {readonly HostMeasure[]} measures One for each window. */
export const hostTable = (measures) =>
  markdownTable(
    [{ title: 'In VS Code', isText: true }, { title: 'median' }],
    rows.map(([title, figure, unit]) => [title, `${shown(medianOf(measures, figure), unit)} ${unit}`]),
  );

/** @param {readonly HostMeasure[]} measures @returns {import('../targets.mjs').Target[]} */
export function judgeHost(measures) {
  const [activation, empty, report] = /** @type {const} */ (['activation', 'openEmpty', 'openReport']).map((figure) =>
    medianOf(measures, figure),
  );
  const delay = Math.max(medianOf(measures, 'longestDelay'), medianOf(measures, 'longestSlice'));
  const target = (/** @type {string} */ title, /** @type {number} */ value, /** @type {number} */ most) => ({
    target: `VS Code: ${title} at most ${most} ms`,
    value: `${shown(value, 'ms')} ms`,
    holds: value <= most,
  });
  return [
    target('activation', activation ?? 0, MOST_ACTIVATION),
    target('a report of 10 MB beyond an empty editor', (report ?? 0) - (empty ?? 0), MOST_BEYOND_EMPTY),
    target('longest delay of the event loop', delay, MOST_DELAY),
  ];
}

/** @param {readonly HostMeasure[]} measures @param {keyof HostMeasure} figure */
function medianOf(measures, figure) {
  const values = measures.map((measure) => measure[figure]).sort((a, b) => a - b);
  return values[values.length >> 1] ?? 0;
}

/** @param {number} value @param {'ms' | 'MB'} unit */
const shown = (value, unit) => (unit === 'ms' ? value.toFixed(0) : (value / 1e6).toFixed(1));
