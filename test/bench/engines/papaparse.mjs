// papaparse alone, as it is fastest: in chunks, with delimiter and line ends told.
import { loadRival } from '../rivals.mjs';
import { countingWith, openText } from './counting.mjs';

const Papa = loadRival('papaparse');

export const prepare = countingWith((file, kind, record) => {
  let isHeader = kind.format === 'trace';
  return new Promise((resolve, reject) => {
    Papa.parse(openText(file, kind), {
      delimiter: ',',
      newline: '\r\n',
      skipEmptyLines: true,
      chunk: ({ data }) => {
        for (const cells of isHeader ? data.slice(1) : data) {
          record(cells);
        }
        isHeader = false;
      },
      complete: resolve,
      error: reject,
    });
  });
});
