import { reportOf } from './analyzing';
import { FIXTURES } from './fixtures';
import { assertHolds } from './holds';

describe('every hand-written export', () => {
  for (const { name, inputs, options, expected } of FIXTURES) {
    it(`${name} says what its expectation says`, async () => {
      assertHolds(await reportOf(inputs, options), expected);
    });
  }
});
