import assert from 'node:assert/strict';
import Papa from 'papaparse';
import { csvText } from '../../src/core/export/csv/csvText';
import { detailsCsv } from '../../src/core/export/csv/detailsCsv';
import { peersCsv } from '../../src/core/export/csv/peersCsv';
import { TLS_STATES, type TlsState } from '../../src/core/model/tls';
import { connectorReport, keyOf } from '../../src/core/report/connectorReport';
import { reportJson } from '../../src/core/report/json';
import { roundPercent } from '../../src/core/report/percent';
import { sampleTrace } from '../generate/sampleTrace';
import { textInput } from './analyzing';
import { allExports, CONTEXT, contentOf, HOSTILE_NAMES, hostileTrace, type WholeInput } from './exporting';
import { FIXTURES } from './fixtures';
import type { ReportJson } from './reportContract';

const { strings } = CONTEXT;
const EVERYTHING = { thresholds: { share: 0, messages: 1 } };
const SAMPLE = textInput(sampleTrace(), 'sample.csv') as WholeInput;
const SETS = [
  ...FIXTURES,
  { name: 'sample', inputs: [SAMPLE], options: {} },
  { name: 'hostile names', inputs: [hostileTrace()], options: {} },
];

describe('the CSV of the details table', () => {
  for (const { name, inputs, options } of SETS) {
    it(`says what the JSON report says: ${name}`, async () => {
      const content = await contentOf(inputs, { ...options, ...EVERYTHING });
      const report = reportJson(content.report) as ReportJson;
      const rows = parsed(allExports(content).csv ?? '');
      const expected = report.connectors.flatMap(({ label, days }) =>
        days.map((day) => [
          day.date,
          plain(label),
          day.messages,
          JSON.stringify(day.tls),
          day.approximate ? 'Yes' : 'No',
        ]),
      );
      const found = rows.map((row) => [
        row.Date,
        row['Connector direction and name'],
        Number(row.Volume),
        JSON.stringify(tlsOf(row)),
        row.Approximate,
      ]);
      assert.deepEqual(found.map(String).sort(), expected.map(String).sort());
      for (const row of rows) {
        assertShares(row);
      }
    });
  }

  it('is for the selection', async () => {
    const { report } = await contentOf([SAMPLE]);
    const connector = report.connectors.find(({ name }) => name === 'Fabrikam Partner');
    assert.ok(connector !== undefined);
    const period = { start: '2026-03-06', end: '2026-03-07' };
    const selected = connectorReport(report.connectors, keyOf(connector), period);
    const rows = parsed(detailsCsv(selected, strings, { delimiter: ',' }, null));
    assert.deepEqual(
      rows.map((row) => [row.Date, row['Connector direction and name'], row['Connector type'], row['Forced TLS?']]),
      ['2026-03-07', '2026-03-06'].map((day) => [day, 'From your partner - Fabrikam Partner', 'Partner', '']),
    );
  });

  it('is read by a spreadsheet whose decimal separator is a comma', async () => {
    const { report } = await contentOf([SAMPLE]);
    const details = connectorReport(report.connectors, 'all', report.period ?? { start: '', end: '' });
    const [comma, semicolon] = ([',', ';'] as const).map((delimiter) =>
      detailsCsv(details, strings, { delimiter }, null),
    );
    const fields = Papa.parse<string[]>(semicolon ?? '', { delimiter: ';', skipEmptyLines: true }).data;
    const expected = Papa.parse<string[]>(comma ?? '', { delimiter: ',', skipEmptyLines: true }).data;
    assert.deepEqual(
      fields.map((row) => row.map((cell) => cell.replace(/^(\d+),(\d)$/, '$1.$2'))),
      expected,
    );
    assert.ok((semicolon ?? '').includes('8,3') || /\d,\d/.test(semicolon ?? ''));
  });
});

