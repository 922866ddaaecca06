// The extension's files as a browser gets them: those that are packed, and no others.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../vscode/paths.mjs';

const types = { '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml' };

/** Looks up a file; undefined where there is none in the package. `.vscodeignore` leaves out everything, and names what ships. */
export function shippedFiles() {
  const lines = fs.readFileSync(path.join(root, '.vscodeignore'), 'utf8').split('\n');
  const patterns = lines
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1).replaceAll('.', '\\.').replaceAll('**', '.+').replaceAll('*', '[^/]*'));
  const isShipped = new RegExp(`^(${patterns.join('|')})$`);
  return (/** @type {string} */ name) => {
    const file = path.join(root, name);
    return isShipped.test(name) && fs.existsSync(file)
      ? { type: typeOf(name), content: fs.readFileSync(file) }
      : undefined;
  };
}

/** @param {string} name */
const typeOf = (name) => types[/** @type {keyof typeof types} */ (path.extname(name))] ?? 'application/octet-stream';
