// Runs one implementation once, in a process of its own.
import path from 'node:path';
import { startGroup } from '../vscode/processes.mjs';

/** @typedef {import('./child.mjs').Measure} Measure */

const child = path.join(import.meta.dirname, 'child.mjs');

/**
 * @param {import('./implementations.mjs').Implementation} implementation
 * @param {import('./dataSet.mjs').DataSet} data
 * @param {{ watchesSlices?: boolean }} [options]
 * @returns {Promise<Measure>}
 * @throws {Error} with the last lines that the process wrote.
 */
export function measure({ module, threads, isCold = false }, { kind, files }, { watchesSlices = false } = {}) {
  /** @type {import('./child.mjs').Job} */
  const job = { module, kind, files, threads, isCold, watchesSlices };
  const started = startGroup(process.execPath, [child, JSON.stringify(job)], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [started.stdout, started.stderr]) {
    stream?.on('data', (data) => {
      output = (output + data).slice(-4000);
    });
  }
  return new Promise((resolve, reject) => {
    /** @type {Measure | undefined} */
    let result;
    started.once('message', (message) => {
      result = /** @type {Measure} */ (message);
    });
    started.once('error', reject);
    started.once('close', (status, signal) => {
      if (result === undefined) {
        reject(new Error(`${output.trim() || 'no output'} (${signal ?? `status ${status}`})`));
      } else {
        resolve(result);
      }
    });
  });
}
