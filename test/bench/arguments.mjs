// The command line of `npm run bench`.
import { parseArgs } from 'node:util';
import { kinds } from './kinds.mjs';
import { parseSize } from './size.mjs';

const usage = `Usage: npm run bench -- [options]

Answers one question about generated exports with this extension's engine and with others, one process each, and prints one table.

  --size SIZES      sizes of the exports, decimal (default 100M,1G)
  --only KINDS      only these exports: ${Object.keys(kinds).join(', ')}
  --engines NAMES   only implementations whose name begins so: ours, wc, read, papaparse, udsv, csv-parse, duckdb, clickhouse
  --rounds N        how often each is run; the table shows medians (default 5)
  --threads N       threads of those that can use several (default 2)
  --all             the slow ones at every size, and every kind of export too
  --memory          also 100 MB, 1 GB and 4 GB with an equal number of messages: does memory stay the same? and 20 million messages:
                    what does each take? With --only (of extended, log, distinct): nothing else
  --host            only the measures in a real VS Code
  --no-host         none of them; nor where --only or --engines is given
  --page            only the report's page by itself, in a browser: 20,700 rows, until painted and while they scroll
  --help

Exports, rivals and results.json are kept in .bench/. Exit status 1: an answer differs, or this extension's engine failed.`;

/**
 * @typedef {object} Wishes
 * @property {readonly number[]} sizes Bytes.
 * @property {readonly import('./kinds.mjs').KindName[]} kinds
 * @property {boolean} isNamed Whether the kinds were named: then each is measured at every size.
 * @property {(name: string) => boolean} wantsEngine
 * @property {number} rounds
 * @property {number} threads
 * @property {boolean} all
 * @property {boolean} memory
 * @property {'only' | 'also' | 'not'} host
 * @property {boolean} page Nothing but the page.
 */

/** Reads the command line. Prints the usage, or what is wrong, and ends where there is nothing to measure. @returns {Wishes} */
export function readArguments() {
  try {
    return wishesOf(parseArgs({ options }).values);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

const text = /** @type {const} */ ({ type: 'string' });
const flag = /** @type {const} */ ({ type: 'boolean', default: false });
const options = {
  ...{ size: { ...text, default: '100M,1G' }, only: text, engines: text },
  ...{ rounds: { ...text, default: '5' }, threads: { ...text, default: '2' } },
  ...{ all: flag, memory: flag, host: flag, 'no-host': flag, page: flag, help: flag },
};

/** @param {any} values @returns {Wishes} */
function wishesOf({ size, only, engines, rounds, threads, all, memory, host, 'no-host': noHost, page, help }) {
  if (help) {
    console.log(usage);
    process.exit(0);
  }
  return {
    sizes: size.split(',').map(parseSize),
    kinds: only === undefined ? kindNames : only.split(',').map(kindNamed),
    isNamed: only !== undefined,
    wantsEngine: (name) => engines === undefined || engines.split(',').some((start) => name.startsWith(start)),
    rounds: count('rounds', rounds),
    threads: count('threads', threads),
    all,
    memory,
    page,
    host: host ? 'only' : noHost || only !== undefined || engines !== undefined ? 'not' : 'also',
  };
}

const kindNames = /** @type {import('./kinds.mjs').KindName[]} */ (Object.keys(kinds));

/** @param {string} name */
function kindNamed(name) {
  const known = kindNames.find((kind) => kind === name);
  if (known === undefined) {
    throw new Error(`There is no kind of export called ${name}; there are ${kindNames.join(', ')}`);
  }
  return known;
}

/** @param {string} option @param {string} text */
function count(option, text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) {
    throw new Error(`--${option} must be a number from 1 on, not ${text}`);
  }
  return number;
}
