import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseReportArguments } from '../../src/cli/arguments/reportArguments';
import { EXPORT_KINDS } from '../../src/core/model/exportKind';
import { RULE_IDS } from '../../src/core/model/ruleTable';
import type { ReportJson } from '../core/reportContract';
import { TLS10, TLS12, traceOf } from '../generate/traceMail';
import { run } from './running';

const SAMPLE = 'media/sample/message-trace-sample.csv';

describe('a scheduled run of mail-flow-insights', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'mail-flow-commands-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function write(name: string, old: number, connector = 'Fabrikam'): string {
    const file = path.join(folder, name);
    writeFileSync(
      file,
      traceOf([
        { count: old, version: TLS10, connector },
        { count: 100 - old, version: TLS12, connector },
      ]),
    );
    return file;
  }

  it('fails on what it is told to fail on', () => {
    const near = write('near.csv', 6);
    const warned = write('warned.csv', 20);
    for (const [file, args, status] of [
      [warned, [], 1],
      [near, [], 0],
      [near, ['--fail-on', 'information'], 1],
      [warned, ['--fail-on', 'information'], 1],
      [warned, ['--fail-on', 'never'], 0],
      [warned, ['--fail-on', 'inbound-partner-tls10'], 1],
      [near, ['--fail-on', 'inbound-partner-tls10'], 0],
      [warned, ['--fail-on', 'weak-cipher', '--fail-on', 'forced-tls-broken'], 0],
      [warned, ['--mute', 'fabrikam'], 0],
      [warned, ['--mute', 'weak-cipher:Fabrikam'], 1],
      [warned, ['--rule-threshold', 'inbound-partner-tls10=21%'], 0],
      [near, ['--connector-threshold', 'Fabrikam=1%,6'], 1],
    ] as const) {
      assert.equal(run('report', ...args, file).status, status, `${args.join(' ')} ${path.basename(file)}`);
    }
  });

  it('fails only on what is new or worse than its baseline', () => {
    const baseline = path.join(folder, 'baseline.json');
    const file = write('first.csv', 20);
    assert.equal(run('report', '--write-baseline', baseline, file).status, 1);
    assert.ok(!/first\.csv/.test(readFileSync(baseline, 'utf8')));
    const held = run('report', '--format', 'json', '--baseline', baseline, file);
    assert.equal(held.status, 0);
    const { insights } = JSON.parse(held.output) as { insights: { baseline: string }[] };
    assert.deepEqual(
      insights.map((insight) => insight.baseline),
      ['known'],
    );
    assert.equal(run('report', '--baseline', baseline, write('worse.csv', 30)).status, 1);
    assert.equal(run('report', '--baseline', baseline, file, write('new.csv', 20, 'New')).status, 1);
    for (const format of ['markdown', 'html']) {
      assert.match(run('report', '--format', format, '--baseline', baseline, file).output, /Known from the baseline\./);
    }
  });

  it('writes no baseline of what could not be read, and takes none that is none', () => {
    const none = path.join(folder, 'none.csv');
    writeFileSync(none, 'a,b\n1,2\n');
    const target = path.join(folder, 'unwritten.json');
    const { status, errors } = run('report', '--write-baseline', target, SAMPLE, none);
    assert.equal(status, 2);
    assert.match(errors, /no baseline was written/);
    assert.ok(!existsSync(target));
    for (const [file, reason] of [
      [none, /is no baseline/],
      [path.join(folder, 'missing.json'), /: no such file: .*missing\.json\n/],
    ] as const) {
      const wrong = run('report', '--baseline', file, SAMPLE);
      assert.deepEqual([wrong.status, wrong.output], [2, '']);
      assert.match(wrong.errors, reason);
    }
    assert.equal(run('report', '--write-baseline', SAMPLE, SAMPLE).status, 2);
  });

  it('says which connectors there are where it is told of one that there is not', () => {
    const file = write('named.csv', 20);
    for (const [args, name] of [
      [['--mute', 'Fabricam'], 'Fabricam'],
      [['--mute', 'weak-cipher:Nobody'], 'Nobody'],
      [['--connector-threshold', 'Nope=2%,50'], 'nope'],
    ] as const) {
      const { status, errors } = run('report', ...args, file);
      assert.equal(status, 1);
      assert.match(errors, new RegExp(`${args[0]}: no connector is called ${name}; there is Fabrikam\n`));
    }
    assert.equal(run('report', '--mute', 'fabrikam', '--connector-threshold', 'FABRIKAM=2%', file).errors, '');
  });

  it('takes thresholds of rules and connectors', () => {
    const { options } = parseReportArguments([
      ...['--rule-threshold', 'weak-cipher=0.5%,5', '--rule-threshold', 'inbound-tls11=7'],
      ...['--connector-threshold', 'A=B=2%', SAMPLE],
    ]);
    assert.deepEqual(
      [...(options.ruleThresholds ?? [])],
      [
        ['weak-cipher', { share: 0.005, messages: 5 }],
        ['inbound-tls11', { messages: 7 }],
      ],
    );
    assert.deepEqual([...(options.connectorThresholds ?? [])], [['a=b', { share: 0.02 }]]);
    for (const wrong of [
      ['--rule-threshold', 'weak-ciphers=5'],
      ['--rule-threshold', 'weak-cipher'],
      ['--rule-threshold', 'weak-cipher='],
      ['--rule-threshold', 'weak-cipher=2%,'],
      ['--connector-threshold', 'A=200%'],
      ['--connector-threshold', '=5'],
      ['--fail-on', 'error'],
    ]) {
      assert.throws(() => parseReportArguments([...wrong, SAMPLE]), new RegExp(wrong[0] ?? ''), wrong.join(' '));
    }
  });
});

