import assert from 'node:assert/strict';
import { constants, crc32, deflateRawSync, inflateRawSync, type ZlibOptions } from 'node:zlib';
import { deflate64, type Step, unpacked } from '../generate/deflate64';
import { Random } from '../generate/random';
import { inflate } from './inflating';
import { largeTrace, smallTrace } from './oddFiles';

/** Bytes of every kind that compresses differently. */
const KINDS: readonly (readonly [about: string, make: (random: Random) => Uint8Array])[] = [
  ['nothing', () => new Uint8Array(0)],
  ['one byte', () => Uint8Array.of(65)],
  ['noise', (random) => Uint8Array.from({ length: 200_000 }, () => random.integer(0, 255))],
  ['few letters', (random) => Uint8Array.from({ length: 300_000 }, () => random.integer(65, 67))],
  ['zeros', () => new Uint8Array(3_000_000)],
  ['a trace', (random) => Buffer.from(smallTrace(random.integer(1, 99), 500))],
  ['a trace in UTF-16', (random) => Buffer.from(smallTrace(random.integer(1, 99), 200), 'utf16le')],
  ['a large trace', () => Buffer.from(largeTrace(3 << 20))],
  [
    'repetitions far apart',
    (random) => {
      const block = Uint8Array.from({ length: 32_000 }, () => random.integer(0, 255));
      return Buffer.concat([block, new Uint8Array(700), block, block.subarray(3, 20_000), block]);
    },
  ],
  [
    'repetitions of every short distance',
    (random) => {
      const parts = Array.from({ length: 40 }, (_, distance) => {
        const unit = Uint8Array.from({ length: distance + 1 }, () => random.integer(0, 255));
        return Buffer.concat(Array.from({ length: 30 }, () => unit));
      });
      return Buffer.concat(parts);
    },
  ],
];

const MANNERS: readonly ZlibOptions[] = [
  ...[0, 1, 6, 9].map((level) => ({ level })),
  ...[constants.Z_FIXED, constants.Z_HUFFMAN_ONLY, constants.Z_RLE, constants.Z_FILTERED].map((strategy) => ({
    strategy,
  })),
  { windowBits: 9, memLevel: 1 },
];

describe('The inflater', () => {
  for (const [about, make] of KINDS) {
    it(`gives back ${about}, however it was compressed and in whatever pieces it comes`, () => {
      const random = new Random(7);
      const bytes = make(random);
      for (const manner of MANNERS) {
        const packed = deflateRawSync(bytes, manner);
        const found = inflate(
          Buffer.concat([packed, Buffer.from('behind')]),
          random,
          'deflate',
          random.pick([1500, 70_000]),
        );
        assert.equal(Buffer.compare(found.bytes, bytes), 0, JSON.stringify(manner));
        assert.deepEqual([found.outcome, found.sum, found.rest], ['complete', crc32(bytes), 6], JSON.stringify(manner));
      }
    });
  }

  it('gives what stands before the place where the bytes break off, and says so', () => {
    const random = new Random(3);
    const bytes = Buffer.from(smallTrace(1, 40));
    for (const manner of MANNERS) {
      const packed = deflateRawSync(bytes, manner);
      for (let end = 0; end < packed.length; end += random.integer(1, 40)) {
        const found = inflate(packed.subarray(0, end), random);
        assert.equal(found.outcome, 'cut', `${JSON.stringify(manner)}, ${end} of ${packed.length}`);
        assert.equal(Buffer.compare(found.bytes, bytes.subarray(0, found.bytes.length)), 0);
        // All of it but for what the last few bits say.
        const known = inflateRawSync(packed.subarray(0, end), { finishFlush: constants.Z_SYNC_FLUSH });
        assert.equal(found.bytes.length, known.length, `${JSON.stringify(manner)}, ${end} of ${packed.length}`);
      }
    }
  });

  it('finds in damaged bytes what zlib finds in them, and never more', () => {
    let damaged = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const random = new Random(seed);
      const packed = deflateRawSync(Buffer.from(smallTrace(1 + (seed % 5), 30)), random.pick(MANNERS));
      for (let times = random.integer(1, 3); times > 0; times--) {
        packed[random.integer(0, packed.length - 1)] = random.integer(0, 255);
      }
      const found = inflate(packed, random);
      let known: Buffer | undefined;
      try {
        known = inflateRawSync(packed);
      } catch {
        damaged++;
      }
      assert.equal(found.outcome === 'complete', known !== undefined, `seed ${seed}: ${found.outcome}`);
      assert.ok(known === undefined || Buffer.compare(found.bytes, known) === 0, `seed ${seed}`);
    }
    assert.ok(damaged > 100, String(damaged));
  });

  it('takes for a stream of noise what zlib takes for one', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const random = new Random(seed);
      const noise = Uint8Array.from({ length: random.integer(0, 3000) }, () => random.integer(0, 255));
      let known: Buffer | undefined;
      try {
        known = inflateRawSync(noise);
      } catch {
        known = undefined;
      }
      const found = inflate(noise, random);
      assert.equal(found.outcome === 'complete', known !== undefined, `seed ${seed}`);
    }
  });

  it('knows the longer copies of Deflate64, from farther away', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = new Random(seed);
      const steps: Step[] = Array.from({ length: 70_000 }, () => random.integer(0, 255));
      for (const [length, distance] of [
        [65_538, 1],
        [65_538, 65_536],
        [3, 49_153],
        [40_000, 32_769],
        [258, 3],
        [random.integer(3, 65_538), random.integer(1, 65_536)],
      ] as const) {
        steps.push({ length, distance }, random.integer(0, 255));
      }
      const found = inflate(deflate64(steps), random, 'deflate64');
      assert.equal(Buffer.compare(found.bytes, unpacked(steps)), 0, `seed ${seed}`);
      assert.equal(found.outcome, 'complete');
    }
    const far = deflate64([1, 2, 3, { length: 3, distance: 4 }]);
    assert.equal(inflate(far, new Random(1), 'deflate64').outcome, 'data');
    assert.notEqual(inflate(deflate64([1, { length: 300, distance: 1 }]), new Random(1), 'deflate').bytes.length, 301);
  });
});
