import assert from 'node:assert/strict';
import { linesAround } from '../../src/core/stretch/linesAround';
import { MemoryBytes } from '../../src/core/stretch/memoryBytes';
import type { FileBytes } from '../../src/core/stretch/stretch';
import { Random } from '../generate/random';
import { ENCODINGS, encode } from './encodings';

const WAITER = { isCancelled: () => false, onRead: () => {} };

/** Bytes that come in pieces of random lengths, but for the first ones, by which the encoding is told. */
function inPieces(bytes: Uint8Array, random: Random): FileBytes {
  const inner = new MemoryBytes(bytes);
  let reads = 0;
  return {
    size: bytes.length,
    read: (into, at) => inner.read(reads++ === 0 ? into : into.subarray(0, random.integer(1, 50)), at),
  };
}

/** A text whose lines end in every way. */
function textOf(random: Random, lines: number): string {
  const parts = Array.from({ length: lines }, (_, line) => {
    const end = random.pick(['\n', '\r\n', '\r', '\r\n', '\n\n', '\r\r']);
    return `${line} ${random.pick(['', 'é', 'a,"b', 'x'.repeat(random.integer(0, 40))])}${end}`;
  });
  return `A first line that tells the encoding by its length of more than a few letters\r\n${parts.join('')}`;
}

describe('The lines around one', () => {
  for (const encoding of ENCODINGS) {
    it(`are those that VS Code counts, wherever the file is cut on the way: ${encoding}`, () => {
      for (let seed = 1; seed <= 120; seed++) {
        const random = new Random(seed);
        const text = textOf(random, random.integer(1, 60)) + random.pick(['', 'the end', '\r']);
        const lines = text.split(/\r\n|\n|\r/);
        const line = random.integer(1, lines.length);
        const around = random.pick([0, 1, 5, 200]);
        const shown = linesAround(inPieces(encode(text, encoding), random), line, around, WAITER);
        const first = Math.max(1, line - around);
        assert.deepEqual(shown, { first, lines: lines.slice(first - 1, line + around) }, `seed ${seed}`);
      }
    });
  }

  it('are none where there is no such line', () => {
    assert.deepEqual(linesAround(new MemoryBytes(encode('a\nb', 'UTF-8')), 5, 2, WAITER), { first: 3, lines: [] });
    assert.deepEqual(linesAround(new MemoryBytes(new Uint8Array(0)), 1, 2, WAITER), { first: 1, lines: [''] });
  });

  it('are cut where they are very long, and read as Windows-1252 where they are no UTF-8', () => {
    const bytes = Buffer.concat([
      encode(`one\n${'x'.repeat(5_000_000)}\n`, 'UTF-8'),
      Buffer.from('Grüße\nend', 'latin1'),
    ]);
    const { lines } = linesAround(new MemoryBytes(bytes), 3, 1, WAITER);
    assert.deepEqual(lines, [`${'x'.repeat(10_000)}…`, 'Grüße', 'end']);
  });

  it('are looked for as long as nobody cancels, and it is told how far', () => {
    const bytes = new MemoryBytes(encode('line\n'.repeat(6_000_000), 'UTF-8'));
    const places: number[] = [];
    const found = linesAround(bytes, 5_999_990, 1, { ...WAITER, onRead: (position) => places.push(position) });
    assert.deepEqual(found, { first: 5_999_989, lines: ['line', 'line', 'line'] });
    assert.ok(places.length >= 3 && places.every((place, index) => place > (places[index - 1] ?? 0)));
    const stopped = linesAround(bytes, 5_999_990, 1, { ...WAITER, isCancelled: () => true });
    assert.deepEqual(stopped.lines, []);
  });
});
