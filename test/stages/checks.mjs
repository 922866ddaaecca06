// The stages that need no test: lint and format, types, build. Each counts as one test.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../vscode/paths.mjs';
import { runCommand } from '../vscode/processes.mjs';

/** @typedef {import('../vscode/results.mjs').Outcome} Outcome */

const projects = ['tsconfig.json', 'src/core/tsconfig.json', 'webview/tsconfig.json'];

/** Lint rules and format. @returns {Promise<Outcome>} */
export const lint = () => check([tool('biome'), 'ci', '.']);

/** The types of all three programs. @returns {Promise<Outcome>} */
export const types = () => check(...projects.map((project) => [tool('tsc'), '-p', project]));

/** Builds everything, tests included. @returns {Promise<Outcome>} */
export function build() {
  removeStaleTests();
  return check([process.execPath, 'esbuild.mjs']);
}

/** @param {string} name */
const tool = (name) => path.join(root, 'node_modules/.bin', name);

/**
 * Runs commands at the same time and prints what the failed ones wrote.
 * @param {...readonly string[]} commands
 * @returns {Promise<Outcome>} One test.
 */
async function check(...commands) {
  const runs = await Promise.all(commands.map(([command = '', ...args]) => runCommand(command, args, { cwd: root })));
  for (const [index, { ok, output }] of runs.entries()) {
    if (!ok) {
      console.log(
        `  ✘ ${commands[index]?.map((word) => path.relative(root, word) || word).join(' ')}\n${output.trimEnd()}`,
      );
    }
  }
  const ok = runs.every((run) => run.ok);
  if (ok) {
    console.log('  ✔ no problems');
  }
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

/** A compiled test whose source is gone would go on running. */
function removeStaleTests() {
  for (const compiled of testFiles('out/test', '.test.js')) {
    const source = path.join('test', path.relative('out/test', compiled)).replace(/\.js$/, '.ts');
    if (!existsSync(path.join(root, source))) {
      rmSync(path.join(root, compiled));
    }
  }
}

/**
 * The test files of a folder, relative to the root.
 * @param {string} folder @param {string} ending
 * @returns {string[]}
 */
export function testFiles(folder, ending) {
  const absolute = path.join(root, folder);
  if (!existsSync(absolute)) {
    return [];
  }
  const names = readdirSync(absolute, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending));
  return names.sort().map((name) => path.join(folder, name));
}
