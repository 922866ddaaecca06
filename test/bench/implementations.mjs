// Who is measured.
import path from 'node:path';
import { bundle } from './bundle.mjs';
import { installRival } from './rivals.mjs';

/**
 * @typedef {object} Implementation
 * @property {string} id
 * @property {string} title As the table says it.
 * @property {string} module The one that child.mjs loads.
 * @property {number} threads
 * @property {import('./rivals.mjs').Rival} [rival] To be installed for it.
 * @property {boolean} [isSlow] Measured with the smaller exports only, unless asked for.
 * @property {boolean} [isOurs]
 * @property {boolean} [isCold] Its threads start with the clock, those of all others before.
 * @property {(kind: import('./kinds.mjs').Kind) => string | undefined} [cannot] Why it cannot read such an export.
 */

const engine = (/** @type {string} */ name) => path.join(import.meta.dirname, 'engines', name);

/** @type {Implementation} */
export const reading = { id: 'read', title: 'reading only', module: engine('readOnly.mjs'), threads: 1 };

/**
 * All implementations in the order of the table. Those that can use several threads are there with one and with `threads`.
 * @param {number} threads
 * @returns {Promise<Implementation[]>}
 */
export async function implementations(threads) {
  const { file: ours } = await bundle('engines/ours.ts');
  await bundle('../../src/platform/node/readingThread.ts');
  /** @type {(base: Omit<Implementation, 'threads'>) => Implementation[]} */
  const threaded = (base) =>
    [...new Set([1, threads])].map((count) => ({
      ...base,
      id: `${base.id}-${count}`,
      title: `${base.title}, ${count} ${count === 1 ? 'thread' : 'threads'}`,
      threads: count,
    }));
  const slow = { threads: 1, isSlow: true, cannot: noQuery };
  return [
    { id: 'wc', title: '`wc -l`', module: engine('wc.mjs'), threads: 1 },
    reading,
    ...threaded({ id: 'ours', title: 'Mail Flow Insights', module: ours, isOurs: true }),
    {
      id: 'ours-cold',
      title: `… started with the clock, ${threads} threads`,
      module: ours,
      threads,
      isOurs: true,
      isCold: true,
    },
    ...threaded({
      id: 'duckdb',
      title: 'DuckDB',
      module: engine('duckdb.mjs'),
      rival: '@duckdb/node-api',
      cannot: noQuery,
    }),
    ...threaded({
      id: 'clickhouse',
      title: 'ClickHouse',
      module: engine('clickhouse.mjs'),
      rival: 'chdb',
      cannot: utf8Only,
    }),
    { id: 'papaparse', title: 'papaparse', module: engine('papaparse.mjs'), rival: 'papaparse', ...slow },
    { id: 'udsv', title: 'uDSV', module: engine('udsv.mjs'), rival: 'udsv', ...slow },
    { id: 'csv-parse', title: 'csv-parse', module: engine('csvParse.mjs'), rival: 'csv-parse', ...slow },
  ];
}

/** @param {import('./kinds.mjs').Kind} kind */
const noQuery = ({ format }) => (format === 'trace' || format === 'log' ? undefined : 'has no query for it');

/** @param {import('./kinds.mjs').Kind} kind */
const utf8Only = (kind) => noQuery(kind) ?? (kind.encoding === 'utf8' ? undefined : 'cannot read UTF-16');

/** Slow ones run up to this size, in bytes. */
const SLOW_SIZE = 100e6;

/**
 * Why an implementation is not run with an export, if so; installs what it needs otherwise.
 * @param {Implementation} implementation @param {import('./dataSet.mjs').DataSet} data @param {boolean} all
 * @returns {Promise<string | undefined>}
 */
export async function whyNot({ cannot, isSlow, rival }, { kind, size }, all) {
  if (isSlow && size > SLOW_SIZE && !all) {
    return 'slow: --all runs it';
  }
  return cannot?.(kind) ?? (rival === undefined ? undefined : installRival(rival));
}
