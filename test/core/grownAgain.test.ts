import assert from 'node:assert/strict';
import { Analysis } from '../../src/core/analyze';
import { readFiles, readOn } from '../../src/core/readFiles';
import type { MailFlowReport } from '../../src/core/report/report';
import type { Checkpoint } from '../../src/core/stretch/checkpoint';
import { WorkerPool } from '../../src/core/stretch/workerPool';
import { Random } from '../generate/random';
import { OPTIONS } from './analyzing';
import { FakeThreads } from './fakeThreads';
import { shown, TELLING, wholeReport } from './inStretches';
import { gluedLog, smallLog, smallTrace } from './oddFiles';

const SURROUNDINGS = { pause: () => Promise.resolve(), isCancelled: () => false };
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The report of a file that is read each time it has grown to one of `ends`, by new threads each time. */
async function grownReport(bytes: Uint8Array, ends: readonly number[]): Promise<MailFlowReport> {
  const input = { location: 'a' };
  let analysis = new Analysis(['a'], TELLING);
  let checkpoint: Checkpoint | undefined;
  for (const end of [...ends, bytes.length]) {
    const pool = new WorkerPool(new FakeThreads([{ path: 'a', bytes: bytes.subarray(0, end) }], TELLING), 2);
    const next = checkpoint === undefined ? false : await readOn(analysis, input, checkpoint, pool, SURROUNDINGS);
    if (next === false) {
      analysis = new Analysis(['a'], TELLING);
      checkpoint = await readFiles(analysis, [input], pool, SURROUNDINGS);
    } else {
      checkpoint = next;
    }
    await analysis.finish(SURROUNDINGS);
    pool.dispose();
  }
  return shown(analysis.report());
}

describe('a file that grows again and again', () => {
  for (const [about, make] of [
    ['a trace', (seed: number) => smallTrace(seed, 30)],
    ['a log', (seed: number) => smallLog(seed, 8, seed % 2 === 0 ? 'receive' : 'send').join('')],
    ['a log with other fields in its midst', (seed: number) => gluedLog(new Random(seed), 3, ['receive'])],
  ] as const) {
    it(`says in the end what it says at once: ${about}`, async () => {
      for (let seed = 1; seed <= 20; seed++) {
        const random = new Random(seed);
        const bytes = utf8(make(seed));
        const ends = Array.from({ length: random.integer(1, 5) }, () => {
          const at = random.integer(2000, bytes.length);
          return random.chance(0.8) ? bytes.indexOf(10, at) + 1 || bytes.length : at;
        }).sort((a, b) => a - b);
        const expected = await wholeReport([{ path: 'a', bytes }], TELLING);
        assert.deepEqual(await grownReport(bytes, ends), expected, `seed ${seed}, grown at ${ends}`);
      }
    });
  }

  it('is no file without records any more once it has some', async () => {
    const bytes = utf8(smallLog(1, 5, 'receive').join(''));
    const end = bytes.indexOf(10, Buffer.from(bytes).indexOf('#Fields')) + 1;
    assert.deepEqual(await grownReport(bytes, [end]), await wholeReport([{ path: 'a', bytes }], TELLING));
  });

  it('is read on where definitions were read with it, which come after it in the report', async () => {
    const definitions = utf8('Name,ConnectorType,RequireTls\r\nEX1\\Default Frontend EX1,Partner,True\r\n');
    const bytes = utf8(smallLog(3, 8, 'receive').join(''));
    const half = bytes.indexOf(10, bytes.length / 2) + 1;
    const inputs = [{ location: 'a' }, { location: 'd' }];
    const analysis = new Analysis(['a', 'd'], OPTIONS, 1);
    const readersOf = (end: number): WorkerPool => {
      const files = [
        { path: 'a', bytes: bytes.subarray(0, end) },
        { path: 'd', bytes: definitions },
      ];
      return new WorkerPool(new FakeThreads(files, OPTIONS), 2);
    };
    const checkpoint = await readFiles(analysis, inputs, readersOf(half), SURROUNDINGS, [1, 0]);
    assert.equal(checkpoint?.file, 0);
    await analysis.finish(SURROUNDINGS);
    const [input] = inputs as [(typeof inputs)[number]];
    const next = await readOn(analysis, input, checkpoint as Checkpoint, readersOf(bytes.length), SURROUNDINGS);
    assert.deepEqual(
      { ...(next as Checkpoint), key: '' },
      { ...(next as Checkpoint), file: 0, end: bytes.length, key: '' },
    );
    await analysis.finish(SURROUNDINGS);
    const whole = [
      { path: 'a', bytes },
      { path: 'd', bytes: definitions },
    ];
    assert.deepEqual(shown(analysis.report()), await wholeReport(whole, OPTIONS));
    assert.ok(analysis.report().connectors.some(({ type, days }) => type === 'Partner' && days.length > 0));
  });
});
