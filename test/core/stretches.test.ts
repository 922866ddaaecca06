import assert from 'node:assert/strict';
import { reportJson } from '../../src/core/report/json';
import { Random } from '../generate/random';
import { assertAccounted } from './accounting';
import { encode } from './encodings';
import { FIXTURES } from './fixtures';
import { somePlaces, stretchedReport, TELLING, type WholeFile, wholeReport } from './inStretches';
import { damaged, gluedLog, logOfFakes, smallLog, smallTrace, traceOfFakes } from './oddFiles';
import type { ReportJson } from './reportContract';
import { wildTrace } from './wildTrace';

/** Sizes of stretches, in halves of their greatest length in bytes. */
const SIZES = [60, 400, 2000, 6000];

/** Asserts that files say the same in stretches of any size; returns how many stretches were guessed rightly. */
async function assertSame(
  files: readonly WholeFile[],
  random: Random,
  about: string,
  options = TELLING,
): Promise<number> {
  const expected = await wholeReport(files, options);
  assertAccounted(reportJson(expected) as ReportJson, about);
  const size = random.pick(SIZES);
  const { report, right } = await stretchedReport(files, options, ({ length }) => somePlaces(length, size, random));
  assert.deepEqual(report, expected, `${about}, stretches up to ${2 * size}`);
  return right;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const KINDS: readonly (readonly [
  about: string,
  seeds: number,
  make: (random: Random, seed: number) => Uint8Array[],
])[] = [
  ['a trace', 30, (_, seed) => [utf8(smallTrace(seed, 40))]],
  [
    'a trace in UTF-16',
    15,
    (_, seed) => [encode(smallTrace(seed, 40), seed % 2 === 0 ? 'UTF-16LE' : 'UTF-16LE with BOM')],
  ],
  ['a trace in Windows-1252', 9, (_, seed) => [encode(smallTrace(seed, 40), 'Windows-1252')]],
  ['a trace in which anything meets anything', 30, (random) => [utf8(wildTrace(random, 60))]],
  ['a log of each kind', 18, (_, seed) => [utf8(smallLog(seed, 12, seed % 2 === 0 ? 'receive' : 'send').join(''))]],
  [
    'logs that go on in the next file',
    15,
    (random, seed) => smallLog(seed, 15, 'receive', random.integer(20, 200)).map(utf8),
  ],
  ['a log glued together', 24, (random) => [utf8(gluedLog(random, random.integer(2, 5)))]],
  ['a trace whose subjects hold rows', 24, (random) => [utf8(traceOfFakes(random, 40))]],
  ['a log whose data hold rows', 18, (random) => [utf8(logOfFakes(random, 10))]],
  ['a damaged trace', 42, (random, seed) => [damaged(utf8(smallTrace(seed, 40)), random, 700)]],
  ['a damaged log', 24, (random, seed) => [damaged(utf8(smallLog(seed, 12, 'receive').join('')), random, 250)]],
  [
    'a log with zeros at its end',
    5,
    (random, seed) => [
      Buffer.concat([utf8(smallLog(seed, 12, 'send').join('')), Buffer.alloc(random.integer(1, 9000))]),
    ],
  ],
];

describe('a file says in stretches what it says as a whole', () => {
  for (const { name, inputs, options } of FIXTURES) {
    it(name, async () => {
      for (let seed = 1; seed <= 3; seed++) {
        const random = new Random(seed);
        await assertSame(inputs, random, `seed ${seed}`, { ...TELLING, ...options });
      }
    });
  }

  for (const [about, seeds, make] of KINDS) {
    it(about, async () => {
      let right = 0;
      for (let seed = 1; seed <= seeds; seed++) {
        const random = new Random(seed);
        const files = make(random, seed).map((bytes, index) => ({ path: `${index}`, bytes }));
        right += await assertSame(files, random, `seed ${seed}`);
      }
      assert.ok(right > seeds / 4, `${right} stretches were guessed rightly`);
    });
  }
});
