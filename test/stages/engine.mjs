// The tests that need no VS Code, in plain Node.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../vscode/paths.mjs';
import { runCommand } from '../vscode/processes.mjs';
import { countResults, isComplete, readResults } from '../vscode/results.mjs';
import { testFiles } from './checks.mjs';

const inVsCode = path.join('out/test/host/');

/** @returns {Promise<import('../vscode/results.mjs').Outcome>} */
export async function engine() {
  const files = testFiles('out/test', '.test.js').filter((file) => !file.startsWith(inVsCode));
  if (files.length === 0) {
    console.log('  ✘ there are no tests');
    return { passed: 0, failed: 1 };
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mfi-engine-'));
  const file = path.join(folder, 'results.jsonl');
  const reporter = path.join(import.meta.dirname, 'resultsReporter.mjs');
  const grep = process.env.MOCHA_GREP ? ['--grep', process.env.MOCHA_GREP] : [];
  const options = ['--reporter', reporter, '--timeout', '60000', '--forbid-only', ...grep];
  try {
    const mocha = path.join(root, 'node_modules/mocha/bin/mocha.js');
    const { ok } = await runCommand(process.execPath, ['--enable-source-maps', mocha, ...options, ...files], {
      cwd: root,
      env: { ...process.env, TEST_RESULTS: file },
      show: true,
    });
    return judge(ok && isComplete(file), countResults(readResults(file)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {boolean} ok @param {import('../vscode/results.mjs').Outcome} outcome */
function judge(ok, outcome) {
  if (outcome.passed + outcome.failed === 0) {
    console.log('  ✘ no tests ran');
    return { passed: 0, failed: 1 };
  }
  if (!ok && outcome.failed === 0) {
    console.log('  ✘ mocha ended with an error, or before the tests did');
    return { ...outcome, failed: 1 };
  }
  return outcome;
}
