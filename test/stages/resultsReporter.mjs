// Mocha's readable report, and the results in the file named in TEST_RESULTS besides.
import { appendFileSync } from 'node:fs';
import Mocha from 'mocha';

/** A mocha reporter. */
export default class ResultsReporter extends Mocha.reporters.Spec {
  /** @param {import('mocha').Runner} runner @param {import('mocha').MochaOptions} options */
  constructor(runner, options) {
    super(runner, options);
    const file = process.env.TEST_RESULTS;
    if (file) {
      const write = (/** @type {object} */ line) => appendFileSync(file, `${JSON.stringify(line)}\n`);
      const report = (/** @type {import('mocha').Test} */ test, /** @type {string} */ state) =>
        write({ title: test.fullTitle(), state });
      runner.on('pass', (test) => report(test, 'passed'));
      runner.on('fail', (test) => report(test, 'failed'));
      runner.on('pending', (test) => report(test, 'skipped'));
      runner.on('end', () => write({ end: true }));
    }
  }
}
