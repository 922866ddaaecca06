import assert from 'node:assert/strict';
import { readSessions } from '../../src/core/facts/sessionParts';
import { MemoryBytes } from '../../src/core/stretch/memoryBytes';
import { serveRequest } from '../../src/core/stretch/serveRequest';
import { StretchWorker } from '../../src/core/stretch/stretchWorker';
import { newInflateKernel } from '../../src/platform/kernels';
import { ownScanning } from '../../src/platform/node/scanning';
import { logHead } from '../generate/protocolLogs';
import { TELLING } from './inStretches';

const SESSIONS = 5000;

describe('very many sessions that a stretch does not hold whole', () => {
  it('are handed over in few buffers: hosts look through all of them for each', () => {
    const rows = Array.from(
      { length: SESSIONS },
      (_, n) => `2026-03-02T08:00:00.000Z,EX1\\Relay,08DE${n},3,,192.0.2.1:25,<,MAIL FROM:<a@b.example>,\r\n`,
    );
    const bytes = new TextEncoder().encode(logHead('receive') + rows.join(''));
    const open = (): MemoryBytes => new MemoryBytes(bytes);
    const host = { scanning: ownScanning(), inflateKernel: newInflateKernel, open, isCancelled: () => false };
    const worker = new StretchWorker(host, TELLING);
    let most = 0;
    let sessions = 0;
    serveRequest(worker, { kind: 'begin', id: 1, input: { location: 'a' }, to: bytes.length }, (reply, buffers) => {
      assert.ok(reply.kind === 'begun');
      sessions += reply.file.parts.reduce((sum, { facts }) => sum + [...readSessions(facts.sessions)].length, 0);
      most = Math.max(most, buffers.length);
    });
    assert.equal(sessions, SESSIONS);
    assert.ok(most < 100, `${most} buffers`);
  });
});
