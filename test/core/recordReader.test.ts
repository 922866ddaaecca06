import assert from 'node:assert/strict';
import Papa from 'papaparse';
import { Random } from '../generate/random';
import { type Found, lineBreaksIn, randomPieces, readRecords } from './reading';

const CHARACTERS = ['a', 'b', ' ', ',', '"', '\n', '\r\n', '\r', ';', 'é', '€', '\u{1f600}'];

/** Without the lone carriage return, which ends a line and (with `\n` as the end of records) no record. */
const ENDING_RECORDS = CHARACTERS.filter((character) => character !== '\r');

describe('the record reader', () => {
  it('finds the records and lines of any well-formed CSV, in any pieces', () => {
    for (let seed = 1; seed <= 400; seed++) {
      const random = new Random(seed);
      const newline = random.pick(['\n', '\r\n', '\r'] as const);
      const records = Array.from({ length: random.integer(1, 30) }, () => someFields(random));
      const { text, lines } = written(records, newline, random);
      const expected = records.map((fields, index) => ({ line: lines[index] ?? 0, fields }));
      const found = readRecords(
        randomPieces(text, random, random.pick([1, 3, 50, 5000])),
        newline === '\r' ? '\r' : '\n',
      );
      assert.deepEqual(found, expected, `seed ${seed}: ${JSON.stringify(text)}`);
      if (newline !== '\r\n') {
        assert.deepEqual(
          recordsOf(found),
          Papa.parse<string[]>(text, { newline, delimiter: ',' }).data.slice(0, found.length),
        );
      }
    }
  });

  it('finds the same in malformed CSV, in any pieces, and accounts for every line', () => {
    for (let seed = 1; seed <= 600; seed++) {
      const random = new Random(seed);
      const text = Array.from({ length: random.integer(1, 120) }, () => random.pick(ENDING_RECORDS)).join('');
      const whole = readRecords([text]);
      for (const longest of [1, 4, 30]) {
        const found = readRecords(randomPieces(text, random, longest));
        assert.deepEqual(found, whole, `seed ${seed}: ${JSON.stringify(text)}`);
      }
      const lines = whole.map(({ line }) => line);
      assert.deepEqual(
        lines,
        lines.toSorted((a, b) => a - b),
        `seed ${seed}: lines rise`,
      );
      assert.ok(
        lines.every((line) => line >= 1 && line <= lineBreaksIn(text) + 1),
        `seed ${seed}: lines exist`,
      );
      assert.equal(lettersIn(whole, text), lettersIn(undefined, text), `seed ${seed}: no letter is lost`);
    }
  });

  it('finds the same in any pieces where records end with a carriage return', () => {
    for (let seed = 1; seed <= 400; seed++) {
      const random = new Random(seed);
      const text = Array.from({ length: random.integer(1, 120) }, () => random.pick([...CHARACTERS, '\r', '\r'])).join(
        '',
      );
      const whole = readRecords([text], '\r');
      for (const longest of [1, 4, 30]) {
        const found = readRecords(randomPieces(text, random, longest), '\r');
        assert.deepEqual(found, whole, `seed ${seed}: ${JSON.stringify(text)}`);
      }
    }
  });

  for (const [where, lines, reported] of [
    ['in the first record', ['"a,b', 'c,d', 'e,f'], 1],
    ['in the middle', ['a,b', 'c,"d', 'e,f', 'g,h'], 2],
    ['in the last record', ['a,b', 'c,d', 'e,"f'], 3],
  ] as const) {
    it(`reports only its line where a quote is not closed ${where}`, () => {
      const found = readRecords([`${lines.join('\r\n')}\r\n`]);
      assert.deepEqual(
        found.map((entry) => ('reason' in entry ? `! ${entry.line}` : entry.fields.join())),
        lines.map((line, index) => (index + 1 === reported ? `! ${reported}` : line)),
      );
    });
  }

  it('reports only the line of a misplaced quote', () => {
    const found = readRecords(['a,b\n"c"x,d\n"e","f"\n']);
    assert.deepEqual(found, [
      { line: 1, fields: ['a', 'b'] },
      { line: 2, reason: 'unbalancedQuote' },
      { line: 3, fields: ['e', 'f'] },
    ]);
  });

  it('takes quotes inside of an unquoted field as they are', () => {
    assert.deepEqual(recordsOf(readRecords(['a"b,c""d,"e"\n'])), [['a"b', 'c""d', 'e']]);
  });

  it('reads the last record without its line break', () => {
    assert.deepEqual(recordsOf(readRecords(['a,b\nc,d'])), [
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });
});

function recordsOf(found: readonly Found[]): (readonly string[])[] {
  return found.flatMap((entry) => ('fields' in entry ? [entry.fields] : []));
}

function someFields(random: Random): string[] {
  const fields = Array.from({ length: random.integer(2, 5) }, () =>
    Array.from({ length: random.integer(0, 6) }, () => random.pick(CHARACTERS)).join(''),
  );
  // A quoted carriage return at the end of a record's last field is no part of what the reader promises.
  return [...fields, 'end'];
}

function written(records: readonly string[][], newline: string, random: Random): { text: string; lines: number[] } {
  let text = '';
  const lines: number[] = [];
  for (const fields of records) {
    lines.push(lineBreaksIn(text) + 1);
    text +=
      fields.map((field) => (needsQuotes(field) || random.chance(0.2) ? quoted(field) : field)).join(',') + newline;
  }
  return { text, lines };
}

function needsQuotes(field: string): boolean {
  return /[",\n\r]/.test(field) || field.startsWith(' ');
}

function quoted(field: string): string {
  return `"${field.replaceAll('"', '""')}"`;
}

/** How many letters `a` and `b` the records hold, with those of the reported lines; of the text where none are given. */
function lettersIn(found: readonly Found[] | undefined, text: string): number {
  const lines = text.split(/\r\n|\n|\r/);
  const texts =
    found === undefined
      ? [text]
      : found.map((entry) => ('fields' in entry ? entry.fields.join() : (lines[entry.line - 1] ?? '')));
  return texts.join('').replace(/[^ab]/g, '').length;
}
