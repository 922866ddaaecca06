// Every page and state in every theme and size (out/pictures, with one sheet a case), and the README's pictures out of a real
// VS Code (media/readme). They are to be looked at; what axe and the pages' policy complain of makes the exit status 1.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { writeWebp } from './vscode/writeWebp.mjs';

const root = path.resolve(import.meta.dirname, '..');
/** The README's, out of screenshots of the tests of appearance; of the second one only the part where the flyout is. */
const IN_README = [
  { name: 'report-dark' },
  { name: 'flyout-light', part: { left: 817, top: 92, width: 679, height: 973 } },
];

/** @param {readonly string[]} script @param {NodeJS.ProcessEnv} [environment] */
function run(script, environment = {}) {
  const env = { ...process.env, ...environment };
  return spawnSync(process.execPath, script, { cwd: root, stdio: 'inherit', env }).status === 0;
}

const drawn = run(['test/webview/preview.mjs', '--all', 'out/pictures']);
const taken = run(['test/run.mjs', 'host', '--locale', 'en'], { MOCHA_GREP: '^Appearance' });
if (taken) {
  await writeWebp(
    IN_README.map(({ name, part }) => ({
      from: path.join(root, '.vscode-test/screenshots', `${name}.png`),
      to: path.join(root, 'media/readme', `${name}.webp`),
      part,
    })),
  );
}
process.exitCode = drawn && taken ? 0 : 1;
