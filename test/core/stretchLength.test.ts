import assert from 'node:assert/strict';
import { FactsWriter } from '../../src/core/facts/factsWriter';
import { Names } from '../../src/core/reading/names';
import type { StretchPart } from '../../src/core/stretch/stretch';
import { StretchLength } from '../../src/core/stretch/stretchLength';

const MIB = 1 << 20;
const GIB = 1 << 30;

/** A part of so many bytes, whose facts have numbers of messages and of sessions that are cut. */
function part(bytes: number, { crossings = 0, sessions = 0 } = {}): StretchPart {
  const facts = new FactsWriter(new Names()).facts();
  const numbers = { crossings: new Int32Array(crossings), sessions: new Int32Array(sessions) };
  const place = { start: 1000, end: 1000 + bytes, lines: 0, records: 0, state: '', width: 9 };
  return { ...place, endsOpen: false, isLast: true, facts: { ...facts, ...numbers } };
}

/** Lengths that have been told of so many bytes by one of some readers, which read so many bytes in a millisecond. */
function lengths(speed: number, readers: number, parts: readonly StretchPart[]): StretchLength {
  let clock = 0;
  const length = new StretchLength(() => clock);
  for (const each of parts) {
    clock += (each.end - each.start) / speed;
    length.learn(each, readers);
  }
  return length;
}

describe('the length of a stretch', () => {
  it('is a share of what is left, the smaller the less that is', () => {
    const length = lengths(MIB, 2, [part(32 * MIB)]);
    const asked: number[] = [];
    for (let left = GIB; left > 0; left -= asked.at(-1) as number) {
      asked.push(length.next(left, 2));
    }
    assert.equal(asked[0], 64 * MIB);
    assert.ok(asked.length < 28 && (asked.at(-1) as number) <= 16 * MIB, `${asked}`);
    assert.ok(asked.every((bytes, index) => index === 0 || bytes <= (asked[index - 1] as number)));
    assert.equal(
      asked.reduce((sum, bytes) => sum + bytes, 0),
      GIB,
    );
    assert.ok(length.next(200 * MIB, 4) < length.next(200 * MIB, 1));
  });

  it('is moderate as long as nothing tells how fast the file is read, and where it is read slowly', () => {
    assert.equal(new StretchLength().next(GIB, 1), 32 * MIB);
    assert.equal(lengths(100_000, 1, [part(MIB)]).next(GIB, 1), 32 * MIB);
    assert.equal(lengths(30_000, 1, [part(MIB), part(32 * MIB)]).next(GIB, 1), 16 * MIB);
    assert.equal(lengths(100_000, 2, [part(64 * MIB)]).next(GIB, 2), 25_000_000);
  });

  it('is less where rows are short, whatever part of sessions is cut', () => {
    const few = part(32 * MIB, { crossings: 100_000, sessions: 60_000 });
    assert.equal(lengths(MIB, 1, [few]).next(GIB, 1), 64 * MIB);
    assert.equal(lengths(MIB, 1, [part(32 * MIB, { crossings: 1 << 19 })]).next(GIB, 1), 16 * MIB);
    assert.equal(lengths(MIB, 1, [part(32 * MIB, { sessions: 20 << 20 })]).next(GIB, 1), 2 * MIB);
  });

  it('is even, so that a unit of two bytes is not cut', () => {
    for (const crossings of [333_333, 777_777, 1_234_567]) {
      const length = lengths(12_345, 1, [part(40_000_001, { crossings })]);
      assert.equal(length.next(GIB, 3) % 2, 0);
      assert.equal(length.next(99_999_998, 3) % 2, 0);
    }
    assert.equal(new StretchLength().next(12_345, 1), 12_345);
  });
});
