import assert from 'node:assert/strict';
import { MailFlow } from '../../src/core/aggregate/mailFlow';
import { FileAccount } from '../../src/core/formats/fileAccount';
import { SessionStore } from '../../src/core/formats/protocolLog/sessionStore';

describe('sessions that never end', () => {
  it('are counted early where they are too many, which is said once', () => {
    const account = new FileAccount(0, 'RECV.LOG');
    const store = new SessionStore(new MailFlow(), [account]);
    for (let number = 0; number < 500; number++) {
      const session = store.of('inbound', 'ex1', `08DE${number}`);
      session.row(0, 0, { file: 0, line: number + 1 });
      store.advance(session, 1_000_000);
    }
    assert.ok((account.sessions?.total ?? 0) >= 400);
    assert.deepEqual(account.problems, [{ line: 0, reason: 'tooManyOpenSessions' }]);
    for (const _ of store.finish()) {
      // A few sessions at each step.
    }
    assert.equal(account.sessions?.total, 500);
    assert.equal(account.records, 500);
  });
});
