import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseReportArguments } from '../../src/cli/arguments/reportArguments';
import type { ReportJson } from '../core/reportContract';
import { run, runIn } from './running';

const TRACE = 'test/fixtures/extended-trace/inbound.csv';
const SAMPLE = 'media/sample/message-trace-sample.csv';

describe('mail-flow-insights report', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'mail-flow-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('ends with 0 and no insight where nothing is found', () => {
    const { status, output, errors } = run('report', TRACE);
    assert.equal(status, 0);
    assert.equal(errors, '');
    assert.match(output, /^Mail Flow Insights\n/);
    assert.match(output, /Period: 2026-03-02 to 2026-03-07 \(UTC\)/);
    assert.match(output, /From your partner - Fabrikam: 5 messages/);
    assert.match(output, /From the internet without a connector: 2 messages/);
    assert.match(output, /line 17: The time or date "yesterday" cannot be read/);
    assert.doesNotMatch(output, /:1: (warning|information)/);
  });

  it('ends with 1 and a line for each insight where a warning is found', () => {
    const { status, output } = run('report', '--minimum-messages', '2', TRACE);
    assert.equal(status, 1);
    const lines = output.split('\n').filter((line) => /^.+:\d+:1: (warning|information) /.test(line));
    assert.match(
      lines[0] ?? '',
      /^test\/fixtures\/extended-trace\/inbound\.csv:2:1: warning inbound-partner-tls10: Inbound Partner connector seeing significant TLS1\.0 mail flow/,
    );
    assert.ok(output.endsWith(`\n${lines.join('\n')}\n`), 'they are the last lines');
    assert.equal(lines.filter((line) => line.includes(': warning ')).length, 1);
  });

  it('ends with 0 where there are near misses only', () => {
    const { status, output } = run('report', '--minimum-messages', '4', TRACE);
    assert.equal(status, 0);
    assert.match(output, /inbound\.csv:2:1: information inbound-partner-tls10: /);
  });

  it('finds what the sample export is made to show', () => {
    const { status, output } = run('report', SAMPLE);
    assert.equal(status, 1);
    assert.match(output, /message-trace-sample\.csv:\d+:1: warning inbound-partner-tls10: .*Fabrikam Partner/);
  });

  it('prints the same as JSON', () => {
    const { status, output } = run('report', '--format', 'json', '--minimum-messages', '2', TRACE);
    assert.equal(status, 1);
    const report = JSON.parse(output) as ReportJson;
    assert.equal(report.version, 1);
    assert.equal(report.files[0]?.path, TRACE);
    assert.equal(report.directions.inbound.messages, 12);
    assert.deepEqual(
      report.insights
        .filter(({ severity }) => severity === 'warning')
        .map(({ file, line, severity }) => ({ file, line, severity })),
      [{ file: TRACE, line: 2, severity: 'warning' }],
    );
  });

  it('ends with 2 where nothing could be checked, which must not pass for a good sign', () => {
    const only = path.join(folder, 'nothing');
    mkdirSync(only);
    writeFileSync(path.join(only, 'notes.txt'), 'Dear colleague\n');
    assert.equal(run('report', only).status, 2);
    const [header, ...rows] = readFileSync(SAMPLE, 'utf8').split('\r\n');
    const rewritten = rows.map((row) => row.replace(/^"2026-[^"]*"/, '"Sunday morning"'));
    writeFileSync(path.join(only, 'resaved.csv'), [header, ...rewritten].join('\r\n'));
    assert.equal(run('report', path.join(only, 'resaved.csv')).status, 2);
  });

  it('takes mappings as VS Code keeps them, and says what is wrong with them', () => {
    const cut = path.join(folder, 'cut.log');
    const whole = readFileSync('test/fixtures/protocol-log/receive.log', 'utf8');
    writeFileSync(cut, whole.replace(/(?:^#.*\r?\n)+/m, 'Copied from MX1\r\n'));
    const mapping = path.join(folder, 'mapping.json');
    assert.equal(run('report', cut).status, 2);
    writeFileSync(mapping, '\uFEFF[{ "file": "cut.log", "format": "smtp-receive-protocol-log" }]');
    const { status, output } = run('report', '--mapping', mapping, cut);
    assert.equal(status, run('report', 'test/fixtures/protocol-log/receive.log').status);
    assert.match(output, /cut\.log \(smtp-receive-protocol-log, utf-8\)\n {4}read in the format that you chose\n/);

    writeFileSync(mapping, '[{ "file": "cut.log", "format": "connector-report-details" }]');
    const useless = run('report', '--mapping', mapping, cut);
    assert.equal(useless.status, 2);
    assert.match(useless.errors, /cut\.log: Read as you chose, not one record of the file could be used\./);

    writeFileSync(mapping, '[{ "header": ["a"], "columns": { "colour": "a" } }]');
    const wrong = run('report', '--mapping', mapping, cut);
    assert.equal(wrong.status, 2);
    assert.match(wrong.errors, /--mapping .*mapping\.json: \[0\]: no column is for "colour"/);
    writeFileSync(mapping, '[');
    assert.match(run('report', '--mapping', mapping, cut).errors, /--mapping .*mapping\.json: .*JSON/);
    assert.match(
      run('report', '--mapping', path.join(folder, 'none.json'), cut).errors,
      /: no such file: .*none\.json\n/,
    );
  });

  it('takes types of connectors and the order of dates', () => {
    const log = path.join(folder, 'relay.log');
    copyFileSync('test/fixtures/protocol-log/receive.log', log);
    const report = JSON.parse(
      run('report', '--format', 'json', '--connector-type', 'ex1\\default frontend EX1=OnPremises', log).output,
    ) as ReportJson;
    assert.ok(report.connectors.some(({ type }) => type === 'OnPremises'));
    assert.equal(run('report', '--connector-type', 'A=Friend', log).status, 2);
    assert.equal(run('report', '--date-order', 'yearFirst', log).status, 2);
    assert.match(run('--version').output, /^\d+\.\d+\.\d+\n$/);
  });

  it('keeps to the period that is asked for', () => {
    const period = (...args: readonly string[]): ReportJson['period'] =>
      (JSON.parse(run('report', '--format', 'json', ...args, TRACE).output) as ReportJson).period;
    assert.deepEqual(period('--from', '2026-03-03', '--to', '2026-03-05'), { start: '2026-03-03', end: '2026-03-05' });
    assert.deepEqual(period('--last-week'), { start: '2026-03-01', end: '2026-03-07' });
  });

  it('counts messages inside the organisation, and those of several files, on the days that are asked for', () => {
    const beside = (...args: readonly string[]): readonly [internal: number, shared: number] => {
      const { internal, shared } = JSON.parse(run('report', '--format', 'json', ...args).output) as ReportJson;
      return [internal, shared];
    };
    const copy = path.join(folder, 'copy.csv');
    copyFileSync(SAMPLE, copy);
    const [internal, shared] = beside(SAMPLE, copy);
    assert.ok(internal > 0 && shared > 0);
    const [early, late] = [beside('--to', '2026-03-04', SAMPLE, copy), beside('--from', '2026-03-05', SAMPLE, copy)];
    assert.deepEqual([early[0] + late[0], early[1] + late[1]], [internal, shared]);
    assert.ok(early[0] > 0 && late[0] > 0);
    const week = beside('--last-week', SAMPLE, copy);
    assert.deepEqual(week, beside('--from', '2026-03-02', '--to', '2026-03-08', SAMPLE, copy));
    const { output } = run('report', '--to', '2026-03-04', SAMPLE);
    assert.equal(/^Internal: (.*)$/m.exec(output)?.[1], `${early[0]} messages`);
    const markdown = run('report', '--format', 'markdown', '--to', '2026-03-04', SAMPLE).output;
    assert.match(
      markdown,
      new RegExp(`${early[0]} messages stayed inside the organisation; they are counted nowhere else`),
    );
  });

  it('prints nothing of days without a message, and says which days have some', () => {
    const target = path.join(folder, 'of-no-day.json');
    for (const [args, asked] of [
      [['--from', '2027-01-01'], 'from 2027-01-01 on'],
      [['--to', '2026-01-31'], 'up to 2026-01-31'],
      [['--from', '2026-01-01', '--to', '2026-01-31'], 'from 2026-01-01 to 2026-01-31'],
      [['--from', '2027-01-01', '--write-baseline', target], 'from 2027-01-01 on'],
      [['--from', '2027-01-01', '--output', target], 'from 2027-01-01 on'],
    ] as const) {
      const { status, output, errors } = run('report', ...args, SAMPLE);
      assert.deepEqual([status, output], [2, '']);
      assert.ok(
        errors.includes(`No message was counted ${asked}; the data reach from 2026-02-23 to 2026-03-08`),
        `${args.join(' ')}: ${errors}`,
      );
      assert.ok(!existsSync(target));
    }
    const none = path.join(folder, 'header.csv');
    writeFileSync(none, `${readFileSync(SAMPLE, 'utf8').split('\r\n')[0]}\r\n`);
    assert.equal(run('report', '--from', '2027-01-01', none).status, 0, 'on other days there is none either');
  });

  it('says that rows without a version are counted as No TLS', () => {
    const { output } = run(
      'report',
      '--missing-tls-is-none',
      'test/fixtures/extended-trace/missing-tls-means-none.csv',
    );
    assert.match(output, /rows without a TLS version are counted as No TLS/);
    assert.match(output, /Inbound: 2 messages, 50\.0% protected/);
  });

  it('reads several files as one report', () => {
    const hours = ['08', '09'].map((hour) => `test/fixtures/protocol-log/hour-${hour}.log`);
    const report = JSON.parse(run('report', '--format', 'json', ...hours).output) as ReportJson;
    assert.deepEqual(report.directions.inbound.tls, { none: 1, 'tls1.1': 2 });
  });

  it('takes a threshold with decimals exactly', () => {
    for (const [percent, share] of [
      ['1.1', 0.011],
      ['0.7', 0.007],
      ['2.3', 0.023],
      ['100', 1],
    ] as const) {
      assert.equal(parseReportArguments(['--minimum-share', percent, TRACE]).options.thresholds.share, share);
    }
  });

  describe('with a file that it does not understand', () => {
    it('ends with 2 where the file was named, and still prints the report', () => {
      const unknown = path.join(folder, 'unknown.csv');
      writeFileSync(unknown, 'name,age\nAda,36\n');
      const { status, output, errors } = run('report', unknown, SAMPLE);
      assert.equal(status, 2);
      assert.match(errors, /unknown\.csv: Not an export .*name,age/);
      assert.match(output, /warning inbound-partner-tls10/);
    });

    it('lists it where it was met in a folder', () => {
      const inside = path.join(folder, 'logs', 'deeper');
      mkdirSync(inside, { recursive: true });
      writeFileSync(path.join(inside, 'notes.txt'), 'nothing of interest\n');
      copyFileSync(TRACE, path.join(inside, 'trace.csv'));
      const { status, output, errors } = run('report', path.join(folder, 'logs'));
      assert.equal(status, 0);
      assert.equal(errors, '');
      assert.match(output, /notes\.txt \(not understood/);
      assert.match(output, /Inbound: 12 messages/);
    });

    it('ends with 2 where an empty file was named', () => {
      const empty = path.join(folder, 'empty.csv');
      writeFileSync(empty, '');
      const { status, errors } = run('report', empty);
      assert.equal(status, 2);
      assert.match(errors, /The file is empty/);
    });
  });

  describe('with a command line that cannot be carried out ends with 2 and says why', () => {
    for (const [args, reason] of [
      [[], /Usage/],
      [['analyse'], /no such command/],
      [['report'], /needs a file/],
      [['report', 'no/such/file.csv'], /no such file/i],
      [['report', '--format', 'pdf', TRACE], /--format takes/],
      [['report', '--from', '2026-02-30', TRACE], /--from takes a day/],
      [['report', '--from', '2026-03-05', '--to', '2026-03-01', TRACE], /--from is after --to/],
      [['report', '--last-week', '--from', '2026-03-01', TRACE], /--last-week/],
      [['report', '--minimum-share', '101', TRACE], /--minimum-share/],
      [['report', '--minimum-messages', 'few', TRACE], /--minimum-messages/],
      [
        ['report', '--frmat', 'json', TRACE],
        /: unknown option --frmat\nmail-flow-insights report --help says how\.\n$/,
      ],
      [['report', TRACE, '--format'], /: --format needs a value\n/],
      [['report', '--last-week=3', TRACE], /: --last-week takes no value\n/],
      [['report', '--from', '--to', TRACE], /: --from needs a value\n/],
    ] as const) {
      it(['mail-flow-insights', ...args].join(' '), () => {
        const { status, output, errors } = run(...args);
        assert.equal(status, 2);
        assert.equal(output, '');
        assert.match(errors, reason);
      });
    }
  });

  it('prints its help', () => {
    const { status, output } = run('--help');
    assert.equal(status, 0);
    assert.match(output, /Exit status: 0 nothing found, 1 warnings found, 2/);
  });

  it('knows the logs of a folder named Hub, also without a path before it', () => {
    mkdirSync(path.join(folder, 'Hub'));
    copyFileSync('test/fixtures/protocol-log/frontend.log', path.join(folder, 'front.log'));
    copyFileSync('test/fixtures/protocol-log/hour-08.log', path.join(folder, 'Hub', 'relay.log'));
    const report = JSON.parse(runIn(folder, 'report', '--format', 'json', 'front.log', 'Hub').output) as ReportJson;
    assert.deepEqual(report.files[1]?.leftOut, { hubTwin: 18, noMessage: 5 });
  });
});

describe('mail-flow-insights compare', () => {
  it('says what has changed between two reports', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'compare-'));
    const [before, now] = ['before.json', 'now.json'].map((name) => path.join(folder, name)) as [string, string];
    run('report', '--format', 'json', '--output', before, SAMPLE);
    run('report', '--format', 'json', '--output', now, TRACE);
    const { status, output } = run('compare', before, now);
    assert.equal(status, 0);
    assert.match(output, /^# What has changed\n/);
    assert.match(output, /\| From your partner - Fabrikam \| 0 \| 5 \|.*\| appeared \|/);
    assert.match(output, /\| From your partner - Fabrikam Partner \|.*\| disappeared \|/);
  });

  it('compares nothing with days on which no message was counted', () => {
    const week = ['--period', '2026-02-23..2026-03-01'];
    const { status, output, errors } = run('compare', ...week, '--period', '2027-01-01..2027-01-07', SAMPLE);
    assert.deepEqual([status, output], [2, '']);
    assert.match(errors, /No message was counted from 2027-01-01 to 2027-01-07; the data reach from 2026-02-23 to/);
    const ofLater = run('what-if', '--refuse', 'tls1.0', '--from', '2027-01-01', SAMPLE);
    assert.deepEqual([ofLater.status, ofLater.output], [2, '']);
    assert.match(ofLater.errors, /No message was counted from 2027-01-01 on;/);
  });

  it('compares nothing with what could not be read, or tells of no message', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'mail-flow-sides-'));
    try {
      const header = path.join(folder, 'header.csv');
      writeFileSync(header, `${readFileSync(SAMPLE, 'utf8').split('\r\n')[0]}\r\n`);
      const saved = path.join(folder, 'saved.json');
      writeFileSync(saved, run('report', '--format', 'json', SAMPLE).output);
      const empty = path.join(folder, 'empty.json');
      writeFileSync(empty, run('report', '--format', 'json', header).output);
      const target = path.join(folder, 'comparison.md');
      for (const [files, reason] of [
        [[SAMPLE, 'README.md'], /README\.md: nothing was compared, since not everything could be read/],
        [
          [saved, 'README.md', '--output', target],
          /README\.md: nothing was compared, since not everything could be read/,
        ],
        [['README.md', saved], /README\.md: nothing was compared/],
        [[SAMPLE, header], /header\.csv: nothing was compared, since no message was counted/],
        [[empty, SAMPLE], /empty\.json: nothing was compared, since no message was counted/],
      ] as const) {
        const { status, output, errors } = run('compare', ...files);
        assert.deepEqual([status, output], [2, ''], files.join(' '));
        assert.match(errors, reason);
      }
      assert.ok(!existsSync(target));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('ends with 2 and says why where there are not two that can be read', () => {
    for (const [files, reason] of [
      [[], /takes two/],
      [[TRACE], /takes two/],
      [['no/such.json', TRACE], /no such file/],
      [['package.json', TRACE], /package\.json: Not an export/],
      [['--period', '2026-03-02..2026-03-03', TRACE], /--period twice/],
      [['--period', '2026-03-04..2026-03-02', '--period', '2026-03-05..2026-03-06', TRACE], /two UTC days/],
    ] as const) {
      const { status, errors } = run('compare', ...files);
      assert.equal(status, 2);
      assert.match(errors, reason);
    }
  });
});
