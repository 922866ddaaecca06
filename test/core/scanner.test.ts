import assert from 'node:assert/strict';
import { NO_PLAN } from '../../src/core/reading/columnPlan';
import type { Dialect } from '../../src/core/reading/dialect';
import { type EncodingGuess, guessEncoding } from '../../src/core/reading/encoding';
import type { RecordSink } from '../../src/core/reading/recordCursor';
import { type RecordSource, TextRecords } from '../../src/core/reading/recordSource';
import { ScanReader } from '../../src/core/reading/scanner/scanReader';
import { ownScanning } from '../../src/platform/node/scanning';
import { Random } from '../generate/random';
import { piecesOf, reportOf } from './analyzing';
import { FIXTURES } from './fixtures';

/** One reader at a time: the kernels are used again and again. */
const scanning = ownScanning();

type Make = (guess: EncodingGuess, dialect: Dialect, sink: RecordSink) => RecordSource;

const universal: Make = (guess, dialect, sink) => new TextRecords(guess, dialect, sink);
const scanned: Make = (guess, dialect, sink) => new ScanReader(scanning, guess, dialect, sink);

/** Everything a reader tells of a file, in order; what is not UTF-8 apart, since it is told once and when it is met. */
function told(
  make: Make,
  bytes: Uint8Array,
  guess: EncodingGuess,
  cuts: readonly number[],
  delimiter: ',' | ';',
): string[] {
  const all: string[] = [];
  const invalid: string[] = [];
  const source = make(
    guess,
    { delimiter, newline: '\n' },
    {
      plan: NO_PLAN,
      record: (record) => {
        const cells = Array.from({ length: record.length }, (_, column) => record.cell(column));
        all.push(`${record.line}${record.unterminated ? ' cut' : ''}: ${JSON.stringify(cells)}`);
      },
      malformed: (line, reason) => all.push(`${line}: ${reason}`),
      invalid: (line) => invalid.push(`${line}: not UTF-8`),
    },
  );
  let from = 0;
  for (const to of [...cuts, bytes.length]) {
    source.push(bytes.subarray(from, to));
    from = to;
  }
  source.end();
  return [...all, ...invalid];
}

function someCuts(random: Random, length: number): number[] {
  const size = random.pick([1, 2, 7, 64, 500, 100_000]);
  return Array.from({ length: Math.ceil(length / size) }, (_, n) => n * size);
}

const PLAIN = [
  'a',
  'bc',
  ' ',
  '0123456789',
  ',',
  ',',
  ';',
  '\r\n',
  '\r\n',
  '\n',
  '"x"',
  '"x,y"',
  '"a""b"',
  '"l\r\nm"',
  '""',
];
const WIDE = [...PLAIN, 'é', '€', '送', '\u{1f600}', '\ud83d', '\r', '\0'];
const HOSTILE = [...WIDE, '"', '"', '"\n', 'x"', '" ', '"\r', '"\r,', '\uFEFF', '"x"y'];

function someText(random: Random, alphabet: readonly string[]): string {
  const long = random.chance(0.1) ? 3000 : 120;
  return Array.from({ length: random.integer(0, long) }, () => random.pick(alphabet)).join('');
}

function encoded(text: string, encoding: EncodingGuess['encoding']): Uint8Array {
  return encoding === 'utf-16le'
    ? Buffer.from(text, 'utf16le')
    : encoding === 'utf-8'
      ? Buffer.from(text)
      : Buffer.from(text, 'latin1');
}

describe('the scanner', () => {
  for (const [about, alphabet] of [
    ['plain', PLAIN],
    ['wide', WIDE],
    ['hostile', HOSTILE],
  ] as const) {
    it(`reads ${about} CSV as the universal reader does`, () => {
      for (let seed = 1; seed <= 3500; seed++) {
        const random = new Random(seed);
        const encoding = random.pick(['utf-8', 'utf-16le', 'windows-1252'] as const);
        const bytes = encoded(someText(random, alphabet), encoding);
        const guess = { encoding, bomLength: random.chance(0.1) ? 2 : 0, binary: false };
        const delimiter = random.pick([',', ';'] as const);
        const cuts = someCuts(random, bytes.length);
        const expected = told(universal, bytes, guess, [], delimiter);
        assert.deepEqual(told(scanned, bytes, guess, cuts, delimiter), expected, `seed ${seed}`);
      }
    });
  }

  it('reads noise and broken UTF-8 as the universal reader does', () => {
    for (let seed = 1; seed <= 1500; seed++) {
      const random = new Random(seed);
      const bytes = new Uint8Array(Buffer.from(someText(random, WIDE)));
      for (let damage = random.integer(0, 3); damage > 0 && bytes.length > 0; damage--) {
        bytes[random.integer(0, bytes.length - 1)] = random.integer(0, 255);
      }
      const guess = { encoding: 'utf-8', bomLength: 0, binary: false } as const;
      const expected = told(universal, bytes, guess, [], ',');
      assert.deepEqual(told(scanned, bytes, guess, someCuts(random, bytes.length), ','), expected, `seed ${seed}`);
    }
  });

  it('reads records longer than its memory, and more fields than it has places for', () => {
    const texts = [
      `a,b\n${'x'.repeat(900_000)},y\nc,d\n`,
      `a,b\n"${'x\n'.repeat(400_000)}",y\nc,d\n`,
      `a,b\n${','.repeat(300_000)}\nc,d\n`,
      `a,b\n${'x'.repeat(3_000_000)}\nc,d\n`,
    ];
    for (const text of texts) {
      const bytes = Buffer.from(text);
      const cuts = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, n) => n * 65_536);
      const guess = guessEncoding(bytes);
      assert.deepEqual(told(scanned, bytes, guess, cuts, ','), told(universal, bytes, guess, cuts, ','));
    }
  });

  it('gives the report of every fixture, in pieces of any size', async () => {
    for (const { name, inputs, options } of FIXTURES) {
      const reports = await Promise.all(
        [undefined, scanning].flatMap((way) =>
          [1, 65_536].map((size) => {
            const cut = inputs.map(({ path, bytes }) => ({ path, bytes: [...piecesOf(bytes, size)] }));
            return reportOf(cut, options, undefined, way);
          }),
        ),
      );
      for (const report of reports) {
        assert.deepEqual(report, reports[0], name);
      }
    }
  });
});
