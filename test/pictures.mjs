// Every page and state in every theme and size (out/pictures, with one sheet a case), and the README's pictures out of a real
// VS Code (media/readme). They are to be looked at; what axe and the pages' policy complain of makes the exit status 1.
import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
/** Of the README's pictures, which are screenshots of the tests of appearance. */
const IN_README = ['report-dark.png', 'flyout-light.png'];

/** @param {readonly string[]} script @param {NodeJS.ProcessEnv} [environment] */
function run(script, environment = {}) {
  const env = { ...process.env, ...environment };
  return spawnSync(process.execPath, script, { cwd: root, stdio: 'inherit', env }).status === 0;
}

const drawn = run(['test/webview/preview.mjs', '--all', 'out/pictures']);
const taken = run(['test/run.mjs', 'host', '--locale', 'en'], { MOCHA_GREP: '^Appearance' });
if (taken) {
  for (const picture of IN_README) {
    copyFileSync(path.join(root, '.vscode-test/screenshots', picture), path.join(root, 'media/readme', picture));
  }
}
process.exitCode = drawn && taken ? 0 : 1;
