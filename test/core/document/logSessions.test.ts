import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { foldingOf, isProtocolLog, type LogSession, readLogSessions } from '../../../src/core/document/logSessions';
import { outlineOf } from '../../../src/core/document/outline';
import { TLS_STATES } from '../../../src/core/model/tls';
import { Random } from '../../generate/random';
import { analyze, done } from '../analyzing';

function sessionsIn(text: string): LogSession[] {
  const lines = text.split(/\r\n|\r|\n/);
  return done(readLogSessions({ count: lines.length, lineAt: (row) => lines[row] ?? '' }));
}

/** Rows that carry nothing but a session's letter. */
function rowsOf(order: string): string {
  return [...order].map((session) => `2026-03-02T08:00:00.000Z,EX1,${session},0,,192.0.2.1:25,<,NOOP,`).join('\n');
}

const foldsOf = (order: string) => foldingOf(sessionsIn(rowsOf(order))).map(({ first, last }) => [first, last]);

describe('the sessions of a protocol log', () => {
  it('are as many as the engine counts, with their TLS version', async () => {
    const bytes = readFileSync('test/fixtures/protocol-log/receive-states.log');
    const sessions = sessionsIn(bytes.toString('utf8'));
    const report = await analyze([{ path: 'receive-states.log', bytes }]);
    assert.equal(sessions.length, report.files[0]?.sessions?.total);
    assert.ok(isProtocolLog(report));
    const told = new Set(sessions.map(({ tls }) => (tls === undefined ? 'none' : TLS_STATES[tls])));
    assert.ok(told.has('none') && told.size > 1, [...told].join(', '));
    for (const { first, last, runs, time, connector } of sessions) {
      assert.equal(runs[0]?.first, first);
      assert.equal(runs.at(-1)?.last, last);
      assert.match(time, /^2026-03-02T/);
      assert.notEqual(connector, '');
    }
  });

  it('have their fields where #Fields says', () => {
    const [session] = sessionsIn(
      '#Fields: session-id,date-time,context,connector-id,remote-endpoint\nS1,T1,"TLS protocol SP_PROT_TLS1_1_SERVER negotiation succeeded, x",C1,R1',
    );
    assert.deepEqual(
      [session?.session, session?.time, session?.connector, session?.remote, TLS_STATES[session?.tls ?? 0]],
      ['S1', 'T1', 'C1', 'R1', 'tls1.1'],
    );
  });

  it('fold as a whole, one within another', () => {
    assert.deepEqual(foldsOf('aaabbb'), [
      [0, 2],
      [3, 5],
    ]);
    assert.deepEqual(foldsOf('aabbba'), [
      [0, 5],
      [2, 4],
    ]);
    assert.deepEqual(foldsOf('ab'), []);
  });

  it('fold in parts where they cross', () => {
    assert.deepEqual(foldsOf('aabbaabb'), [
      [0, 5],
      [2, 3],
      [6, 7],
    ]);
  });

  it('never cross, whatever the order', () => {
    const random = new Random(7);
    for (let round = 0; round < 300; round++) {
      const order = Array.from({ length: 40 }, () => random.pick([...'abcdefg'])).join('');
      const folds = foldsOf(order);
      for (const [first = 0, last = 0] of folds) {
        for (const [otherFirst = 0, otherLast = 0] of folds) {
          const crosses = first < otherFirst && otherFirst <= last && last < otherLast;
          assert.ok(!crosses, `${order}: ${first}-${last} and ${otherFirst}-${otherLast}`);
        }
      }
    }
  });

  it('are listed by connector, and no more of them than somebody reads', () => {
    const lines = Array.from(
      { length: 10 },
      (_, session) => `T${session},${session === 9 ? 'Last' : 'EX1'},${session},0,,R,<,,`,
    );
    const sessions = sessionsIn(lines.join('\n'));
    assert.deepEqual(
      outlineOf(sessions, 3).map(({ name, total, sessions: listed, last }) => [name, total, listed.length, last]),
      [
        ['EX1', 9, 3, 8],
        ['Last', 1, 1, 9],
      ],
    );
  });

  it('leave lines alone that are none', () => {
    assert.deepEqual(sessionsIn('\n\nnothing\n,,\n"open'), []);
  });
});
