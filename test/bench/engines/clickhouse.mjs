// ClickHouse in this process (chDB). Types and titles are told. One of several threads takes the file apart and the others count,
// which is faster here than its own choice; smaller blocks and plain reading keep its memory down and cost it no time.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadRival } from '../rivals.mjs';
import { answerOf, logColumns, traceColumns } from './sqlAnswer.mjs';

const { query, queryAsync } = loadRival('chdb');

/** @param {import('../child.mjs').Job} job */
export async function prepare({ files, kind, threads }) {
  const template = readFileSync(path.join(import.meta.dirname, `sql/clickhouse-${kind.format}.sql`), 'utf8');
  const sql = template.replace('{export}', () => source(files, kind)).replace('{settings}', settings(kind, threads));
  // Makes it load its library and start its threads.
  query('SELECT 1');
  return async () => {
    const result = await queryAsync(sql, { format: 'JSONCompact' });
    return { answer: answerOf(result.json().data) };
  };
}

/** @param {readonly string[]} files @param {import('../kinds.mjs').Kind} kind */
function source(files, { format }) {
  const columns = format === 'trace' ? traceColumns : logColumns;
  const types = columns.map((name) => `${name} ${name === 'sequence_number' ? 'UInt32' : 'String'}`);
  const folder = path.dirname(files[0] ?? '');
  const pattern = files.length === 1 ? files[0] : path.join(folder, '*.csv');
  return `file('${pattern}', '${format === 'trace' ? 'CSVWithNames' : 'CSV'}', '${types.join(', ')}')`;
}

/** @param {import('../kinds.mjs').Kind} kind @param {number} threads */
function settings({ format }, threads) {
  return [
    `max_threads = ${threads}`,
    threads === 1 ? 'input_format_parallel_parsing = 0' : `max_parsing_threads = ${threads - 1}`,
    `storage_file_read_method = 'read'`,
    ...(format === 'trace'
      ? ['max_block_size = 2048']
      : ['input_format_csv_skip_first_lines = 5', 'input_format_csv_detect_header = 0']),
  ].join(', ');
}
