import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ReportJson } from '../core/reportContract';
import { type Run, run, runIn } from './running';

const FIXTURES = path.join(process.cwd(), 'test/fixtures/connector-definitions');

describe('mail-flow-insights report with connector definitions', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'mail-flow-'));
    mkdirSync(path.join(folder, 'traces'));
    take('trace.csv', 'traces/trace.csv');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Copies a fixture into the folder. */
  function take(name: string, as: string): void {
    copyFileSync(path.join(FIXTURES, name), path.join(folder, as));
  }

  /** Runs the command in the folder. */
  function report(...args: readonly string[]): Run & { readonly files: readonly string[]; readonly types: string } {
    const done = runIn(folder, 'report', '--format', 'json', ...args);
    const { files, connectors } = (
      done.output === '' ? { files: [], connectors: [] } : JSON.parse(done.output)
    ) as ReportJson;
    const types = connectors.map(({ name, type }) => `${name ?? '-'}: ${type}`).join(', ');
    return { ...done, files: files.map((file) => file.path), types };
  }

  const FROM_INBOUND =
    '-: NoConnector, Contoso HQ: OnPremises, Fabrikam: Partner, Quiet: Partner, To Fabrikam: Unknown';

  it('takes those that are named', () => {
    take('inbound.csv', 'definitions');
    take('outbound.csv', 'more.csv');
    const one = report('--definitions', 'definitions', 'traces/trace.csv');
    assert.deepEqual([one.status, one.errors, one.types], [0, '', FROM_INBOUND]);
    assert.deepEqual(one.files, ['traces/trace.csv', 'definitions']);
    const two = report('--definitions', 'definitions', '--definitions', 'more.csv', 'traces/trace.csv');
    assert.match(two.types, /To Fabrikam: Partner/);
  });

  it('finds those beside a named file, by their content, once', () => {
    take('inbound.csv', 'traces/a.txt');
    take('several.json', 'traces/b.json');
    writeFileSync(path.join(folder, 'traces', 'c.csv'), 'name,age\n');
    const beside = report('traces/trace.csv');
    assert.deepEqual(beside.files, ['traces/trace.csv', 'traces/a.txt', 'traces/b.json']);
    assert.equal(beside.status, 0);
    const again = report('traces/trace.csv', './traces/a.txt', '--definitions', 'traces/b.json');
    assert.deepEqual(again.files, ['traces/trace.csv', './traces/a.txt', 'traces/b.json']);
  });

  it('meets them in a folder that is searched through, and looks nowhere else', () => {
    take('list.txt', 'traces/list.txt');
    take('inbound.csv', 'inbound.csv');
    assert.deepEqual(report('traces').files, ['traces/list.txt', 'traces/trace.csv']);
  });

  it('says in the text what they tell', () => {
    take('inbound.csv', 'traces/inbound.csv');
    const { output } = runIn(folder, 'report', 'traces');
    assert.match(output, /From your partner - Fabrikam: 2 messages, Forced TLS: yes – TLS 1\.0/);
    assert.match(output, /From your partner - Quiet: 0 messages, Forced TLS: no, switched off\n/);
    assert.match(output, /traces\/inbound\.csv \(connector-definitions, utf-8\)\n {4}3 records read, 3 used/);
  });

  it('alone are no error, and no mail either', () => {
    take('inbound.csv', 'inbound.csv');
    const { status, output, errors } = runIn(folder, 'report', 'inbound.csv');
    assert.deepEqual([status, errors], [0, '']);
    assert.match(output, /Period: no message was counted\.\n/);
    assert.match(output, /From your partner - Fabrikam: 0 messages, Forced TLS: yes\n/);
  });

  it('do not make a good sign of mail that cannot be read', () => {
    take('inbound.csv', 'traces/inbound.csv');
    writeFileSync(path.join(folder, 'traces/trace.csv'), 'name,age\n');
    assert.equal(report('traces').status, 2);
    writeFileSync(path.join(folder, 'traces/trace.csv'), 'date_time_utc,custom_data,event_id\nyesterday,,\n');
    assert.equal(report('traces').status, 2);
  });

  it('ends with 2 where a file given as definitions is something else, or is none', () => {
    take('trace.csv', 'other.csv');
    const { status, errors, output, files } = report('--definitions', 'other.csv', 'traces/trace.csv');
    assert.deepEqual([status, files.length], [2, 2]);
    assert.match(errors, /other\.csv: The file was given as connector definitions and is something else/);
    assert.equal((JSON.parse(output) as ReportJson).directions.inbound.messages, 4);
    for (const name of ['traces', 'no/such.csv']) {
      const wrong = report('--definitions', name, 'traces/trace.csv');
      assert.equal(wrong.status, 2);
      assert.match(wrong.errors, /--definitions takes a file/);
    }
    assert.match(run('report', '--help').output, /--definitions FILE/);
  });
});
