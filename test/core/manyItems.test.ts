import assert from 'node:assert/strict';
import { ColumnPlan } from '../../src/core/reading/columnPlan';
import { readCustomData } from '../../src/core/reading/customData';
import type { RecordCursor } from '../../src/core/reading/recordCursor';
import { NO_ITEM } from '../../src/core/reading/recordCursor';
import { Random } from '../generate/random';
import { type Make, scanned, universal } from './cursors';
import { encode } from './encodings';

/** Some begin alike, one with another whole. */
const KEYS = [
  'tlsversion',
  'tlscipher',
  'tlsversions',
  'fromentity',
  'frome',
  'inboundconnectordata',
  'microsoft.exchange.hygiene.tenantoutboundconnectorcustomdata',
  'outboundproxytargethostname',
  'outboundproxytargetipaddress',
];
const STRANGERS = [
  'ActivityId',
  'E2ELatency',
  'tlsversio',
  'fromentitys',
  'microsoft.exchange.hygiene',
  'frwmentity',
  'o',
  '',
];
const VALUES = [
  '',
  '1',
  'Internet',
  "it's",
  "'",
  "';",
  ';',
  'a=b',
  'é',
  '送',
  '\u0173:tls',
  'x'.repeat(70),
  'y'.repeat(500),
];
const BESIDE = ['', '', '', '', '', '', ' ', '\t', '\u00a0', "'", ';', '=', '\u0100'];

function item(random: Random): string {
  const written = random.chance(0.3) ? random.pick(KEYS) : random.pick(STRANGERS);
  const key = random.chance(0.3) ? written.toUpperCase() : random.chance(0.1) ? written.slice(1) : written;
  const prefix = random.pick(['S:', 'S:', 'S:', 's:', '', 'S;', 'SS:', '\u0173:', ':']);
  const text = `${random.pick(BESIDE)}${prefix}${key}${random.pick(BESIDE)}=${random.pick(VALUES)}`;
  return random.chance(0.15) ? `'${text}'` : text;
}

/** A cell of up to some thousand characters, in which semicolons may stand anywhere. */
function cell(random: Random): string {
  // Most are such that no key has white space beside it: then no reader needs the text.
  const isPlain = random.chance(0.7);
  const items = Array.from({ length: random.integer(0, 60) }, () => item(random));
  const text = items.join(random.chance(0.05) ? '' : ';');
  return isPlain ? text.replace(/[^!-~]/g, '') : text;
}

/** What a reader says of the items of each cell, which stand in the second of three columns. */
function told(
  make: Make,
  cells: readonly string[],
  keys: readonly string[],
  encoding: 'utf-8' | 'utf-16le',
): unknown[] {
  const plan = new ColumnPlan();
  const slot = plan.items(1, keys);
  const found: unknown[] = [];
  const record = (cursor: RecordCursor): void => {
    found.push(
      keys.map((_, key) => {
        const name = cursor.item(slot, key);
        return name === NO_ITEM ? undefined : cursor.names.text(name);
      }),
    );
  };
  const sink = { plan, record, malformed: () => assert.fail(), invalid: () => assert.fail() };
  const reader = make({ encoding, bomLength: 0, binary: false }, { delimiter: ',', newline: '\n' }, sink);
  const text = cells.map((written) => `a,"${written}",b\r\n`).join('');
  reader.push(encode(text, encoding === 'utf-8' ? 'UTF-8' : 'UTF-16LE'));
  reader.end();
  return found;
}

function byHand(cells: readonly string[], keys: readonly string[]): unknown[] {
  return cells.map((written) => {
    const items = new Map<string, string>();
    readCustomData(written, (key, value) => items.set(key, value));
    return keys.map((key) => items.get(key));
  });
}

describe('items among many others in a cell', () => {
  for (const encoding of ['utf-8', 'utf-16le'] as const) {
    it(`are what customData.ts finds: ${encoding}`, () => {
      for (let seed = 1; seed <= 150; seed++) {
        const random = new Random(seed);
        const keys = random
          .shuffled([...KEYS, ...(random.chance(0.2) ? ['tls', 'o'] : [])])
          .slice(0, random.integer(1, 9));
        const cells = Array.from({ length: 20 }, () => cell(random));
        const expected = byHand(cells, keys);
        assert.deepEqual(told(scanned, cells, keys, encoding), expected, `seed ${seed}`);
        assert.deepEqual(told(universal, cells, keys, encoding), expected, `seed ${seed}, universal`);
      }
    });

    it(`are what customData.ts finds wherever the cell is cut: ${encoding}`, () => {
      for (let seed = 1; seed <= 12; seed++) {
        const random = new Random(1000 + seed);
        const whole = cell(random);
        const cells = Array.from({ length: Math.min(whole.length, 700) + 1 }, (_, length) => whole.slice(0, length));
        assert.deepEqual(told(scanned, cells, KEYS, encoding), byHand(cells, KEYS), `seed ${seed}`);
      }
    });
  }
});
