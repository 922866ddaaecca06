// The browser that shows code-server: found, or installed where this may be done without asking.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { runCommand } from './processes.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Without any font, text is drawn as empty boxes. */
const fonts = 'fonts-dejavu-core';

/**
 * The path of a Chromium-like browser: the CHROMIUM variable's, else one on the PATH, else one installed now.
 * @returns {Promise<string>}
 * @throws {Error} saying what to install.
 */
export async function findChromium() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (!fs.existsSync(named)) {
      throw new Error(`CHROMIUM names ${named}, which does not exist`);
    }
    return named;
  }
  const found = onPath(names);
  if (found && hasFonts()) {
    return found;
  }
  const problem = await installPackages(found ? [fonts] : ['chromium', fonts]);
  const browser = onPath(names);
  if (!browser) {
    throw new Error(`No browser found (${names.join(', ')}) and it was not installed: ${problem ?? 'apt-get put none on the PATH'}.
Install Chromium and a font, on Debian: apt-get install chromium ${fonts}
or name a browser: CHROMIUM=/path/to/chromium`);
  }
  return browser;
}

/**
 * The first of these programs on the PATH.
 * @param {readonly string[]} programs
 * @returns {string | undefined}
 */
export function onPath(programs) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return programs
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find((file) => fs.existsSync(file));
}

function hasFonts() {
  const list = spawnSync('fc-list', { encoding: 'utf8' });
  // Where fontconfig's own program is missing nothing can be said, and the browser's package has been installed by someone.
  return list.error !== undefined || list.stdout.trim() !== '';
}

/**
 * @param {readonly string[]} packages
 * @returns {Promise<string | undefined>} Why it could not be done.
 */
async function installPackages(packages) {
  if (!fs.existsSync('/etc/debian_version') || !onPath(['apt-get'])) {
    return 'this is no Debian-like system';
  }
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && spawnSync('sudo', ['-n', 'true']).status !== 0) {
    return 'this needs root, or sudo without a password';
  }
  console.log(`Installing ${packages.join(' and ')} with apt-get`);
  const apt = [...(isRoot ? [] : ['sudo', '-n']), 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq'];
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  for (const step of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const [command = '', ...args] = [...apt, ...wait, ...step];
    const { ok, output } = await runCommand(command, args);
    if (!ok) {
      return `apt-get ${step[0]} failed: ${output.trim()}`;
    }
  }
  return undefined;
}
