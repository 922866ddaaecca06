import assert from 'node:assert/strict';
import { withoutTitle } from '../../webview/components/withoutTitle';

describe('the sentence of an insight under its title', () => {
  it('does not say the title again, and keeps what the title is about', () => {
    assert.equal(withoutTitle('Old mail: 3 of 4 messages (75%).', 'Old mail'), '3 of 4 messages (75%).');
    assert.equal(withoutTitle('A weak cipher (RC4): 3 of 4 messages.', 'A weak cipher'), 'RC4: 3 of 4 messages.');
    assert.equal(withoutTitle('3 of 4 messages.', 'Old mail'), '3 of 4 messages.');
  });
});
