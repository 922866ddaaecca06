import assert from 'node:assert/strict';
import { ColumnPlan } from '../../src/core/reading/columnPlan';
import { parseIsoTime } from '../../src/core/reading/isoTime';
import { Random } from '../generate/random';
import { cut, everything, scanned, universal } from './cursors';

const DATES = [
  '2026-03-02',
  '2024-02-29',
  '2026-02-29',
  '2000-02-29',
  '1900-02-29',
  '2100-02-29',
  '2100-02-28',
  '1970-01-01',
  '1969-12-31',
  '1969-12-30',
  '0000-01-01',
  '0070-01-01',
  '2026-00-10',
  '2026-13-01',
  '2026-04-31',
  '2026-01-00',
  '2026-12-31',
  '9999-12-31',
];
const CLOCKS = ['00:00:00', '08:15:59', '23:59:59', '23:59:60', '24:00:00', '12:60:00', '12:00:61', '8:15:00', '08:15'];
const DECIMALS = ['', '.', '.1', '.12', '.123', '.9999999', '.123456789', '.1234567890', ',123', '.12x', '.١٢٣'];
const ENDS = ['Z', '', 'z', ' Z', '+02:00', '-0130', '+24:00', '+2', 'ZZ'];

/** Times of every form that is nearly one, now and then with a character changed. */
function someTime(random: Random): string {
  const isUsual = random.chance(0.5);
  const decimals = isUsual ? random.pick(['.123', '.1234567', '.123456789']) : random.pick(DECIMALS);
  const end = isUsual ? 'Z' : random.pick(ENDS);
  const text = `${random.pick(DATES)}${random.chance(0.9) ? 'T' : ' '}${random.pick(CLOCKS)}${decimals}${end}`;
  if (random.chance(0.8)) {
    return text;
  }
  const at = random.integer(0, text.length);
  return (
    text.slice(0, at) +
    random.pick(['0', '9', ':', '/', ' ', 'T', '-', 'é', '\u0131']) +
    text.slice(at + random.integer(0, 1))
  );
}

describe('times', () => {
  for (const encoding of ['utf-8', 'utf-16le'] as const) {
    it(`of any form are read alike by both readers in ${encoding}`, () => {
      const random = new Random(5);
      const plan = new ColumnPlan();
      plan.time(1);
      plan.time(2);
      const lines = Array.from({ length: 8000 }, () => `x,${someTime(random)},"${someTime(random)}"\r\n`);
      const bytes = Buffer.from(lines.join(''), encoding === 'utf-8' ? 'utf8' : 'utf16le');
      const guess = { encoding, bomLength: 0, binary: false };
      const dialect = { delimiter: ',', newline: '\n' } as const;
      const questions = { plans: [plan], every: 1, columns: [] };
      const expected = everything(universal, [bytes], guess, dialect, questions);
      assert.deepEqual(everything(scanned, cut(bytes, random), guess, dialect, questions), expected);
    });
  }

  it('mean the same whatever was read before', () => {
    for (const date of DATES) {
      for (const clock of CLOCKS) {
        const text = `${date}T${clock}.123Z`;
        parseIsoTime('2001-01-01T00:00:00.000Z');
        const first = parseIsoTime(text);
        assert.equal(parseIsoTime(text), first, text);
      }
    }
  });
});
