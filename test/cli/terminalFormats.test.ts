import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { ReportJson } from '../core/reportContract';
import { parseStrictly, textOf } from '../core/strictHtml';
import { run } from './running';
import { sarifIn } from './sarifValidation';

const SAMPLE = 'media/sample/message-trace-sample.csv';
const FILES = [SAMPLE, 'test/fixtures/protocol-log/exchange2010-send.log'];
const LEAST = ['--minimum-share', '0', '--minimum-messages', '1'];

/** Tables of a Markdown text: rows of cells, the header first. */
function markdownTables(text: string): string[][][] {
  const tables: string[][][] = [];
  let open: string[][] | undefined;
  for (const line of text.split('\n')) {
    if (!line.startsWith('|')) {
      open = undefined;
      continue;
    }
    const cells = line
      .replace(/^\| | \|$/g, '')
      .split(/(?<!\\) \| /)
      .map((cell) => cell.replace(/\\(.)/g, '$1').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))));
    if (open === undefined) {
      open = [];
      tables.push(open);
    }
    open.push(cells);
  }
  return tables.map(([header = [], rule = [], ...rows]) => {
    assert.ok(
      rule.every((cell) => /^-+:?$/.test(cell)),
      `a rule below the header: ${rule.join(' ')}`,
    );
    assert.ok(
      [rule, ...rows].every((row) => row.length === header.length),
      header.join(' '),
    );
    return [header, ...rows];
  });
}

const number = (text: string | undefined): number => Number((text ?? '').replaceAll(',', '').replace(/^≈ /, ''));