describe('mail-flow-insights compare, of exports', () => {
  it('compares two periods as it compares their reports', () => {
    const periods = ['2026-02-23..2026-03-01', '2026-03-02..2026-03-08'] as const;
    const folder = mkdtempSync(path.join(tmpdir(), 'mail-flow-periods-'));
    try {
      const saved = periods.map((period, index) => {
        const [from = '', to = ''] = period.split('..');
        const file = path.join(folder, `${index}.json`);
        run('report', '--format', 'json', '--output', file, '--from', from, '--to', to, SAMPLE);
        return file;
      });
      for (const format of ['json', 'text', 'markdown']) {
        const once = run('compare', '--format', format, '--period', periods[0], '--period', periods[1], SAMPLE);
        const twice = run('compare', '--format', format, ...saved);
        assert.deepEqual([once.status, once.errors], [0, '']);
        assert.equal(once.output, twice.output);
        assert.match(once.output, /Fabrikam Partner/);
      }
      checkFigures(saved, run('compare', '--format', 'json', ...saved).output);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('takes exports in place of reports', () => {
    const { status, output } = run('compare', '--format', 'text', 'test/fixtures/extended-trace/inbound.csv', SAMPLE);
    assert.equal(status, 0);
    assert.match(output, /From your partner - Fabrikam Partner: appeared/);
    assert.match(output, /From your partner - Fabrikam: disappeared/);
  });
});

/** Every figure of a comparison against the two reports it is made of. */
function checkFigures(files: readonly string[], output: string): void {
  const [before, now] = files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as ReportJson);
  const comparison = JSON.parse(output) as {
    connectors: { direction: string; connector: string | null; type: string; before: FlowFigures; now: FlowFigures }[];
    directions: Record<'inbound' | 'outbound', { before: FlowFigures; now: FlowFigures }>;
  };
  assert.ok(comparison.connectors.length > 4);
  for (const change of comparison.connectors) {
    for (const [report, figures] of [
      [before, change.before],
      [now, change.now],
    ] as const) {
      const told = report?.connectors.find(
        ({ direction, name, type }) =>
          direction === change.direction && name === change.connector && type === change.type,
      );
      assert.deepEqual([figures.messages, figures.tls], [told?.messages ?? 0, told?.tls ?? {}]);
    }
  }
  for (const direction of ['inbound', 'outbound'] as const) {
    assert.equal(comparison.directions[direction].before.messages, before?.directions[direction].messages);
    assert.deepEqual(comparison.directions[direction].now.tls, now?.directions[direction].tls);
  }
}

interface FlowFigures {
  readonly messages: number;
  readonly tls: Readonly<Record<string, number>>;
}

describe('mail-flow-insights what-if', () => {
  it('says who would have been refused, as JSON, text and Markdown', () => {
    const { output, status } = run('what-if', '--refuse', 'tls1.0,tls1.1', '--format', 'json', SAMPLE);
    assert.equal(status, 0);
    const found = JSON.parse(output) as {
      messages: number;
      unknown: number;
      connectors: { label: string; hosts: { host: string; messages: number }[] }[];
    };
    assert.deepEqual([found.messages, found.unknown], [11, 15]);
    assert.deepEqual(
      found.connectors.map(({ label, hosts }) => [label, hosts.map(({ host, messages }) => [host, messages])]),
      [['From your partner - Fabrikam Partner', [['192.0.2.99', 11]]]],
    );
    assert.match(
      run('what-if', '--refuse', 'tls1.0', '--format', 'markdown', SAMPLE).output,
      /\| 192\.0\.2\.99 \| 11 \| Yes \|/,
    );
    assert.match(
      run('what-if', '--force-tls', 'contoso hq', SAMPLE).output,
      /^What if TLS were forced\n\n0 of 34 messages \(0%\)/,
    );
  });

  it('ends with 2 and says why where it is asked wrongly', () => {
    for (const [args, reason] of [
      [[SAMPLE], /either --refuse/],
      [['--refuse', 'tls1.0', '--force-tls', 'A', SAMPLE], /either --refuse/],
      [['--refuse', 'tls1.4', SAMPLE], /--refuse takes none, ssl3\.0, tls1\.0/],
      [['--refuse', 'unknown', SAMPLE], /--refuse takes/],
      [['--refuse', 'tls1.0'], /needs a file/],
      [['--force-tls', 'Nobody', SAMPLE], /no connector is called Nobody; there are .*Contoso HQ/],
      [['--force-tls', 'outbound:Contoso HQ', SAMPLE], /no connector is called Contoso HQ/],
    ] as const) {
      const { status, errors, output } = run('what-if', ...args);
      assert.deepEqual([status, output], [2, '']);
      assert.match(errors, reason);
    }
  });
});

describe('what mail-flow-insights knows', () => {
  it('are formats, and what each tells', () => {
    const list = JSON.parse(run('formats', '--format', 'json').output) as { id: string; tells: string[] }[];
    assert.deepEqual(Object.fromEntries(list.map(({ id, tells }) => [id, tells])), EXPORT_KINDS);
    const lines = run('formats').output.split('\n');
    for (const id of Object.keys(EXPORT_KINDS)) {
      assert.ok(
        lines.some((line) => line.startsWith(`${id} `)),
        id,
      );
    }
  });

  it('are rules, each with a page that there is', () => {
    const list = JSON.parse(run('rules', '--format', 'json').output) as { id: string; page: string; title: string }[];
    assert.deepEqual(
      list.map(({ id }) => id),
      RULE_IDS,
    );
    const text = run('rules').output;
    for (const { id, page, title } of list) {
      assert.ok(readFileSync(page, 'utf8').startsWith(`# ${title}\n`), page);
      assert.ok(text.split('\n').some((line) => line.startsWith(`${id} `) && line.includes(page)));
    }
  });

  it('is said by the help of each command, with examples', () => {
    for (const command of ['report', 'compare', 'what-if', 'formats', 'rules']) {
      const { status, output } = run(command, '--help');
      assert.equal(status, 0);
      assert.match(output, new RegExp(`^Usage: mail-flow-insights ${command}`));
      assert.match(output, /\nExamples?\n {2}mail-flow-insights /);
      assert.ok(output.split('\n').every((line) => line.length <= 125));
    }
    for (const [args, reason] of [
      [['rules', 'x'], /takes no files/],
      [['formats', '--format', 'csv'], /--format takes text, json/],
      [['formats', 'x'], /recognised by their content/],
    ] as const) {
      const { status, errors } = run(...args);
      assert.equal(status, 2);
      assert.match(errors, reason);
    }
  });
});
