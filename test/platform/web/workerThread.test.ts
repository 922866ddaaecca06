import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { WorkerReply } from '../../../src/core/stretch/workerMessages';
import { pause } from '../../../src/platform/node/pause';
import type { WorkerInput } from '../../../src/platform/web/workerInput';
import { workerReaders } from '../../../src/platform/web/workerReaders';

const OPTIONS = { missingTlsMeansNone: false, dateOrder: 'monthFirst', today: 0 } as const;
const bytes = new Uint8Array(readFileSync('media/sample/message-trace-sample.csv'));
const input = { location: '/sample.csv', bytes };

/** A browser's worker as far as a test answers for it. */
class FakeWorker {
  static made: FakeWorker[] = [];
  readonly posted: WorkerInput[] = [];
  isTerminated = false;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message?: string; preventDefault(): void }) => void) | null = null;

  constructor() {
    FakeWorker.made.push(this);
  }

  postMessage(message: WorkerInput): void {
    this.posted.push(message);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  reply(reply: WorkerReply): void {
    this.onmessage?.({ data: reply });
  }
}

describe('A reading worker, seen from the extension host', () => {
  const globals = globalThis as { Worker?: unknown };
  const before = globals.Worker;

  beforeEach(() => {
    FakeWorker.made = [];
    globals.Worker = FakeWorker;
  });

  afterEach(() => {
    globals.Worker = before;
  });

  it('is told how to read, then sent a file in pieces, once, and then requests', async () => {
    const readers = workerReaders(OPTIONS, 'blob:script', pause);
    const large = { location: '/large.csv', bytes: new Uint8Array(5 << 20).fill(65) };
    readers.begin(large, 1000).catch(() => {});
    readers.probe(large, 1000).catch(() => {});
    for (let round = 0; round < 5; round++) {
      await pause();
    }
    const [start, first, second, begin, probe] = FakeWorker.made[0]?.posted ?? [];
    assert.equal(start?.kind, 'start');
    assert.ok(first?.kind === 'piece' && second?.kind === 'piece');
    assert.deepEqual([first.at, first.size, second.at], [0, 5 << 20, first.bytes.length]);
    assert.deepEqual(Buffer.concat([first.bytes, second.bytes]), Buffer.from(large.bytes));
    assert.deepEqual(begin, { kind: 'begin', id: 1, input: { location: '/large.csv' }, to: 1000 });
    assert.deepEqual(probe, { kind: 'probe', id: 2, input: { location: '/large.csv' }, end: 1000 });
    assert.equal(FakeWorker.made[0]?.posted.length, 5);
    readers.dispose();
  });

  it('is ended when reading is cancelled, and what was asked of it is answered without it', async () => {
    const readers = workerReaders(OPTIONS, 'blob:script', pause);
    const begun = readers.begin(input, 1000);
    const probed = readers.probe(input, 1000);
    readers.cancel();
    assert.equal(FakeWorker.made[0]?.isTerminated, true);
    const { beginning, size, parts } = await begun;
    assert.equal(beginning.kind?.format, 'extended-message-trace');
    assert.deepEqual([size, parts], [bytes.length, []]);
    assert.equal((await probed).key, '');
    const kind = beginning.kind ?? assert.fail();
    const stretch = { kind, from: 0, to: size, isExact: true, state: undefined, width: 0, isUniversal: false };
    await readers.read({ ...stretch, input }, () => assert.fail('no part'), false);
    assert.equal(FakeWorker.made.length, 1);
  });

  it('counts as crashed when it tells an error, though a browser lets it live', async () => {
    const readers = workerReaders(OPTIONS, 'blob:script', pause);
    const begun = readers.begin(input, 1000);
    FakeWorker.made[0]?.onerror?.({ message: 'broken', preventDefault: () => {} });
    await assert.rejects(begun, /broken/);
    assert.equal(FakeWorker.made[0]?.isTerminated, true);
    readers.begin(input, 1000).catch(() => {});
    assert.equal(FakeWorker.made.length, 2);
    readers.dispose();
  });
});