describe('every format of the terminal, read back by others', () => {
  const printed = (format: string): string => run('report', '--format', format, ...LEAST, ...FILES).output;
  let json: ReportJson;
  before(() => {
    json = JSON.parse(printed('json')) as ReportJson;
    assert.ok(json.insights.length > 2 && json.connectors.length > 5);
  });

  it('csv: a row for each connector and day, with its counts', () => {
    const { data, errors } = Papa.parse<Record<string, string>>(printed('csv').replace(/^\uFEFF/, ''), {
      header: true,
      skipEmptyLines: true,
    });
    assert.deepEqual(errors, []);
    const days = json.connectors.flatMap(({ label, days: all }) =>
      all.map(({ date, messages, tls }) => [date, label, messages, tls['tls1.0'] ?? 0, tls.unknown ?? 0]),
    );
    const read = data.map((row) => [
      row.Date,
      row['Connector direction and name']?.replace(/^'/, ''),
      number(row.Volume),
      number(row['TLS 1.0 (messages)']),
      number(row['Unknown (messages)']),
    ]);
    const sorted = (rows: readonly unknown[][]): string[] => rows.map((row) => JSON.stringify(row)).sort();
    assert.deepEqual(sorted(read), sorted(days));
  });

  it('csv-hosts: rows that add up to each connector', () => {
    const { data, errors } = Papa.parse<Record<string, string>>(printed('csv-hosts').replace(/^\uFEFF/, ''), {
      header: true,
      skipEmptyLines: true,
    });
    assert.deepEqual(errors, []);
    for (const { label, messages, tls } of json.connectors) {
      const rows = data.filter((row) => row['Connector direction and name'] === label);
      const sum = (some: typeof rows): number => some.reduce((total, row) => total + number(row.Messages), 0);
      assert.equal(sum(rows), messages, label);
      assert.equal(sum(rows.filter((row) => row.TLS === 'TLS 1.0')), tls['tls1.0'] ?? 0, label);
    }
    for (const { File: file = '', Line: line = '' } of data) {
      assert.ok((readFileSync(file, 'utf8').split(/\r\n|\r|\n/)[Number(line) - 1] ?? '') !== '', `${file}:${line}`);
    }
  });

  it('markdown: tables with the connectors, and every insight', () => {
    const text = printed('markdown');
    const connectors = markdownTables(text).find(([header]) => header?.[0] === 'Connector' && header.includes('Type'));
    assert.deepEqual(
      connectors?.slice(1).map((row) => [row[0], number(row[connectors[0]?.indexOf('Messages') ?? -1])]),
      json.connectors.map(({ label, messages }) => [label, messages]),
    );
    for (const { rule } of json.insights) {
      assert.ok(text.includes(`(${rule})`), rule);
    }
  });

  it('html: a page that a strict parser takes, with every insight and connector', () => {
    const text = textOf(parseStrictly(printed('html')));
    for (const { label } of json.connectors) {
      assert.ok(text.includes(label), label);
    }
    for (const { file, line } of json.insights) {
      assert.ok(text.includes(`${file}, line ${line}`), `${file}:${line}`);
    }
  });

  it('sarif and text: the same insights at the same places', () => {
    const [log] = sarifIn(printed('sarif')).runs;
    const places = json.insights.map(({ rule, file, line }) => `${file}:${line}:${rule}`);
    assert.deepEqual(
      log?.results.map(({ ruleId, locations: [place] }) => {
        const { artifactLocation, region } = place?.physicalLocation ?? assert.fail();
        return `${decodeURIComponent(artifactLocation.uri)}:${region?.startLine}:${ruleId}`;
      }),
      places,
    );
    const lines = printed('text').trimEnd().split('\n').slice(-places.length);
    assert.deepEqual(
      lines.map((line) => {
        const [, file, at, rule] = /^(.+):(\d+):1: (?:warning|information) ([a-z0-9-]+): /.exec(line) ?? [];
        return `${file}:${at}:${rule}`;
      }),
      places,
    );
  });

  it('what-if: the same days in JSON, Markdown and text', () => {
    const asked = (format: string): string =>
      run('what-if', '--refuse', 'tls1.0,tls1.1', '--format', format, ...FILES).output;
    const found = JSON.parse(asked('json')) as {
      days: { date: string; messages: number; volume: number; hostCount: number; connectors: number }[];
      connectors: { hosts: { host: string; messages: number }[] }[];
    };
    const days = found.days.filter(({ messages }) => messages > 0);
    assert.ok(days.length > 3);
    const [perDay, ...hosts] = markdownTables(asked('markdown'));
    assert.deepEqual(
      perDay?.slice(1).map(([date, ...counts]) => [date, ...counts.map(number)]),
      days.map((day) => [day.date, day.messages, day.volume, day.hostCount, day.connectors]),
    );
    assert.deepEqual(
      hosts.map(([, ...rows]) => rows.map(([host, messages]) => [host, number(messages)])),
      found.connectors.map((one) => one.hosts.map(({ host, messages }) => [host, messages])),
    );
    const text = asked('text');
    for (const { date, messages, hostCount, connectors } of days) {
      const line = new RegExp(
        `\\n  ${date}: ${messages} of \\d+ messages?, ${hostCount} hosts?, ${connectors} connectors?\\n`,
      );
      assert.match(text, line);
    }
  });

  it('compare: the same table in JSON and Markdown', () => {
    const periods = ['--period', '2026-02-23..2026-03-01', '--period', '2026-03-02..2026-03-08'];
    const asked = (format: string): string => run('compare', '--format', format, ...periods, SAMPLE).output;
    const found = JSON.parse(asked('json')) as {
      connectors: { label: string; change: string; before: { messages: number }; now: { messages: number } }[];
    };
    const [, connectors] = markdownTables(asked('markdown'));
    assert.deepEqual(
      connectors?.slice(1).map(([label, before, now]) => [label, number(before), number(now)]),
      found.connectors.map(({ label, before, now }) => [label, before.messages, now.messages]),
    );
  });
});

describe('redacted answers of the terminal', () => {
  const NAMES = /Fabrikam|Contoso|192\.0\.2|\.example|message-trace-sample/i;
  const periods = ['--period', '2026-02-23..2026-03-01', '--period', '2026-03-02..2026-03-08'];

  for (const format of ['text', 'markdown', 'json']) {
    it(`name nobody, say so, and count the same: ${format}`, () => {
      for (const args of [
        ['what-if', '--refuse', 'tls1.0,tls1.2'],
        ['what-if', '--force-tls', 'Fabrikam Partner'],
        ['compare', ...periods],
      ]) {
        const { status, output } = run(...args, '--format', format, '--redact', SAMPLE);
        assert.equal(status, 0);
        assert.equal(NAMES.exec(output), null, args.join(' '));
        assert.match(output, format === 'json' ? /"redacted": \[/ : /replaced by stand-ins|Replaced by stand-ins/);
        const numbers = (text: string): string[] => text.match(/\b\d+(?:\.\d+)?%|\b\d+ of \d+/g) ?? [];
        assert.deepEqual(numbers(output), numbers(run(...args, '--format', format, SAMPLE).output));
      }
    });
  }

  it('keep names of connectors where that is asked for', () => {
    const { output } = run('what-if', '--refuse', 'tls1.0', '--redact', '--keep', 'connectors', SAMPLE);
    assert.match(output, /From your partner - Fabrikam Partner: .*\n {2}ip-1: 11 messages/);
    assert.match(output, /Replaced by stand-ins: addresses and names of remote hosts, domains of senders\./);
    assert.equal(run('what-if', '--refuse', 'tls1.0', '--redact', '--keep', 'paths', SAMPLE).status, 2);
  });

  it('have one stand-in for a name, wherever it stands', () => {
    const { output } = run('compare', ...periods, '--redact', '--format', 'json', SAMPLE);
    const { connectors, insights } = JSON.parse(output) as {
      connectors: { connector: string | null; label: string }[];
      insights: { before: { connector: string } | null; now: { connector: string } | null }[];
    };
    const told = new Set(connectors.map(({ connector }) => connector));
    for (const { before, now } of insights) {
      assert.ok(told.has((now ?? before)?.connector ?? ''));
    }
  });
});