describe('the CSV of remote hosts', () => {
  for (const { name, inputs, options } of SETS) {
    it(`adds up to the JSON report: ${name}`, async () => {
      const content = await contentOf(inputs, { ...options, ...EVERYTHING });
      const report = reportJson(content.report) as ReportJson;
      const found = new Map<string, number>();
      for (const row of parsed(peersCsv(content, strings, { delimiter: ',' }))) {
        const key = `${row['Connector direction and name']} ${row.TLS}`;
        found.set(key, (found.get(key) ?? 0) + Number(row.Messages));
      }
      const expected = new Map<string, number>();
      for (const { label, tls } of report.connectors) {
        for (const [state, messages] of Object.entries(tls)) {
          const key = `${plain(label)} ${strings[`tls.${state as TlsState}`]}`;
          expected.set(key, (expected.get(key) ?? 0) + messages);
        }
      }
      assert.deepEqual([...found].sort(), [...expected].sort());
    });
  }

  it('has a row for each host, sender, TLS state and cipher, with the line that proves it', async () => {
    const content = await contentOf([SAMPLE]);
    const rows = parsed(peersCsv(content, strings, { delimiter: ',' })).filter((row) => row.TLS === 'TLS 1.0');
    assert.equal(rows.length, 1);
    const { 'First seen (UTC)': firstSeen, Line: line, ...row } = rows[0] ?? {};
    assert.deepEqual(row, {
      'Connector direction and name': 'From your partner - Fabrikam Partner',
      'Connector type': 'Partner',
      'Remote host': '192.0.2.99',
      'Calls itself': '',
      'Sender domain': 'warehouse.fabrikam.example',
      TLS: 'TLS 1.0',
      Cipher: 'CALG_3DES',
      Messages: '11',
      'Last seen (UTC)': '2026-03-08',
      File: 'sample.csv',
    });
    assert.equal(line, '43');
    assert.match(firstSeen ?? '', /^2026-02-\d\d$/);
  });
});

describe('a CSV file', () => {
  it('begins with a byte-order mark, ends lines with CRLF and quotes text', () => {
    assert.equal(
      csvText(
        [
          ['a"b', 1, null],
          ['é;,', 2.5, 'x'],
        ],
        { delimiter: ',' },
      ),
      '\uFEFF"a""b",1,\r\n"é;,",2.5,"x"\r\n',
    );
    assert.equal(csvText([['a', 2.5]], { delimiter: ';' }), '\uFEFF"a";2,5\r\n');
  });

  it('holds no formula, whatever a name is', () => {
    for (const name of [...HOSTILE_NAMES, ' =1', '\r=1', '\ufeff=1', '%1', '|1']) {
      const [[cell = ''] = []] = Papa.parse<string[]>(csvText([[name, 1]], { delimiter: ',' }).slice(1)).data;
      assert.doesNotMatch(cell, /^[\s\p{Cf}]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/u, JSON.stringify(name));
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      assert.doesNotMatch(cell, /[\u0000-\u001f\u202e]/);
    }
    assert.match(csvText([['=1+1']], { delimiter: ',' }), /"'=1\+1"/);
    assert.match(csvText([['a=1+1', 'Fabrikam - x']], { delimiter: ',' }), /"a=1\+1","Fabrikam - x"/);
  });
});

function parsed(csv: string): Record<string, string>[] {
  assert.ok(csv.startsWith('\uFEFF'));
  assert.equal(csv.replaceAll('\r\n', '').search(/[\r\n]/), -1);
  const { data, errors, meta } = Papa.parse<Record<string, string>>(csv.slice(1), {
    header: true,
    skipEmptyLines: true,
  });
  assert.deepEqual(errors, []);
  assert.equal(new Set(meta.fields).size, meta.fields?.length);
  return data;
}

/** A name as CSV holds it. */
function plain(label: string): string {
  const [[cell = ''] = []] = Papa.parse<string[]>(csvText([[label, 1]], { delimiter: ',' }).slice(1)).data;
  return cell;
}

/** States with messages, in the order of the JSON report. */
function tlsOf(row: Record<string, string>): Partial<Record<TlsState, number>> {
  return Object.fromEntries(
    TLS_STATES.map((state) => [state, Number(row[`${strings[`tls.${state}`]} (messages)`] ?? 0)] as const).filter(
      ([, messages]) => messages > 0,
    ),
  );
}

function assertShares(row: Record<string, string>): void {
  const tls = tlsOf(row);
  const unknown = tls.unknown ?? 0;
  const known = Number(row.Volume) - unknown;
  for (const state of TLS_STATES) {
    const cell = row[`${strings[`tls.${state}`]} (%)`];
    const whole = state === 'unknown' ? known + unknown : known;
    if (cell !== undefined) {
      assert.equal(cell, whole === 0 ? '' : String(roundPercent(tls[state] ?? 0, whole, 1)));
    }
  }
}
