import assert from 'node:assert/strict';
import { MailFlow } from '../../src/core/aggregate/mailFlow';
import { FileAccount } from '../../src/core/facts/fileAccount';
import type { SessionPart } from '../../src/core/facts/sessionParts';
import { EVENT_NUMBERS } from '../../src/core/formats/protocolLog/sessionEvents';
import { SessionStore } from '../../src/core/formats/protocolLog/sessionStore';

/** A session of one row that never ends, with as many events as are given. */
function endless(number: number, events: number): SessionPart {
  return {
    direction: 'inbound',
    idHigh: number,
    idLow: number * 7,
    server: 1,
    connector: 2,
    remote: 0,
    hasLocal: true,
    isHub: false,
    rows: 1,
    firstLine: number + 1,
    firstSequence: 0,
    lastSequence: -1,
    firstDay: number,
    firstMillisecond: 0,
    isImplicit: false,
    runs: [[0, 0]],
    events: new Int32Array(events * EVENT_NUMBERS),
  };
}

describe('sessions that never end', () => {
  it('are counted early where they are too many, which is said once', () => {
    const account = new FileAccount(0, 'RECV.LOG');
    const store = new SessionStore(new MailFlow(), [account]);
    for (let number = 0; number < 500; number++) {
      store.add(endless(number, 30_000), ['', 'ex1', 'EX1\\Default Frontend EX1'], 0, 0);
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
