import assert from 'node:assert/strict';
import { NumberList } from '../../src/core/facts/numberList';
import { SpareBuffers } from '../../src/core/facts/spareBuffers';
import { Random } from '../generate/random';

/** Writes so many numbers into a list, some at a time; what it handed over, and how often its memory was another one. */
function written(list: NumberList, count: number, random: Random): { numbers: Int32Array; memories: number } {
  const memories = new Set<unknown>();
  for (let next = 0; next < count; ) {
    const some = Math.min(count - next, random.integer(1, 300));
    const at = list.claim(some);
    for (let number = 0; number < some; number++) {
      list.numbers[at + number] = next++;
    }
    memories.add(list.numbers.buffer);
  }
  return { numbers: list.handOver(), memories: memories.size };
}

describe('a list of numbers', () => {
  it('holds what was written, whatever stood in its memory', () => {
    const random = new Random(1);
    const spare = new SpareBuffers();
    for (let round = 0; round < 60; round++) {
      const count = random.integer(0, random.pick([10, 3000, 100_000]));
      const { numbers } = written(new NumberList(0, spare.list(random.pick(['a', 'b', 'c']))), count, random);
      assert.equal(numbers.length, count);
      assert.ok(numbers.every((number, index) => number === index));
      spare.give([numbers.buffer as ArrayBuffer]);
    }
  });

  it('has room at once for as many as the one before, in the same memory', () => {
    const random = new Random(2);
    const spare = new SpareBuffers();
    const first = written(new NumberList(0, spare.list('a')), 100_000, random);
    assert.ok(first.memories > 4);
    spare.give([first.numbers.buffer as ArrayBuffer]);
    const second = written(new NumberList(0, spare.list('a')), 120_000, random);
    assert.equal(second.memories, 1);
    const third = written(new NumberList(0, spare.list('a')), 90_000, random);
    assert.equal(third.memories, 1);
    spare.give([second.numbers.buffer as ArrayBuffer, third.numbers.buffer as ArrayBuffer]);
    const fourth = written(new NumberList(0, spare.list('a')), 90_000, random);
    assert.ok([second, third].some(({ numbers }) => numbers.buffer === fourth.numbers.buffer));
  });

  it('leaves large memory to those who need it', () => {
    const random = new Random(3);
    const spare = new SpareBuffers();
    written(new NumberList(0, spare.list('most')), 1 << 20, random);
    const large = new ArrayBuffer(1 << 22);
    const small = new ArrayBuffer(1 << 16);
    spare.give([large, small]);
    assert.equal(written(new NumberList(0, spare.list('few')), 10, random).memories, 1);
    assert.ok(written(new NumberList(0, spare.list('more')), 9000, random).numbers.buffer === small);
    spare.give(Array.from({ length: 20 }, () => new ArrayBuffer(1 << 17)));
    assert.ok(spare.take(1 << 22) === large);
  });

  it('leaves behind no more memory than lists took lately', () => {
    const random = new Random(4);
    const spare = new SpareBuffers();
    const give = (): void => spare.give(Array.from({ length: 40 }, () => new ArrayBuffer(1 << 20)));
    const kept = (): number => {
      let count = 0;
      for (let memory = spare.take(1); memory !== undefined; memory = spare.take(1)) {
        count += memory.byteLength;
      }
      return count;
    };
    written(new NumberList(0, spare.list('a')), 1 << 20, random);
    written(new NumberList(0, spare.list('b')), 1 << 19, random);
    give();
    const before = kept();
    assert.ok(before > 16 << 20 && before <= 18 << 20, `${before}`);
    written(new NumberList(0, spare.list('a')), 10, random);
    written(new NumberList(0, spare.list('b')), 10, random);
    give();
    assert.equal(kept(), 1 << 20);
  });
});
