import assert from 'node:assert/strict';
import { ColumnPlan } from '../../src/core/reading/columnPlan';
import type { Delimiter } from '../../src/core/reading/dialect';
import type { EncodingGuess } from '../../src/core/reading/encoding';
import { Random } from '../generate/random';
import { cut, everything, type Make, type Questions, scanned, someQuestions, universal } from './cursors';
import { encode } from './encodings';

const KEYS = [
  'tlsversion',
  'tlscipher',
  'tls',
  'fromentity',
  'ab',
  'microsoft.exchange.hygiene.tenantoutboundconnectorcustomdata',
];
const ITEMS = [
  ...KEYS.flatMap((key) => [`S:${key}=`, `s:${key.toUpperCase()}=`, `${key}=`, `S:${key} =`, ` S:${key}=`]),
  'S:tlsversio=',
  'S:tlsversions=',
  'S: tls=',
  'S:=',
  '=',
];
const TIMES = [
  '2026-03-02T08:15:00.123Z',
  '2026-03-02T08:15:00.1234567Z',
  '2026-03-02 08:15:00',
  '1999-12-31T23:59:60.5Z',
];
const GUIDS = ['0a1B-2c', '{0A1b-2c}', '{}', '{', '}', '{é}', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '@[`{|}~^_'];
const NUMBERS = ['0', '007', '123456789', '1234567890', '-1', '1e3', ' 1', '１'];
const ADDRESSES = [
  '<ada@contoso.example>',
  'ada@b@c.example',
  '@',
  'x@',
  '192.0.2.1:25',
  '[2001:db8::1]:25',
  ':25',
  '[]',
  '5',
];
const PIECES = [
  '',
  'ab',
  'B',
  'é',
  '€',
  'ÿ',
  '送',
  '\u{1f600}',
  '"',
  '""',
  ';',
  "'",
  ';',
  "'",
  '=',
  ' ',
  '\t',
  '\u00a0',
  '>',
];
const BREAKS = ['\n', '\r\n', '\r', ',', '|', '\0'];

/** A cell: a bit of everything that a wish could be about. */
function someCell(random: Random): string {
  const kind = random.integer(0, 9);
  if (kind < 2) {
    return '';
  }
  if (kind < 4) {
    return someItems(random);
  }
  const whole = random.pick([TIMES, GUIDS, NUMBERS, ADDRESSES, PIECES, BREAKS]);
  return Array.from(
    {
      length: random.weighted([
        [1, 6],
        [2, 3],
        [9, 1],
      ]),
    },
    () => random.pick(random.chance(0.8) ? whole : PIECES),
  ).join('');
}

function someItems(random: Random): string {
  const items = Array.from({ length: random.integer(1, 5) }, () => {
    const item = random.pick(ITEMS) + Array.from({ length: random.integer(0, 3) }, () => random.pick(PIECES)).join('');
    return random.chance(0.3) ? `'${item}'` : item;
  });
  return items.join(random.chance(0.9) ? ';' : '');
}

