import assert from 'node:assert/strict';
import { LONGEST_SHOWN } from '../../src/core/reading/textOfLines';
import { MemoryBytes } from '../../src/core/stretch/memoryBytes';
import { textsOfLines } from '../../src/core/stretch/textsOfLines';
import { Random } from '../generate/random';
import { ENCODINGS, encode } from './encodings';

const goOn = () => false;

describe('The texts of lines', () => {
  for (const encoding of ENCODINGS) {
    it(`are those that VS Code counts, wherever the file is cut on the way: ${encoding}`, () => {
      for (let seed = 1; seed <= 60; seed++) {
        const random = new Random(seed);
        const written = Array.from(
          { length: random.integer(1, 40) },
          (_, line) => `${line} é,"x"${random.pick(['\n', '\r\n', '\r'])}`,
        );
        const text = `A first line that tells the encoding by its length\r\n${written.join('')}the end`;
        const lines = text.split(/\r\n|\n|\r/);
        const wanted = lines.map((_, index) => index + 1).filter(() => random.chance(0.4));
        const inner = new MemoryBytes(encode(text, encoding));
        let reads = 0;
        const bytes = {
          size: inner.size,
          read: (into: Uint8Array, at: number) =>
            inner.read(reads++ === 0 ? into : into.subarray(0, random.integer(1, 30)), at),
        };
        assert.deepEqual(
          textsOfLines(bytes, wanted, goOn),
          wanted.map((line) => ({ line, text: lines[line - 1], isCut: false })),
          `seed ${seed}`,
        );
      }
    });
  }

  it('are shortened, are none of a file that is no text, and of lines that there are not', () => {
    const long = new MemoryBytes(encode(`one\n${'x'.repeat(5_000_000)}\nthree`, 'UTF-8'));
    assert.deepEqual(textsOfLines(long, [2, 3, 9], goOn), [
      { line: 2, text: 'x'.repeat(LONGEST_SHOWN), isCut: true },
      { line: 3, text: 'three', isCut: false },
    ]);
    assert.deepEqual(textsOfLines(new MemoryBytes(new Uint8Array([1, 0, 2, 0, 0, 0, 3, 255, 0, 9])), [1], goOn), []);
    assert.deepEqual(textsOfLines(new MemoryBytes(new Uint8Array(0)), [2], goOn), []);
  });

  it('are looked for as long as nobody cancels', () => {
    let reads = 0;
    const inner = new MemoryBytes(encode('line\n'.repeat(1_000_000), 'UTF-8'));
    const bytes = {
      size: inner.size,
      read: (into: Uint8Array, at: number) => {
        reads++;
        return inner.read(into, at);
      },
    };
    assert.deepEqual(
      textsOfLines(bytes, [1, 999_999], () => reads >= 3),
      [{ line: 1, text: 'line', isCut: false }],
    );
    assert.equal(reads, 3);
  });
});
