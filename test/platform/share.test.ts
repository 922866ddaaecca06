import assert from 'node:assert/strict';
import { share } from '../../src/platform/node/share';

describe('Shared bytes', () => {
  it('are those that were given, in memory that threads share', async () => {
    const bytes = new Uint8Array((9 << 20) + 3).map((_, index) => index % 251);
    const copy = await share(bytes);
    assert.ok(copy.buffer instanceof SharedArrayBuffer);
    assert.equal(Buffer.compare(copy, bytes), 0);
    assert.equal((await share(new Uint8Array(0))).length, 0);
  });
});
