import assert from 'node:assert/strict';
import { type Encoding, type EncodingGuess, guessEncoding } from '../../src/core/reading/encoding';
import { type LineText, textOfLines } from '../../src/core/reading/textOfLines';
import { Random } from '../generate/random';
import { ENCODINGS, type EncodingName, encode } from './encodings';

describe('the text of lines', () => {
  it('is that of the lines, whatever ends them, in all encodings and pieces', async () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = new Random(seed);
      const lines = Array.from({ length: random.integer(1, 12) }, () => someText(random));
      const breaks = lines.map(() => random.pick(['\r\n', '\n', '\r']));
      breaks[breaks.length - 1] = random.pick(['', '\n']);
      const text = lines.map((line, index) => line + breaks[index]).join('');
      const expected = splitAsVsCode(text);
      const wanted = expected.map((_, index) => index + 1).filter(() => random.chance(0.5));
      for (const encoding of ENCODINGS) {
        const bytes = encode(`a,b,c,d,e,f${'\n'}${text}`, encoding);
        const all = [1, ...wanted.map((line) => line + 1)];
        const found = await linesOf(bytes, all, random.integer(1, 9), 2000, guessOf(encoding));
        assert.deepEqual(
          found,
          all.map((line) => ({
            line,
            text: line === 1 ? 'a,b,c,d,e,f' : expected[line - 2],
            isCut: false,
          })),
          `seed ${seed}, ${encoding}`,
        );
      }
    }
  });

  it('is shortened without cutting a character', async () => {
    const text = `${'x'.repeat(5)}😀${'y'.repeat(100_000)}\nshort 😀 é\n`;
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
      for (const [longest, shown] of [
        [5, 'xxxxx'],
        [6, 'xxxxx'],
        [7, 'xxxxx😀'],
        [8, 'xxxxx😀y'],
      ] as const) {
        const bytes = encodeText(text, encoding);
        const found = await linesOf(bytes, [1], 1000, longest, { encoding, bomLength: 0, binary: false });
        assert.deepEqual(found, [{ line: 1, text: shown, isCut: true }], `${encoding} ${longest}`);
      }
      const whole = await linesOf(encodeText(text, encoding), [2], 7, 10, { encoding, bomLength: 0, binary: false });
      assert.deepEqual(whole, [{ line: 2, text: 'short 😀 é', isCut: false }]);
    }
  });

  it('is that of Windows-1252 where a line is no UTF-8, as everywhere', async () => {
    const bytes = new Uint8Array([0x61, 0xc3, 0xa9, 10, 0x62, 0x80, 10, 0x63, 0xc3, 0xa9, 10]);
    const found = await linesOf(bytes, [1, 2, 3], 2, 100, { encoding: 'utf-8', bomLength: 0, binary: false });
    assert.deepEqual(
      found.map(({ text }) => text),
      ['aé', 'b€', 'cé'],
    );
  });

  it('is told once where a line is asked for twice, and not where there is none', async () => {
    const bytes = new TextEncoder().encode('one\ntwo');
    assert.deepEqual(
      (await linesOf(bytes, [0, 2, 2, 3], 100)).map(({ line, text }) => [line, text]),
      [[2, 'two']],
    );
    assert.deepEqual(
      (await linesOf(new TextEncoder().encode('one\n'), [2, 3], 100)).map(({ line, text }) => [line, text]),
      [[2, '']],
    );
  });

  it('is read no further than needed, and no further once it is cancelled', async () => {
    let pieces = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        pieces++;
        yield new TextEncoder().encode(`line ${pieces}\n`);
      }
    }
    const encoding = { encoding: 'utf-8', bomLength: 0, binary: false } as const;
    const found: LineText[] = [];
    for await (const line of textOfLines(endless(), [2, 5], { encoding, longest: 100 })) {
      found.push(line);
    }
    assert.deepEqual(
      found.map(({ text }) => text),
      ['line 2', 'line 5'],
    );
    assert.equal(pieces, 5);
    const isCancelled = () => pieces >= 50;
    for await (const _ of textOfLines(endless(), [1000], { encoding, longest: 100, isCancelled })) {
      assert.fail('line 1000 was never read');
    }
    assert.equal(pieces, 50);
  });
});

/** Line breaks aside, of which the files have all kinds. */
function someText(random: Random): string {
  return Array.from({ length: random.integer(0, 8) }, () => random.pick(['a', 'b,c', 'é', '"', ' ', '€'])).join('');
}

function guessOf(name: EncodingName): EncodingGuess {
  const encoding = name === 'Windows-1252' ? 'windows-1252' : (name.slice(0, 8).toLowerCase().trim() as Encoding);
  const bomLength = name.endsWith('BOM') ? (name.startsWith('UTF-8') ? 3 : 2) : 0;
  return { encoding: encoding.startsWith('utf-8') ? 'utf-8' : encoding, bomLength, binary: false };
}

/** A last line that is empty is one. */
function splitAsVsCode(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

function encodeText(text: string, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): Uint8Array {
  if (encoding === 'utf-8') {
    return new TextEncoder().encode(text);
  }
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(encoding === 'utf-16be' ? bytes.swap16() : bytes);
}

async function linesOf(
  bytes: Uint8Array,
  lines: readonly number[],
  size: number,
  longest = 2000,
  encoding: EncodingGuess = guessEncoding(bytes),
): Promise<LineText[]> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let from = 0; from < bytes.length; from += size) {
      yield bytes.subarray(from, from + size);
    }
  }
  const found: LineText[] = [];
  for await (const line of textOfLines(pieces(), lines, { encoding, longest })) {
    found.push(line);
  }
  return found;
}
