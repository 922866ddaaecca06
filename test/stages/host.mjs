// The tests that need VS Code: those with a tag such as @it or @restricted in their title in a run of their own (runs.mjs).
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chooseHost } from '../vscode/chooseHost.mjs';
import { runInDesktop } from '../vscode/desktop.mjs';
import { root } from '../vscode/paths.mjs';
import { countResults } from '../vscode/results.mjs';
import { runInCodeServer } from '../vscode/runInCodeServer.mjs';
import { isRun, runs } from '../vscode/runs.mjs';
import { removeFailureScreenshots } from '../vscode/workbenchSteps.mjs';
import { testFiles } from './checks.mjs';

/** @typedef {import('../vscode/results.mjs').Outcome} Outcome @typedef {import('../vscode/runs.mjs').RunName} RunName */

/**
 * @param {string} [only] Only this run.
 * @returns {Promise<Outcome>}
 */
export async function host(only) {
  const wanted = wantedRuns(only);
  const chosen = await chooseHost();
  removeFailureScreenshots();
  const total = { passed: 0, failed: 0 };
  for (const name of wanted) {
    console.log(`  ${runs[name].name}`);
    if (chosen.name === 'desktop' && !runs[name].isTrusted) {
      console.log('  not run: where desktop VS Code runs tests, it trusts every folder');
      continue;
    }
    const run = chosen.name === 'desktop' ? await runInDesktop(chosen.desktop, name) : await runInCodeServer(name);
    const { passed, failed } = countResults(run.results);
    total.passed += passed;
    total.failed += failed;
    if (run.problem) {
      console.log(`  ✘ ${run.problem}`);
      total.failed++;
    }
  }
  // MOCHA_GREP may leave nothing for some of the runs, but not for all.
  if (total.passed + total.failed === 0) {
    console.log('  ✘ no tests ran');
    total.failed++;
  }
  return total;
}

/** @param {string | undefined} only @returns {RunName[]} */
function wantedRuns(only) {
  if (only !== undefined) {
    if (!isRun(only)) {
      throw new Error(`The suite has runs ${Object.keys(runs).join(', ')}, not ${only}`);
    }
    return [only];
  }
  const texts = testFiles('test/host', '.test.ts').map((file) => readFileSync(path.join(root, file), 'utf8'));
  return Object.keys(runs)
    .filter(isRun)
    .filter((name) => name === 'en' || texts.some((text) => new RegExp(`@${name}(?!\\w)`).test(text)));
}
