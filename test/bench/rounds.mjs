// Measures everybody with one data set: in turns, so that what else the machine does meets all alike.
import { reading, whyNot } from './implementations.mjs';
import { measure } from './measure.mjs';

/**
 * @typedef {object} Run What came of one implementation with one data set.
 * @property {import('./implementations.mjs').Implementation} implementation
 * @property {import('./dataSet.mjs').DataSet} data
 * @property {string} [reason] Why it was not measured, or its error.
 * @property {boolean} hasFailed It ended with an error.
 * @property {import('./measure.mjs').Measure[]} measures One for each round.
 * @property {import('./measure.mjs').Measure} [watched] A run of its own that watched for long slices; this extension's only.
 * @property {boolean} [differs] Its answer is not that of the others.
 */

/**
 * @param {import('./dataSet.mjs').DataSet} data
 * @param {readonly import('./implementations.mjs').Implementation[]} implementations
 * @param {{ rounds: number, all: boolean }} options
 * @returns {Promise<Run[]>} One for each implementation.
 */
export async function runRounds(data, implementations, { rounds, all }) {
  /** @type {Run[]} */
  const runs = [];
  for (const implementation of implementations) {
    runs.push({
      implementation,
      data,
      reason: await whyNot(implementation, data, all),
      hasFailed: false,
      measures: [],
    });
  }
  // From now on the files are in the page cache: disks differ more than what is measured here.
  await measure(reading, data);
  for (const run of runs.filter(({ implementation }) => implementation.isOurs)) {
    run.watched = await attempt(run, { watchesSlices: true });
  }
  for (let round = 1; round <= rounds; round++) {
    console.error(`${data.kind.title}: round ${round} of ${rounds}`);
    for (const run of runs.filter(({ reason }) => reason === undefined)) {
      const taken = await attempt(run);
      if (taken !== undefined) {
        run.measures.push(taken);
      }
    }
  }
  return runs;
}

/**
 * Measures once. Notes an error, after which the implementation is not run again.
 * @param {Run} run @param {{ watchesSlices: boolean }} [options]
 */
async function attempt(run, options) {
  const { implementation, data } = run;
  try {
    return await measure(implementation, data, options);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    run.hasFailed = true;
    run.reason = `failed: ${/^.*Error.*$/m.exec(text)?.[0] ?? text}`;
    console.error(`${implementation.title} failed:\n${text}`);
    return undefined;
  }
}
