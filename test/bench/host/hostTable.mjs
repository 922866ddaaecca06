// What the windows showed, as a table, and whether it is what is aimed at.
import { markdownTable } from '../markdownTable.mjs';

/** @typedef {import('./measureHost.mjs').HostMeasure} HostMeasure */

const MOST_ACTIVATION = 20;
/** How much longer than an empty editor a report of 10 MB may take. */
const MOST_BEYOND_EMPTY = 200;
/** How much later than the page itself the first figures may be on the screen. */
const MOST_BEHIND_PAGE = 100;
/** A frame of a screen with 60 of them a second. */
const MOST_TURN = 16;
/** By the clock, other programs on the same processors count as well: then an idle extension host's event loop is as late. */
const AS_LATE = 1.25;

/** @type {readonly [title: string, figure: keyof HostMeasure, unit: 'ms' | 'MB'][]} */
const rows = [
  ['activation', 'activation', 'ms'],
  ['an empty custom editor, until painted', 'openEmpty', 'ms'],
  ['the report of 10 MB, until painted', 'openReport', 'ms'],
  ['the report of 100 MB, until painted', 'openLarge', 'ms'],
  ['the page of 1 GB, in whatever state, until painted', 'openHuge', 'ms'],
  ['… and the first figures of it', 'firstFigures', 'ms'],
  ['longest event-loop delay of the extension host, reading 100 MB', 'longestDelay', 'ms'],
  ['… while the extension does nothing, and another program reads them', 'delayBeside', 'ms'],
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
  const target = (/** @type {string} */ title, /** @type {number} */ value, /** @type {number} */ most) => ({
    target: `VS Code: ${title} at most ${most} ms`,
    value: `${shown(value, 'ms')} ms`,
    holds: value <= most,
  });
  return [
    target('activation', activation ?? 0, MOST_ACTIVATION),
    target('a report of 10 MB beyond an empty editor', (report ?? 0) - (empty ?? 0), MOST_BEYOND_EMPTY),
    target(
      'the first figures of 1 GB behind the page itself',
      medianOf(measures, 'firstFigures') - medianOf(measures, 'openHuge'),
      MOST_BEHIND_PAGE,
    ),
    target(
      'longest turn of the event loop, in processor time of its own,',
      medianOf(measures, 'longestTurn'),
      MOST_TURN,
    ),
    delayTarget(medianOf(measures, 'longestDelay'), medianOf(measures, 'delayBeside')),
  ];
}

/** @param {number} delay @param {number} beside */
function delayTarget(delay, beside) {
  const most = Math.max(MOST_TURN, beside * AS_LATE);
  return {
    target: `VS Code: longest delay of the event loop at most ${MOST_TURN} ms, or not beyond that of one with nothing to do beside the same work`,
    value: `${shown(delay, 'ms')} ms, ${shown(beside, 'ms')} ms`,
    holds: delay <= most,
  };
}

/** @param {readonly HostMeasure[]} measures @param {keyof HostMeasure} figure */
function medianOf(measures, figure) {
  const values = measures.map((measure) => measure[figure]).sort((a, b) => a - b);
  return values[values.length >> 1] ?? 0;
}

/** @param {number} value @param {'ms' | 'MB'} unit */
const shown = (value, unit) => (unit === 'ms' ? value.toFixed(0) : (value / 1e6).toFixed(1));
