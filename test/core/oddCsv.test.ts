import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { ColumnPlan } from '../../src/core/reading/columnPlan';
import { Random } from '../generate/random';
import { cut, everything, scanned, universal } from './cursors';
import { type EncodingName, encode } from './encodings';

/** Well-formed files of the kinds that parsers of CSV are usually tried with. */
const WELL_FORMED: Readonly<Record<string, string>> = {
  simple: 'a,b,c\n1,2,3\n',
  'simple, no break at the end': 'a,b,c\n1,2,3',
  'comma in quotes': 'first,last,address,city,zip\nJohn,Doe,120 any st.,"Anytown, WW",08123',
  'empty fields': 'a,b,c\n1,"",""\n2,3,4',
  'only empty fields': 'a,b,c\n,,\n"","",""\n',
  'escaped quotes': 'a,b\n1,"ha ""ha"" ha"\n3,4\n',
  'only quotes': 'a,b\n"""","""""",\n"""x","x"""\n',
  json: 'key,val\n1,"{""type"": ""Point"", ""coordinates"": [102.0, 0.5]}"\n',
  coordinates: "phone,place\n2095257564,37°36'37.8 N 121°2'17.9 W",
  'breaks in quotes': 'a,b,c\n1,2,3\n"Once upon \na time",5,6\n7,8,9\n',
  'quotes and breaks': 'a,b\n1,"ha \n""ha"" \nha"\n3,4\n',
  'breaks only': 'a,b\n"\n\n","\n"\n1,2\n',
  'wide letters': 'a,b,c\n1,2,3\n4,5,ʤ\n送,信,\u{1f600}\n',
  'Latin letters': 'é,ÿ\n"ü","ß,"\n',
  'spaces around': 'a , b, c \n 1,2 , 3\n"  x  ", y ,z\n',
  tabs: 'a,b\n\t,"\t"\n',
  'blank lines': '\n\na,b\n\n1,2\n   \n3,4\n\n',
  'one column': 'a\n1\n"2"\n"3\n4"\n',
  'ragged rows': 'a,b,c\n1\n1,2\n1,2,3\n1,2,3,4\n',
  'no rows': 'a,b,c\n',
  'no text': '',
  'one break': '\n',
  'a quote in a field with no quotes before': 'a,b\nx,y z\n',
  'other delimiters inside': 'a;b,c|d\n1;2,3\t4\n',
  'very many columns': `${'x,'.repeat(3000)}y\n${'"x",'.repeat(3000)}"y"\n`,
  'very many rows': `a,b\n${'1,"2"\n'.repeat(5000)}`,
  'a very long field': `a,b\n"${'x""y\n'.repeat(12_000)}",${'z'.repeat(100_000)}\n1,2\n`,
};

/** The files of the package csv-spectrum, and what it says that they hold: each row by its titles. */
const SPECTRUM = path.join(process.cwd(), 'node_modules/csv-spectrum');
/** Of this one it says something else: another number, and a field that holds misplaced quotes. */
const CONTRADICTED = 'location_coordinates.csv';

/** Files in which quotes are misplaced, which everybody reads in another way. */
const MALFORMED: Readonly<Record<string, string>> = {
  'a quote in a field': 'a,b\n1,x"y\n2,3\n',
  'a quote that is not closed': 'a,b\n1,"x\n2,3\n',
  'text behind a quote': 'a,b\n1,"x"y\n2,3\n',
  'a space behind a quote': 'a,b\n1,"x" \n"2" ,3\n',
  'a space before a quote': 'a,b\n1, "x"\n2,3\n',
  'three quotes': 'a,b\n"""\n2,3\n',
  'a lone carriage return in quotes': 'a,b\n"x\ry",2\n"z\r",3\n4,"5\r"\n',
  'a lone carriage return': 'a,b\rc,d\n1,2\r\r\n3\r,4\n',
  'a byte-order mark before a quote': '\uFEFF"a",b\n1,2\n',
  'two byte-order marks': '\uFEFF\uFEFFa,b\n\uFEFF1,\uFEFF2\n',
  zeros: 'a,b\n1,2\n\0\0\0,\0\n\0\0\0',
  'quotes to the end': `a,b\n${'"'.repeat(99)}`,
};

