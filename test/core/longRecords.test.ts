import assert from 'node:assert/strict';
import Papa from 'papaparse';
import { NO_PLAN } from '../../src/core/reading/columnPlan';
import type { RecordSink } from '../../src/core/reading/recordCursor';
import { LONGEST_RECORD } from '../../src/core/reading/recordReader';
import { TextRecords } from '../../src/core/reading/recordSource';
import type { Scanning } from '../../src/core/reading/scanner/kernel';
import { ScanReader } from '../../src/core/reading/scanner/scanReader';
import { ownScanning } from '../../src/platform/node/scanning';
import { piecesOf } from './analyzing';

const MIB = 1 << 20;
const PIECE = 65_536;
const LINES = 600_000;
const GUESS = { encoding: 'utf-8', bomLength: 0, binary: false } as const;
const DIALECT = { delimiter: ',', newline: '\n' } as const;

/** What was found in a file: lines of records with their number of fields and lengths, and what was reported. */
interface Found {
  readonly told: string[];
  /** Characters or bytes that were gone through to cut records. */
  readonly looked: number;
}

function sinkOf(told: string[]): RecordSink {
  return {
    plan: NO_PLAN,
    record: (record) => told.push(`${record.line}: ${record.length} fields, ${record.lengthOf(0)}`),
    malformed: (line, reason) => told.push(`${line}: ${reason}`),
    invalid: (line) => told.push(`${line}: invalid`),
  };
}

function byText(bytes: Uint8Array, longest: number): Found {
  const told: string[] = [];
  let looked = 0;
  const { Parser } = Papa;
  Papa.Parser = class extends Parser {
    override parse(input: string, ...others: [number, boolean]): unknown {
      looked += input.length;
      return super.parse(input, ...others);
    }
  };
  try {
    const reader = new TextRecords(GUESS, DIALECT, sinkOf(told), { longest });
    for (const piece of piecesOf(bytes, PIECE)) {
      reader.push(piece);
    }
    reader.end();
  } finally {
    Papa.Parser = Parser;
  }
  return { told, looked };
}

function byScan(bytes: Uint8Array, longest: number): Found {
  const told: string[] = [];
  let looked = 0;
  const own = ownScanning();
  const counting: Scanning = {
    ...own,
    kernel: (width) => {
      const kernel = own.kernel(width);
      return {
        ...kernel,
        scan: (start, end, delimiter) => {
          looked += end - start;
          return kernel.scan(start, end, delimiter);
        },
      };
    },
  };
  const reader = new ScanReader(counting, GUESS, DIALECT, sinkOf(told), { longest });
  for (const piece of piecesOf(bytes, PIECE)) {
    reader.push(piece);
  }
  reader.end();
  return { told, looked };
}

const READERS = [
  ['the universal reader', byText],
  ['the scanner', byScan],
] as const;

for (const [who, read] of READERS) {
  describe(`long records, by ${who}`, () => {
    for (const [about, field] of [
      ['20 MB of letters', 'x'.repeat(20 * MIB)],
      ['20 MB of lines', `${'x'.repeat(63)}\n`.repeat((20 * MIB) / 64)],
      ['5 MB of doubled quotes', '""'.repeat((5 * MIB) / 2)],
    ] as const) {
      it(`in quotes are looked through a few times at most: ${about}`, () => {
        const bytes = Buffer.from(`a,b\n"${field}",y\nc,d\n`);
        const { told, looked } = read(bytes, LONGEST_RECORD);
        const lines = field.split('\n').length;
        const length = field.length / (field.startsWith('"') ? 2 : 1);
        assert.deepEqual(told, ['1: 2 fields, 1', `2: 2 fields, ${length}`, `${2 + lines}: 2 fields, 1`]);
        assert.ok(looked < 5 * bytes.length, `${(looked / bytes.length).toFixed(1)} times`);
      });
    }

    it('over the limit are reported, and what follows is read', () => {
      const limit = 2 * MIB;
      for (const [about, long, expected] of [
        ['letters', 'x'.repeat(3 * MIB), ['2: recordTooLong', '3: 2 fields, 1']],
        ['letters in quotes', `"${'x'.repeat(3 * MIB)}",y`, ['2: recordTooLong', '3: 2 fields, 1']],
        ['a quote that is not closed', `"${'x'.repeat(100)}\n${'y,z\n'.repeat(LINES)}`, undefined],
      ] as const) {
        const { told, looked } = read(Buffer.from(`a,b\n${long}\nc,d\n`), limit);
        if (expected === undefined) {
          assert.equal(told.length, LINES + 3, about);
          assert.deepEqual(told.slice(0, 4), [
            '1: 2 fields, 1',
            '2: unbalancedQuote',
            '3: 2 fields, 1',
            '4: 2 fields, 1',
          ]);
        } else {
          assert.deepEqual(told, ['1: 2 fields, 1', ...expected], about);
        }
        assert.ok(looked < 8 * (long.length + 10), `${about}: ${(looked / long.length).toFixed(1)} times`);
      }
    });
  });
}

describe('the longest record there is', () => {
  it('is read, and one that is longer is not', () => {
    const fits = Buffer.concat([
      Buffer.from('a,b\n"'),
      Buffer.alloc(LONGEST_RECORD - 100, 'x'),
      Buffer.from('",y\nc,d\n'),
    ]);
    const expected = ['1: 2 fields, 1', `2: 2 fields, ${LONGEST_RECORD - 100}`, '3: 2 fields, 1'];
    assert.deepEqual(byScan(fits, LONGEST_RECORD).told, expected);
    const long = Buffer.concat([fits.subarray(0, -8), Buffer.alloc(2 * PIECE, 'x'), fits.subarray(-8)]);
    assert.deepEqual(byScan(long, LONGEST_RECORD).told, ['1: 2 fields, 1', '2: recordTooLong', '3: 2 fields, 1']);
  });
});
