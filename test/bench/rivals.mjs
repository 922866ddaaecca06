// The libraries that are measured beside this extension: installed when they are asked for, never dependencies of the project.
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { runCommand } from '../vscode/processes.mjs';
import { rivalsFolder } from './paths.mjs';

/** Pinned, so that two runs compare the same. */
export const rivalVersions = {
  '@duckdb/node-api': '1.5.6-r.1',
  chdb: '3.4.0',
  'csv-parse': '7.0.3',
  papaparse: '5.7.1',
  udsv: '0.7.3',
};

/** @typedef {keyof typeof rivalVersions} Rival */

const manifest = path.join(rivalsFolder, 'package.json');

/** Loads a rival's module, from a process that measures it. @param {Rival} rival @param {string} [entry] A module within it. */
export const loadRival = (rival, entry = rival) => createRequire(manifest)(entry);

/** @type {Map<Rival, Promise<string | undefined>>} */
const installations = new Map();
/** @type {Promise<unknown>} */
let last = Promise.resolve();

/** Installs a rival where it is missing. @param {Rival} rival @returns {Promise<string | undefined>} Why it cannot be had. */
export function installRival(rival) {
  const installation = installations.get(rival) ?? last.then(() => install(rival));
  installations.set(rival, installation);
  // One after the other: npm rewrites the folder each time.
  last = installation;
  return installation;
}

/** @param {Rival} rival @returns {Promise<string | undefined>} */
async function install(rival) {
  const version = rivalVersions[rival];
  if (installedVersion(rival) === version) {
    return undefined;
  }
  if (!existsSync(manifest)) {
    writeFileSync(manifest, JSON.stringify({ name: 'rivals', private: true }));
  }
  console.error(`Installing ${rival} ${version}`);
  // All of them ship built: no script of theirs needs to run.
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--save-exact'];
  const { ok, output } = await runCommand('npm', ['install', ...quiet, `${rival}@${version}`], { cwd: rivalsFolder });
  return ok ? undefined : `not installed: ${output.trim().split('\n')[0]}`;
}

/** @param {Rival} rival */
function installedVersion(rival) {
  try {
    return loadRival(rival, path.join(rivalsFolder, 'node_modules', rival, 'package.json')).version;
  } catch {
    return undefined;
  }
}
