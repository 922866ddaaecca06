import assert from 'node:assert/strict';
import Papa from 'papaparse';
import type { ReportJson } from '../core/reportContract';
import { elementsIn, parseStrictly, rowsOf } from '../core/strictHtml';
import { run } from './running';
import { sarifIn } from './sarifValidation';

const FILES = ['media/sample/message-trace-sample.csv', 'test/fixtures/protocol-log/send.log'];

/** Messages by connector, as somebody reads them who has nothing but the output. */
type Volumes = Readonly<Record<string, number>>;

describe('every format, read by other means, tells what the JSON report tells', () => {
  let report: ReportJson;
  let volumes: Volumes = {};
  before(() => {
    report = JSON.parse(printed('json')) as ReportJson;
    volumes = Object.fromEntries(report.connectors.map(({ label, messages }) => [label, messages]));
    assert.ok(Object.keys(volumes).length > 5);
  });

  const printed = (format: string): string => run('report', '--format', format, ...FILES).output;

  it('text', () => {
    const found = [...printed('text').matchAll(/^ {2}(.+?): (?:about )?([\d,]+) messages?(?=[, ]|$)/gm)];
    assert.deepEqual(Object.fromEntries(found.map(([, label = '', count = '']) => [label, numberIn(count)])), volumes);
    const insights = [...printed('text').matchAll(/^(.+):(\d+):1: (warning|information) ([\w-]+): (.*)$/gm)];
    assert.deepEqual(
      insights.map(([, file, line, severity, rule, message]) => ({
        file,
        line: Number(line),
        severity,
        rule,
        message,
      })),
      report.insights.map(({ file, line, severity, rule, message }) => ({ file, line, severity, rule, message })),
    );
  });

  it('CSV, by papaparse', () => {
    assert.deepEqual(summed(csvRows('csv'), 'Volume'), withMail(volumes));
    const days = report.connectors.flatMap(({ label, days: all }) =>
      all.map(({ date, messages }) => [date, label, messages]),
    );
    assert.deepEqual(
      csvRows('csv')
        .map((row) => [row.Date, row['Connector direction and name'], Number(row.Volume)])
        .sort(),
      days.sort(),
    );
  });

  it('CSV of hosts, by papaparse', () => {
    assert.deepEqual(summed(csvRows('csv-hosts'), 'Messages'), withMail(volumes));
  });

  it('Markdown, by a reader of its tables', () => {
    const tables = markdownTables(printed('markdown'));
    const connectors = tables.find(({ header }) => header[0] === 'Connector') ?? assert.fail();
    const position = connectors.header.indexOf('Messages');
    const rows = connectors.rows.map((row) => [row[0], numberIn(row[position] ?? '')]);
    assert.deepEqual(Object.fromEntries(rows), volumes);
    for (const { header, rows: all } of tables) {
      assert.ok(
        all.every((row) => row.length === header.length),
        header.join(),
      );
    }
  });

  it('HTML, by a strict parser', () => {
    const tables = [...elementsIn(parseStrictly(printed('html')))].filter(({ name }) => name === 'table').map(rowsOf);
    const connectors = tables.find(([header]) => header?.[0] === 'Connector') ?? assert.fail();
    const position = connectors[0]?.indexOf('Messages') ?? -1;
    const rows = connectors.slice(1).map((row) => [row[0]?.split(' / ')[0], numberIn(row[position] ?? '')]);
    assert.deepEqual(Object.fromEntries(rows), volumes);
  });

  it('SARIF, by its schema', () => {
    const [sarif] = sarifIn(printed('sarif')).runs;
    assert.deepEqual(
      sarif?.results.map(({ ruleId, occurrenceCount }) => [ruleId, occurrenceCount]),
      report.insights.map(({ rule, messages }) => [rule, messages]),
    );
  });

  function csvRows(format: string): Record<string, string>[] {
    const text = printed(format).replace(/^\uFEFF/, '');
    const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    assert.deepEqual(errors, []);
    return data;
  }
});

function summed(rows: readonly Record<string, string>[], column: string): Volumes {
  const sums: Record<string, number> = {};
  for (const row of rows) {
    const label = row['Connector direction and name'] ?? '';
    sums[label] = (sums[label] ?? 0) + Number(row[column]);
  }
  return sorted(sums);
}

function withMail(volumes: Volumes): Volumes {
  return sorted(Object.fromEntries(Object.entries(volumes).filter(([, messages]) => messages > 0)));
}

function sorted(volumes: Volumes): Volumes {
  return Object.fromEntries(Object.entries(volumes).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function numberIn(text: string): number {
  return Number(text.replace(/[^\d.]/g, ''));
}

/** Tables of a Markdown document as GitHub reads them: cells end at bars that no backslash stands before. */
function markdownTables(text: string): { readonly header: readonly string[]; readonly rows: readonly string[][] }[] {
  const cells = (line: string): string[] =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/\\(.)/g, '$1'));
  return text
    .split(/\n{2,}/)
    .map((block) => block.split('\n'))
    .filter(
      (lines) => lines.length > 1 && lines.every((line) => line.startsWith('|')) && /^\| :?-/.test(lines[1] ?? ''),
    )
    .map(([header = '', , ...rows]) => ({ header: cells(header), rows: rows.map(cells) }));
}
