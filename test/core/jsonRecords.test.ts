import assert from 'node:assert/strict';
import { ColumnPlan } from '../../src/core/reading/columnPlan';
import { cellsOf } from '../../src/core/reading/columns';
import { JsonRecords } from '../../src/core/reading/json/jsonRecords';
import { titlesOfJson } from '../../src/core/reading/json/jsonStart';
import { piecesOf } from './analyzing';

/** Records with their lines, and problems, of a JSON text that comes in pieces. */
function readJson(text: string, size = text.length): { records: string[]; problems: string[] } {
  const records: string[] = [];
  const problems: string[] = [];
  const source = new JsonRecords(
    { encoding: 'utf-8', bomLength: 0, binary: false },
    {
      plan: new ColumnPlan(),
      record: (record) => {
        if (!record.isHeader) {
          records.push(`${record.line} ${cellsOf(record).join()}`);
        }
      },
      malformed: (line, reason) => problems.push(`${line} ${reason}`),
      invalid: () => assert.fail('not UTF-8'),
    },
  );
  for (const piece of piecesOf(new TextEncoder().encode(text), Math.max(1, size))) {
    source.push(piece);
  }
  source.end();
  return { records, problems };
}

const ENVELOPES: Readonly<Record<string, string>> = {
  'an array': '[{"a":1},\n{"a":2}]',
  lines: '{"a":1}\n{"a":2}\n',
  'Graph and OData': '{"@odata.context":"x","value":[{"a":1},\n{"a":2}],"@odata.nextLink":"y"}',
  'a hunting query': '{"Schema":[{"Name":"a"}],"Results":[{"a":1},\n{"a":2}]}',
  'an event stream': '{"records":[{"a":1},\n{"a":2}]}',
  'a reporting service, verbose': '{"d":{"results":[{"a":1},\n{"a":2}]}}',
  'the same with a count and more to come':
    '{ "d" : { "__count": "2", "results": [{"a":1},\n{"a":2}], "__next": "y" } }',
  'envelopes one after the other': '{"d":{"results":[{"a":1}]}}\n{"value":[{"a":2}]}',
};

describe('JSON in an envelope', () => {
  for (const [about, text] of Object.entries(ENVELOPES)) {
    it(`is read from ${about}`, () => {
      for (let size = 1; size <= text.length; size++) {
        assert.deepEqual(readJson(text, size), { records: ['1 1', '2 2'], problems: [] }, `pieces of ${size}`);
      }
      assert.deepEqual(titlesOfJson(text), ['a']);
    });
  }

  it('is no envelope where the array is a member of a record', () => {
    const text = '{"e":{"results":[{"a":1}]},"d":{"x":{"results":[1]}}}';
    assert.deepEqual(readJson(text).problems, []);
    assert.equal(readJson(text).records.length, 1);
  });

  it('does not hide what stands behind it', () => {
    assert.deepEqual(readJson('{"d":{"results":[{"a":1}]}} stray').problems, ['1 badJson']);
  });
});
