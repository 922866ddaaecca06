import assert from 'node:assert/strict';
import { whyNoInsight } from '../../webview/components/whyNoInsight';

describe('Why no insight is shown', () => {
  const done = { isReading: false, isCancelled: false, isUntold: false };

  it('is good news only of a whole reading that tells how mail travelled', () => {
    assert.equal(whyNoInsight(done, 0), 'none');
    assert.equal(whyNoInsight(done, 1), 'nothingElse');
    assert.equal(whyNoInsight({ ...done, isCancelled: true }, 0), 'cancelled');
    assert.equal(whyNoInsight({ ...done, isCancelled: true, isUntold: true }, 0), 'untold');
    assert.equal(whyNoInsight({ ...done, isReading: true }, 0), 'later');
  });
});
