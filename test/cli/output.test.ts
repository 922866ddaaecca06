import assert from 'node:assert/strict';
import { copyFileSync, existsSync, linkSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hasColours, painted } from '../../src/cli/colours';
import { Progress } from '../../src/cli/progress';
import type { ReportJson } from '../core/reportContract';
import { parseStrictly, textOf } from '../core/strictHtml';
import { run, runIn } from './running';

const TRACE = 'test/fixtures/extended-trace/inbound.csv';
const SAMPLE = 'media/sample/message-trace-sample.csv';
const FORMATS = ['text', 'json', 'csv', 'csv-hosts', 'markdown', 'html'] as const;

describe('what mail-flow-insights report prints', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'mail-flow-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const format of FORMATS) {
    it(`is the report as ${format}, with the same exit status`, () => {
      const { status, output, errors } = run('report', '--format', format, SAMPLE);
      assert.equal(status, 1);
      assert.equal(errors, '');
      assert.match(output, format === 'json' ? /^\{/ : format === 'html' ? /^<!DOCTYPE html>/ : /^(\uFEFF"|#|Mail)/);
      assert.match(output, /Fabrikam Partner/);
      assert.equal(run('report', '--format', format, TRACE).status, 0);
    });

    it(`is written to a file as ${format}`, () => {
      const file = path.join(folder, `report.${format}`);
      const { status, output, errors } = run('report', '--format', format, '--output', file, SAMPLE);
      assert.deepEqual([status, output, errors], [1, '', '']);
      const printed = run('report', '--format', format, SAMPLE).output;
      const without = (text: string): string => text.replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, '');
      assert.equal(without(readFileSync(file, 'utf8')), without(printed));
    });

    it(`names nobody as ${format} where it is redacted`, () => {
      const { status, output } = run('report', '--format', format, '--redact', SAMPLE);
      assert.equal(status, 1);
      assert.equal(/Fabrikam|contoso|192\.0\.2|\.example|message-trace-sample/i.exec(output), null);
      assert.match(output, /connector-\d/);
    });
  }

  it('shows the lines that prove an insight', () => {
    const page = textOf(parseStrictly(run('report', '--format', 'html', SAMPLE).output));
    assert.match(page, /message-trace-sample\.csv, line 43.*"2026-02-27T16:45:20.*SP_PROT_TLS1_0_SERVER/);
    assert.match(
      run('report', '--format', 'markdown', SAMPLE).output,
      /line 43: ` 2026-02-27T16:45:20.*SP_PROT_TLS1_0_SERVER/,
    );
  });

  it('keeps names that are asked for', () => {
    const report = (...args: readonly string[]): ReportJson =>
      JSON.parse(run('report', '--format', 'json', '--redact', ...args, SAMPLE).output) as ReportJson;
    const kept = report('--keep', 'connectors', '--keep', 'file-names');
    assert.ok(kept.connectors.some(({ name }) => name === 'Fabrikam Partner'));
    assert.equal(kept.files[0]?.path, 'folder-1/message-trace-sample.csv');
    assert.equal(report('--keep', 'paths').files[0]?.path, SAMPLE);
  });

  it('is for spreadsheets of either kind', () => {
    assert.match(run('report', '--format', 'csv', SAMPLE).output, /^\uFEFF"Date","Connector direction and name",/);
    const semicolons = run('report', '--format', 'csv', '--delimiter', ';', SAMPLE).output;
    assert.match(semicolons, /^\uFEFF"Date";"Connector direction and name";/);
    assert.match(semicolons, /;\d+,\d;/);
  });

  it('never takes the place of an export that is read', () => {
    const file = path.join(folder, 'trace.csv');
    const link = path.join(folder, 'link.csv');
    copyFileSync(TRACE, file);
    linkSync(file, link);
    const before = readFileSync(file);
    for (const output of [file, link, path.join(folder, '.', 'trace.csv')]) {
      const { status, errors } = run('report', '--output', output, file);
      assert.equal(status, 2);
      assert.match(errors, /--output would overwrite/);
    }
    assert.equal(runIn(folder, 'report', '--output', 'trace.csv', '.').status, 2);
    assert.deepEqual(readFileSync(file), before);
    rmSync(link);
  });

  it('takes the place of an earlier report', () => {
    const file = path.join(folder, 'again.txt');
    writeFileSync(file, 'x'.repeat(100_000));
    assert.equal(run('report', '--output', file, TRACE).status, 0);
    assert.match(readFileSync(file, 'utf8'), /^Mail Flow Insights\n/);
  });

  for (const [args, reason] of [
    [['--format', 'pdf'], /--format takes text, json, csv, csv-hosts, markdown, html, sarif, not pdf/],
    [['--delimiter', ';'], /--delimiter goes with/],
    [['--format', 'csv', '--delimiter', 'x'], /--delimiter takes , or ;/],
    [['--keep', 'connectors'], /--keep goes with --redact/],
    [['--redact', '--keep', 'hosts'], /--keep takes connectors, file-names or paths/],
    [['--output', 'no/such/folder/report.txt'], /no such folder/],
  ] as const) {
    it(`is nothing where the command line is wrong: ${args.join(' ')}`, () => {
      const { status, output, errors } = run('report', ...args, TRACE);
      assert.deepEqual([status, output], [2, '']);
      assert.match(errors, reason);
      assert.ok(!existsSync('no'));
    });
  }

  it('has no colours and no progress where it goes to a file or a program', () => {
    const { output, errors } = run('report', SAMPLE);
    assert.ok(!output.includes('\u001b'));
    assert.equal(errors, '');
  });
});

describe('colours', () => {
  it('are for terminals that want them', () => {
    assert.ok(hasColours({ isTTY: true }, {}));
    assert.ok(hasColours({ isTTY: true }, { NO_COLOR: '' }));
    for (const [terminal, environment] of [
      [{}, {}],
      [{ isTTY: false }, {}],
      [{ isTTY: true }, { NO_COLOR: '1' }],
      [{ isTTY: true }, { TERM: 'dumb' }],
    ] as const) {
      assert.ok(!hasColours(terminal, environment));
    }
    assert.equal(painted('warning', 'x'), '\u001b[1;33mx\u001b[0m');
  });
});

describe('progress', () => {
  it('is a line of a terminal, now and then, and is gone at the end', () => {
    const written: string[] = [];
    const progress = new Progress({ isTTY: true, write: (text) => written.push(text) }, [100, 300]);
    for (const [file, bytes, now] of [
      [0, 10, 0],
      [0, 50, 50],
      [0, 100, 120],
      [1, 150, 300],
      [1, 900, 500],
    ] as const) {
      progress.read(file, bytes, now);
    }
    progress.end();
    assert.deepEqual(
      written.map((text) => text.replace('\r\u001b[K', '')),
      ['Reading: 2%', 'Reading: 25%', 'Reading: 62%', 'Reading: 100%', ''],
    );
    assert.ok(written.every((text) => text.startsWith('\r\u001b[K')));
  });

  it('is not written anywhere else', () => {
    const written: string[] = [];
    const progress = new Progress({ write: (text) => written.push(text) }, [0]);
    progress.read(0, 0, 0);
    progress.end();
    assert.deepEqual(written, []);
  });
});
