// The tests in a browser: its extension host, with the VS Code server behind it, and the reading worker alone.
import { testFiles } from './checks.mjs';
import { runMocha } from './mocha.mjs';

/** @returns {Promise<import('../vscode/results.mjs').Outcome>} */
export async function web() {
  if (process.platform !== 'linux') {
    console.log(`  not on ${process.platform}: the VS Code server is used on Linux only`);
    return { passed: 0, failed: 0 };
  }
  return runMocha(testFiles('test/web', '.test.mjs'));
}
