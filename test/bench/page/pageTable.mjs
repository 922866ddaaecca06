// What the page showed, as a table.
import { markdownTable } from '../markdownTable.mjs';

/** @typedef {import('./measurePage.mjs').PageMeasure} PageMeasure */

/** A frame of a screen with 60 of them a second, and what a clock may be off by; in milliseconds. */
const FRAME = 1000 / 60 + 1;

/** @param {readonly PageMeasure[]} measures One for each window. */
export function pageTable(measures) {
  const frames = measures.flatMap((measure) => measure.frames).sort((a, b) => a - b);
  const inTime = frames.filter((frame) => frame <= FRAME).length / frames.length;
  const ms = (/** @type {number} */ value) => `${value.toFixed(1)} ms`;
  const middle = (/** @type {'week' | 'all' | 'sorted'} */ figure) =>
    ms(
      at(
        measures.map((measure) => measure[figure]).sort((a, b) => a - b),
        0.5,
      ),
    );
  return markdownTable(
    [{ title: 'The page, with 20,700 rows', isText: true }, { title: 'median' }],
    [
      ['the last week, from the arrival of the model until its rows are on the screen', middle('week')],
      ['all days, likewise', middle('all')],
      ['sorted by a TLS version, from the click until painted', middle('sorted')],
      ['between two frames while the table scrolls by a notch of the wheel a frame', ms(at(frames, 0.5))],
      ['… 95 of 100 are below', ms(at(frames, 0.95))],
      ['… 99 of 100 are below', ms(at(frames, 0.99))],
      ['… the longest', ms(at(frames, 1))],
      ['frames that come in time, at 60 a second', `${(100 * inTime).toFixed(1)} %`],
    ],
  );
}

/** @param {readonly number[]} sorted @param {number} part From 0 to 1. */
const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