/** A file; `damage`: how many of its cells are written as they are, whatever they hold. */
function someFile(random: Random, delimiter: Delimiter, damage: number): string {
  const records = Array.from({ length: random.integer(1, 12) }, () => {
    const cells = Array.from({ length: random.integer(1, 6) }, () => {
      const cell = random.chance(0.02) ? someCell(random).repeat(random.integer(100, 900)) : someCell(random);
      const needsQuotes = cell.includes(delimiter) || /["\n\r]/.test(cell);
      return random.chance(damage) || (!needsQuotes && random.chance(0.6)) ? cell : `"${cell.replaceAll('"', '""')}"`;
    });
    const mark = random.chance(0.03) ? '\uFEFF' : '';
    return mark + cells.join(delimiter) + random.pick(['\n', '\r\n', '\r\n', '\r\r\n']);
  });
  const text = records.join('');
  return random.chance(0.2) ? text.slice(0, random.integer(0, text.length)) : text;
}

function bytesOf(text: string, encoding: EncodingGuess['encoding']): Uint8Array {
  return encoding === 'utf-16le'
    ? Buffer.from(text, 'utf16le')
    : encoding === 'utf-8'
      ? Buffer.from(text)
      : Buffer.from(text, 'latin1');
}

describe('what a plan wishes for', () => {
  for (const [about, damage, seeds] of [
    ['well-formed', 0, 450],
    ['damaged', 0.05, 350],
  ] as const) {
    it(`is granted alike by both readers in ${about} files`, () => {
      for (let seed = 1; seed <= seeds; seed++) {
        const random = new Random(seed);
        const encoding = random.pick(['utf-8', 'utf-16le', 'windows-1252'] as const);
        const delimiter = random.pick([',', ';', '\t', '|'] as const);
        const dialect = { delimiter, newline: '\n' } as const;
        const guess = { encoding, bomLength: 0, binary: false };
        const bytes = bytesOf(someFile(random, delimiter, damage), encoding);
        const questions = someQuestions(random, KEYS);
        const expected = everything(universal, [bytes], guess, dialect, questions);
        assert.deepEqual(everything(scanned, cut(bytes, random), guess, dialect, questions), expected, `seed ${seed}`);
      }
    });
  }

  it('is the same in every encoding', () => {
    const dialect = { delimiter: ',', newline: '\n' } as const;
    for (let seed = 1; seed <= 130; seed++) {
      const random = new Random(seed);
      // What Windows-1252 has no place for is left out.
      const text = someFile(random, ',', 0).replace(/[^\0-\u007f\u00a0-\u00ff€]/g, '');
      const questions = someQuestions(random, KEYS);
      const told = (make: Make, encoding: EncodingGuess['encoding'], name: Parameters<typeof encode>[1]): unknown[] =>
        everything(make, [encode(text, name)], { encoding, bomLength: 0, binary: false }, dialect, questions);
      const expected = told(universal, 'utf-8', 'UTF-8');
      for (const make of [universal, scanned]) {
        assert.deepEqual(told(make, 'utf-8', 'UTF-8'), expected, `seed ${seed}: UTF-8`);
        assert.deepEqual(told(make, 'utf-16le', 'UTF-16LE'), expected, `seed ${seed}: UTF-16LE`);
        assert.deepEqual(told(make, 'windows-1252', 'Windows-1252'), expected, `seed ${seed}: Windows-1252`);
      }
    }
  });

  it('reads times alike, whatever their decimals and zone, whole or damaged', () => {
    const random = new Random(77);
    const times = Array.from({ length: 6000 }, () => {
      const date = random.pick(['2026-03-02', '2024-02-29', '2026-02-29', '1970-01-01', '1969-12-31', '9999-12-31']);
      const clock = random.pick(['00:00:00', '23:59:60', '23:59:59', '24:00:00', '08:61:00', '12:30:01']);
      const digits = random.integer(-1, 10);
      const decimals =
        digits < 0 ? '' : `.${String(random.integer(0, 999_999_999)).padStart(10, '7').slice(0, digits)}`;
      const zone = random.pick([
        'Z',
        '+01:00',
        '-08:00',
        '+0530',
        '-0000',
        '+99:99',
        '',
        '+1:00',
        '+01',
        'z',
        'ZZ',
        '+01:0x',
      ]);
      const whole = `${date}${random.pick(['T', 'T', 'T', ' '])}${clock}${decimals}${zone}`;
      const at = random.integer(0, whole.length - 1);
      return random.chance(0.7)
        ? whole
        : whole.slice(0, at) + random.pick(['', '/', ':', '0', 'é']) + whole.slice(at + 1);
    });
    const text = `${times.join(',x\n')},x\n`;
    const questions = { plans: [planOf('time', 0)], every: 1, columns: [] };
    for (const [encoding, name] of [
      ['utf-8', 'UTF-8'],
      ['utf-16le', 'UTF-16LE'],
    ] as const) {
      const bytes = encode(text, name);
      const [guess, dialect] = [
        { encoding, bomLength: 0, binary: false },
        { delimiter: ',', newline: '\n' },
      ] as const;
      const expected = everything(universal, [bytes], guess, dialect, questions);
      assert.deepEqual(everything(scanned, [bytes], guess, dialect, questions), expected);
    }
  });

  it('may change at any record, also where many are read at once', () => {
    for (const [at, count] of [
      [1, 3000],
      [1023, 1100],
      [1024, 1100],
      [1025, 1100],
      [2048, 2200],
    ] as const) {
      const text = Array.from(
        { length: count },
        (_, n) => `${n},x${n % 7},2026-03-02T08:15:00.${String(n % 1000).padStart(3, '0')}Z\n`,
      );
      assertAlike(Buffer.from(text.join('')), {
        plans: [planOf('natural', 0), planOf('time', 2)],
        every: at,
        columns: [1],
      });
    }
  });
});

describe('what is asked of a single cell', () => {
  for (const [about, text] of [
    ['a domain behind a doubled quote', 'a,"MAIL ""x M:<abc>"\n'],
    ['a fingerprint behind a byte-order mark', '\uFEFFabc,d\n'],
    ['a host that is only a port, or only brackets', 'a,:25,[],[]:25,[,]\n'],
    [
      'a fingerprint of texts of any length',
      Array.from({ length: 70 }, (_, length) => `a,${'0123456789üß'.repeat(9).slice(0, length)}\n`).join(''),
    ],
  ] as const) {
    it(`is answered alike by both readers: ${about}`, () => {
      assertAlike(Buffer.from(text), { plans: [new ColumnPlan()], every: 1, columns: [0, 1, 2, 3, 4, 5] });
    });
  }
});

function planOf(make: 'natural' | 'time' | 'name', column: number): ColumnPlan {
  const plan = new ColumnPlan();
  plan[make](column);
  return plan;
}

function assertAlike(bytes: Uint8Array, questions: Questions): void {
  const guess = { encoding: 'utf-8', bomLength: 0, binary: false } as const;
  const dialect = { delimiter: ',', newline: '\n' } as const;
  const expected = everything(universal, [bytes], guess, dialect, questions);
  assert.deepEqual(everything(scanned, [bytes], guess, dialect, questions), expected);
}
