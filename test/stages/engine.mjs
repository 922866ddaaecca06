// The tests that need no VS Code, in plain Node: in two processes at a time, where there are two processors.
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { testFiles } from './checks.mjs';
import { runMocha } from './mocha.mjs';

const inVsCode = path.join('out/test/host/');

/** @returns {Promise<import('../vscode/results.mjs').Outcome>} */
export async function engine() {
  const files = testFiles('out/test', '.test.js').filter((file) => !file.startsWith(inVsCode));
  const processes = Math.min(2, availableParallelism());
  const parts = Array.from({ length: processes }, (_, part) => files.filter((_, index) => index % processes === part));
  // One shows its results as they come, the other one when it has ended: mixed, nobody could read them.
  const outcomes = await Promise.all(parts.map((part, index) => runMocha(part, { show: index === 0 })));
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
  };
}
