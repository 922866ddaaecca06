// What the two hosts have in common when they run the suite in test/host.
import path from 'node:path';
import { startDriver } from './driver.mjs';
import { root } from './paths.mjs';
import { createProfile } from './profile.mjs';
import { followResults, isComplete } from './results.mjs';
import { runs } from './runs.mjs';
import { screenshot } from './workbenchSteps.mjs';

/** The compiled suite, as VS Code's `extensionTestsPath`. */
export const suitePath = path.join(root, 'out/test/host/suite');

/** How long the whole suite may take, in ms. */
export const suiteTimeout = 15 * 60_000;

/** @typedef {import('./results.mjs').TestResult} TestResult @typedef {import('./watchPage.mjs').WatchedPage} WatchedPage */

/**
 * @typedef {object} SuiteRun
 * @property {TestResult[]} results
 * @property {string} [problem] Why the run as a whole failed, apart from its tests.
 */

/**
 * @typedef {object} Surroundings What a host needs to run the suite.
 * @property {import('./profile.mjs').Profile} profile
 * @property {NodeJS.ProcessEnv} env For the extension host.
 * @property {string} locale
 * @property {boolean} isTrusted Whether the folder is trusted.
 * @property {(page: Promise<WatchedPage>) => void} shown To be called with VS Code's window, which tests then can drive.
 */

/**
 * Prepares folders and driver, lets `runHost` run the suite, and judges the run.
 * @param {import('./runs.mjs').RunName} run
 * @param {(surroundings: Surroundings) => Promise<string | undefined>} runHost Resolves when the suite ended, with the problem if it ended badly.
 * @returns {Promise<SuiteRun>}
 */
export async function runSuite(run, runHost) {
  const { locale, isTrusted, hasTwoFolders } = /** @type {import('./runs.mjs').Run} */ (runs[run]);
  const profile = createProfile({ locale, isTrusted, hasTwoFolders, fixtures: path.join(root, 'test/fixtures') });
  /** @type {WatchedPage | undefined} */
  let watched;
  /** @type {(page: Promise<WatchedPage>) => void} */
  let shown = () => {};
  /** @type {Promise<WatchedPage>} */
  const page = new Promise((resolve) => {
    shown = resolve;
  });
  page.then(
    (value) => {
      watched = value;
    },
    () => {
      // Whoever asks for the page hears of it.
    },
  );
  const driver = await startDriver(() => page);
  const stopFollowing = followResults(profile.results);
  try {
    const env = { TEST_DRIVER: driver.url, TEST_RESULTS: profile.results, TEST_RUN: run };
    const problem = await runHost({ profile, env, locale, isTrusted, shown });
    const results = stopFollowing();
    return { results, ...asProblem(problem ?? whatIsMissing(profile.results), results, watched) };
  } finally {
    stopFollowing();
    driver.close();
    profile.remove();
  }
}

/**
 * An extension host that dies in the middle ends the run with status 0: only the suite's own last line counts.
 * @param {string} file
 */
const whatIsMissing = (file) => (isComplete(file) ? undefined : 'The extension host ended before the suite did');

/**
 * @param {string | undefined} problem @param {readonly TestResult[]} results @param {WatchedPage | undefined} watched
 * @returns {{ problem?: string }}
 */
function asProblem(problem, results, watched) {
  const { webview, workbench } = watched?.outside ?? { webview: [], workbench: [] };
  console.log(
    `  Requests to other machines: ${webview.length} by the extension's pages, ${workbench.length} by VS Code (all aborted)`,
  );
  // A host that ends with an error status because tests failed is no further problem.
  if (problem && !results.some(({ state }) => state === 'failed')) {
    return { problem };
  }
  if (webview.length > 0) {
    return { problem: `The extension's pages asked other machines: ${[...new Set(webview)].join(', ')}` };
  }
  return {};
}

/**
 * Keeps a picture of a run that failed.
 * @param {WatchedPage} watched @param {string} locale
 */
export async function photographFailure({ page }, locale) {
  const file = await screenshot(page, `failed-suite-${locale}`).catch(() => undefined);
  if (file) {
    console.log(`  Pictures of failures: ${path.dirname(file)}/failed-*.png`);
  }
}
