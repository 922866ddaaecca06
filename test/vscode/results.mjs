// The results of a test run, one JSON line a test, written by the mocha runner and read by the one that started it.
import fs from 'node:fs';

/**
 * @typedef {object} TestResult
 * @property {string} title
 * @property {'passed' | 'failed' | 'skipped'} state
 * @property {number} [ms]
 * @property {string} [error] With its stack.
 */

/**
 * @typedef {object} Outcome What came of running some tests.
 * @property {number} passed
 * @property {number} failed
 */

/**
 * The line after the last result, of a run that was not cut short.
 * @typedef {{ end: true }} End
 */

/**
 * Reads what is written so far. A line that is still being written is left out.
 * @param {string} file
 * @returns {(TestResult | End)[]}
 */
function readLines(file) {
  if (!fs.existsSync(file)) {
    return [];
  }
  const lines = fs.readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line));
}

/** The results written so far. @param {string} file @returns {TestResult[]} */
export const readResults = (file) => readLines(file).filter((line) => 'state' in line);

/** Whether the run came to its end. @param {string} file */
export const isComplete = (file) => readLines(file).some((line) => 'end' in line);

/**
 * Prints results as they arrive.
 * @param {string} file
 * @returns {() => TestResult[]} Prints the rest, stops, and returns all results.
 */
export function followResults(file) {
  let printed = 0;
  const print = () => {
    const results = readResults(file);
    for (const result of results.slice(printed)) {
      printResult(result);
    }
    printed = results.length;
    return results;
  };
  const timer = setInterval(print, 500);
  return () => {
    clearInterval(timer);
    return print();
  };
}

const marks = { passed: '✔', failed: '✘', skipped: '-' };

/** @param {TestResult} result */
function printResult({ title, state, ms, error }) {
  const duration = ms !== undefined && ms > 1000 ? ` (${(ms / 1000).toFixed(1)} s)` : '';
  console.log(`  ${marks[state]} ${title}${duration}`);
  if (error) {
    console.log(error.replace(/^/gm, '      '));
  }
}

/** @param {readonly TestResult[]} results @returns {Outcome} */
export const countResults = (results) => ({
  passed: results.filter(({ state }) => state === 'passed').length,
  failed: results.filter(({ state }) => state === 'failed').length,
});
