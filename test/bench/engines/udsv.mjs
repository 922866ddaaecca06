// uDSV, chunk by chunk, into arrays of strings.
import { loadRival } from '../rivals.mjs';
import { countingWith, openText } from './counting.mjs';

const { inferSchema, initParser } = loadRival('udsv');

export const prepare = countingWith(async (file, kind, record) => {
  let parser;
  for await (const text of openText(file, kind)) {
    // It takes the first line for the titles: of a log, that line is the last directive.
    const chunk = parser === undefined && kind.format === 'log' ? text.replace(/^(#[^\n]*\n)+?#Fields: /, '') : text;
    parser ??= initParser(inferSchema(chunk));
    parser.chunk(chunk, parser.stringArrs, record);
  }
  parser?.end();
});
