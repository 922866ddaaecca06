import assert from 'node:assert/strict';
import { formatDay, parseDay } from '../../src/core/model/day';
import { analysisOf, done, type Input, TODAY } from './analyzing';
import { FIXTURES } from './fixtures';

const FIRST = '1970-01-01';
const LAST = parseDay(TODAY) ?? assert.fail();

describe('messages inside the organisation, and messages of several files', () => {
  for (const { name, inputs, options } of FIXTURES) {
    it(`are each on one day: ${name}`, async () => {
      const [some] = inputs as readonly [Input];
      const analysis = await analysisOf([...inputs, { ...some, path: 'again' }], options);
      const whole = analysis.report();
      const within = (start: string, end: string): { internal: number; shared: number } =>
        done(analysis.reportFor({ start, end })) ?? assert.fail();
      let before = { internal: 0, shared: 0 };
      for (const days of [60, 40, 29, 28, 27, 26, 25, 20, 1]) {
        const early = within(FIRST, formatDay(LAST - days));
        const late = within(formatDay(LAST - days + 1), TODAY);
        assert.equal(early.internal + late.internal, whole.internal, `${days} days before the last`);
        assert.equal(early.shared + late.shared, whole.shared, `${days} days before the last`);
        assert.ok(early.internal >= before.internal && early.shared >= before.shared);
        before = early;
      }
    });
  }
});
