// Runs test files with mocha, in a process of their own.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../vscode/paths.mjs';
import { runCommand } from '../vscode/processes.mjs';
import { countResults, isComplete, readResults } from '../vscode/results.mjs';

/** @typedef {import('../vscode/results.mjs').Outcome} Outcome */

/**
 * @param {readonly string[]} files Relative to the root.
 * @param {{ show?: boolean }} [options] `show`: results are printed as they come, else all at the end.
 * @returns {Promise<Outcome>} Nothing passed and nothing failed only where MOCHA_GREP left no test.
 */
export async function runMocha(files, { show = true } = {}) {
  if (files.length === 0) {
    console.log('  ✘ there are no tests');
    return { passed: 0, failed: 1 };
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mfi-mocha-'));
  const results = path.join(folder, 'results.jsonl');
  const reporter = path.join(import.meta.dirname, 'resultsReporter.mjs');
  const grep = process.env.MOCHA_GREP ? ['--grep', process.env.MOCHA_GREP] : [];
  const options = ['--reporter', reporter, '--timeout', '60000', '--forbid-only', ...grep];
  try {
    const mocha = path.join(root, 'node_modules/mocha/bin/mocha.js');
    const { ok, output } = await runCommand(process.execPath, ['--enable-source-maps', mocha, ...options, ...files], {
      cwd: root,
      env: { ...process.env, TEST_RESULTS: results },
      show,
    });
    process.stdout.write(output);
    return judge(ok && isComplete(results), countResults(readResults(results)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {boolean} ok @param {Outcome} outcome */
function judge(ok, outcome) {
  const hasNone = outcome.passed + outcome.failed === 0;
  if (hasNone && !process.env.MOCHA_GREP) {
    console.log('  ✘ no tests ran');
    return { passed: 0, failed: 1 };
  }
  if (!ok && outcome.failed === 0) {
    console.log('  ✘ mocha ended with an error, or before the tests did');
    return { ...outcome, failed: 1 };
  }
  return outcome;
}
