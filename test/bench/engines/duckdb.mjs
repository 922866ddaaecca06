// DuckDB in this process. Types, delimiter and quotes are told, so that it has nothing to guess; smaller buffers than its own suit
// it better here.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadRival } from '../rivals.mjs';
import { answerOf, logColumns, traceColumns } from './sqlAnswer.mjs';

const { DuckDBInstance } = loadRival('@duckdb/node-api');

/** @param {import('../child.mjs').Job} job */
export async function prepare({ files, kind, threads }) {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(threads),
    preserve_insertion_order: 'false',
  });
  const connection = await instance.connect();
  const query = readFileSync(path.join(import.meta.dirname, `sql/duckdb-${kind.format}.sql`), 'utf8');
  const sql = query.replace('{export}', () => source(files, kind));
  return async () => ({ answer: answerOf((await connection.runAndReadAll(sql)).getRows()) });
}

/** @param {readonly string[]} files @param {import('../kinds.mjs').Kind} kind */
function source(files, { format, encoding }) {
  const columns = format === 'trace' ? traceColumns : logColumns;
  const types = columns.map((name) => `'${name}': '${name === 'sequence_number' ? 'INTEGER' : 'VARCHAR'}'`);
  const options = [
    'auto_detect = false',
    format === 'trace' ? 'header = true' : 'header = false, skip = 5',
    `delim = ',', quote = '"', escape = '"', buffer_size = 4000000`,
    `encoding = '${encoding === 'utf8' ? 'utf-8' : 'utf-16'}'`,
    `columns = {${types.join(', ')}}`,
  ];
  return `read_csv([${files.map((file) => `'${file}'`).join(', ')}], ${options.join(', ')})`;
}
