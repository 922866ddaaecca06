// The tests that need no VS Code, in plain Node.
import path from 'node:path';
import { testFiles } from './checks.mjs';
import { runMocha } from './mocha.mjs';

const inVsCode = path.join('out/test/host/');

/** @returns {Promise<import('../vscode/results.mjs').Outcome>} */
export const engine = () => runMocha(testFiles('out/test', '.test.js').filter((file) => !file.startsWith(inVsCode)));
