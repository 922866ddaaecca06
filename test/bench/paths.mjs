// Where the bench keeps what it makes: git does not know the folder, and deleting it costs only time.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../vscode/paths.mjs';

/** A folder of the bench's own, made where it is missing. @param {string} name */
function folder(name) {
  const created = path.join(root, '.bench', name);
  mkdirSync(created, { recursive: true });
  return created;
}

export const dataFolder = folder('data');
export const buildFolder = folder('build');
export const rivalsFolder = folder('rivals');
export const resultsFile = path.join(root, '.bench/results.json');
