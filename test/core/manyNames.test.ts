import assert from 'node:assert/strict';
import { ColumnPlan } from '../../src/core/reading/columnPlan';
import type { EncodingGuess } from '../../src/core/reading/encoding';
import { Random } from '../generate/random';
import { cut, everything, type Questions, scanned, universal } from './cursors';

const KEYS = ['host', 'cipher'];

/** Everything that gives a number for a text. */
function questions(): Questions {
  const plan = new ColumnPlan();
  plan.name(1);
  plan.head(1);
  plan.name(2);
  plan.items(3, KEYS);
  return { plans: [plan], every: 1, columns: [1, 2] };
}

function assertAlike(text: string, encoding: EncodingGuess['encoding'], forgetsOften: boolean): void {
  const bytes = Buffer.from(text, encoding === 'utf-16le' ? 'utf16le' : 'utf8');
  const guess = { encoding, bomLength: 0, binary: false };
  const dialect = { delimiter: ',', newline: '\n' } as const;
  const expected = everything(universal, [bytes], guess, dialect, questions());
  const random = new Random(bytes.length);
  const pieces = forgetsOften ? cut(bytes, random) : [bytes];
  const found = everything(scanned, pieces, guess, dialect, questions(), (source) => {
    if (forgetsOften && random.chance(0.3)) {
      source.forget();
    }
  });
  assert.deepEqual(found, expected);
}

function lines(count: number, make: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => `${make(n)}\n`).join('');
}

describe('more texts than the kernel has numbers for', () => {
  it('keep their numbers apart, where they are very many', () => {
    const text = lines(12_000, (n) => `x,host${n}.contoso.example,"d${n % 5}",S:host=h${n % 11_000};S:cipher=${n}`);
    assertAlike(text, 'utf-8', false);
  });

  it('keep their numbers apart, where they are long', () => {
    const text = 'abcdefghij'.repeat(250);
    for (const encoding of ['utf-8', 'utf-16le'] as const) {
      const line = (n: number): string =>
        `x,${text.slice(0, 1000 + (n % 1400))}${n},y,S:host=${text.slice(0, 900 + n)}${n % 3}`;
      assertAlike(lines(1200, line), encoding, false);
    }
  });

  it('may be forgotten between pieces', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const random = new Random(seed);
      assertAlike(
        lines(random.integer(1, 200), () => {
          const host = random.pick(['', 'a', 'b', '"c""d"', 'mx1.contoso.example', 'é', `${random.integer(0, 500)}`]);
          return `x,${host},${random.integer(0, 3)},S:host=${random.integer(0, 20)};S:cipher=x`;
        }),
        random.pick(['utf-8', 'utf-16le'] as const),
        true,
      );
    }
  });
});
