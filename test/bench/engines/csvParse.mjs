// csv-parse, as a stream.
import { loadRival } from '../rivals.mjs';
import { countingWith, openText } from './counting.mjs';

const { parse } = loadRival('csv-parse');

export const prepare = countingWith(async (file, kind, record) => {
  const isTrace = kind.format === 'trace';
  const parser = parse({ delimiter: ',', record_delimiter: '\r\n', from_line: isTrace ? 2 : 6 });
  for await (const cells of openText(file, kind).pipe(parser)) {
    record(cells);
  }
});
