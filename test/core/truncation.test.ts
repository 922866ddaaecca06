import assert from 'node:assert/strict';
import { assertAccounted, dataRecordsOf, placesIn } from './accounting';
import { reportOf } from './analyzing';
import { encode } from './encodings';
import { fixture, isLog, isTable, SEPARATE_FIXTURES } from './fixtures';

describe('a file that ends anywhere is accounted for', () => {
  for (const one of SEPARATE_FIXTURES) {
    const { name, inputs, options } = one;
    const isCounted = isTable(one) || isLog(one);
    it(name, async () => {
      for (const [index, { path, bytes }] of inputs.entries()) {
        for (const end of placesIn(bytes.length)) {
          const cut = bytes.subarray(0, end);
          const report = await reportOf(inputs.with(index, { path, bytes: cut }), options);
          assertAccounted(report, `${path} cut at ${end}`);
          const file = report.files[index];
          if (!isCounted) {
            continue;
          }
          assert.equal(file?.records, file?.format === null ? 0 : dataRecordsOf(cut), `${path} cut at ${end}`);
        }
      }
    });
  }

  it('also in UTF-16, whose characters it may cut', async () => {
    const { inputs, options } = fixture('extended-trace/type-conflict');
    const bytes = encode(new TextDecoder().decode(inputs[0]?.bytes), 'UTF-16LE');
    for (const end of placesIn(bytes.length)) {
      const report = await reportOf([{ path: 'a.csv', bytes: bytes.subarray(0, end) }], options);
      assertAccounted(report, `cut at ${end}`);
    }
  });
});