const DIALECT = { delimiter: ',', newline: '\n' } as const;
const QUESTIONS = { plans: [new ColumnPlan()], every: 1, columns: [0, 1, 2, 3] };

type ScannedEncoding = 'utf-8' | 'utf-16le' | 'windows-1252';

/** Each record's cells, by one of the two readers. */
function cellsBy(make: typeof scanned, pieces: Iterable<Uint8Array>, encoding: ScannedEncoding): string[][] {
  const records: string[][] = [];
  const source = make({ encoding, bomLength: 0, binary: false }, DIALECT, {
    plan: new ColumnPlan(),
    record: (record) => records.push(Array.from({ length: record.length }, (_, column) => record.cell(column))),
    malformed: (line, reason) => assert.fail(`line ${line}: ${reason}`),
    invalid: () => assert.fail('not UTF-8'),
  });
  for (const piece of pieces) {
    source.push(piece);
  }
  source.end();
  return records;
}

/** Both readers find these cells, wherever the bytes are cut. */
function assertCells(bytes: Uint8Array, encoding: ScannedEncoding, expected: readonly (readonly string[])[]): void {
  for (const make of [scanned, universal]) {
    for (const seed of [1, 2, 3]) {
      assert.deepEqual(cellsBy(make, cut(bytes, new Random(seed)), encoding), expected, `${encoding}, seed ${seed}`);
    }
  }
}

/** Both readers tell the same of the bytes, wherever they are cut for the fast one. */
function assertAlike(bytes: Uint8Array, encoding: ScannedEncoding): void {
  const guess = { encoding, bomLength: 0, binary: false };
  const expected = everything(universal, [bytes], guess, DIALECT, QUESTIONS);
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const found = everything(scanned, cut(bytes, new Random(seed)), guess, DIALECT, QUESTIONS);
    assert.deepEqual(found, expected, `${encoding}, seed ${seed}`);
  }
}

function encodingsOf(text: string): readonly (readonly [ScannedEncoding, EncodingName])[] {
  const all = [
    ['utf-8', 'UTF-8'],
    ['utf-16le', 'UTF-16LE'],
    ['windows-1252', 'Windows-1252'],
  ] as const;
  return /[^\0-\u007f\u00a0-\u00ff]/.test(text) ? all.slice(0, 2) : all;
}

describe('odd CSV', () => {
  for (const [about, unix] of Object.entries(WELL_FORMED)) {
    it(`is read by everybody alike: ${about}`, () => {
      for (const text of [unix, unix.replaceAll('\n', '\r\n')]) {
        const newline = text === unix ? '\n' : '\r\n';
        const rows = Papa.parse<string[]>(text, { delimiter: ',', newline }).data;
        const expected = rows.filter((row) => row.length > 1 || (row[0] ?? '').trim() !== '');
        for (const [encoding, name] of encodingsOf(text)) {
          assertCells(encode(text, name), encoding, expected);
        }
      }
    });
  }

  it(`is read by both readers alike: ${CONTRADICTED} of csv-spectrum`, () => {
    assertAlike(readFileSync(path.join(SPECTRUM, 'csvs', CONTRADICTED)), 'utf-8');
  });

  for (const file of readdirSync(path.join(SPECTRUM, 'csvs')).filter((name) => name !== CONTRADICTED)) {
    it(`is read as csv-spectrum says: ${file}`, () => {
      const bytes = readFileSync(path.join(SPECTRUM, 'csvs', file));
      const json = readFileSync(path.join(SPECTRUM, 'json', file.replace('.csv', '.json')), 'utf8');
      const rows = JSON.parse(json) as readonly Readonly<Record<string, string>>[];
      const expected = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
      assertCells(bytes, 'utf-8', expected);
    });
  }

  for (const [about, unix] of Object.entries(MALFORMED)) {
    it(`is read by both readers alike: ${about}`, () => {
      for (const text of [unix, unix.replaceAll('\n', '\r\n')]) {
        for (const [encoding, name] of encodingsOf(text)) {
          assertAlike(encode(text, name), encoding);
        }
      }
    });
  }
});
