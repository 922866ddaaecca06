import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ReportJson } from '../core/reportContract';
import { TLS10, TLS12, traceOf } from '../generate/traceMail';
import { run, runIn } from './running';

const SAMPLE = 'media/sample/message-trace-sample.csv';
const COMMAND = path.resolve('dist/cli.js');

describe('how mail-flow-insights ends', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'mail-flow-endings-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('with its status where whoever reads its output stops early', async () => {
    const many = path.join(folder, 'many.csv');
    const mail = Array.from({ length: 4000 }, (_, index) => ({
      count: 1,
      version: TLS12,
      host: `host${index}.example`,
    }));
    writeFileSync(many, traceOf([...mail, { count: 500, version: TLS10 }]));
    const child = spawn(process.execPath, [COMMAND, 'report', '--format', 'csv-hosts', many]);
    let errors = '';
    child.stderr.on('data', (text: Buffer) => {
      errors += text.toString();
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('close', resolve));
    assert.deepEqual([status, errors], [1, '']);
  });

  it('at once where it is interrupted, and leaves no output that is half written', async () => {
    // Interrupted while it starts or reads.
    const output = path.join(folder, 'interrupted.json');
    const large = path.join(folder, 'large.csv');
    writeFileSync(large, traceOf([{ count: 150_000, version: TLS12 }]));
    const child = spawn(process.execPath, [COMMAND, 'report', '--format', 'json', '--output', output, large]);
    child.once('spawn', () => child.kill('SIGINT'));
    const [status, signal] = await new Promise<[number | null, string | null]>((resolve) =>
      child.on('close', (code, by) => resolve([code, by])),
    );
    assert.ok(signal === 'SIGINT' || status === 130, `${status}, ${signal}`);
    assert.ok(!existsSync(output));
  });

  it('with 2 where a baseline is damaged, and prints nothing', () => {
    const baseline = path.join(folder, 'baseline.json');
    run('report', '--write-baseline', baseline, SAMPLE);
    const whole = readFileSync(baseline, 'utf8');
    for (const text of [whole.slice(0, -40), '[]', whole.replace('"mailFlowBaseline": 1', '"mailFlowBaseline": 9')]) {
      writeFileSync(baseline, text);
      const { status, output, errors } = run('report', '--baseline', baseline, SAMPLE);
      assert.deepEqual([status, output], [2, '']);
      assert.match(errors, /baseline\.json/);
    }
    assert.equal(run('report', '--baseline', folder, SAMPLE).status, 2, 'a folder');
  });

  it('with 2 where it would write over what it reads, or twice to one file', () => {
    const exports = path.join(folder, 'exports');
    mkdirSync(exports);
    const inside = path.join(exports, 'sample.csv');
    const text = readFileSync(SAMPLE, 'utf8');
    writeFileSync(inside, text);
    const periods = ['--period', '2026-02-23..2026-03-01', '--period', '2026-03-02..2026-03-08'];
    const target = path.join(folder, 'twice.json');
    for (const [args, reason] of [
      [['compare', ...periods, '--output', inside, exports], /--output would overwrite/],
      [['compare', '--output', inside, exports, SAMPLE], /--output would overwrite/],
      [['what-if', '--refuse', 'tls1.0', '--output', inside, exports], /--output would overwrite/],
      [['report', '--output', target, '--write-baseline', target, SAMPLE], /name the same file/],
      [['report', '--baseline', exports, SAMPLE], /a folder and no file/],
    ] as const) {
      const { status, output, errors } = run(...args);
      assert.deepEqual([status, output], [2, ''], args.join(' '));
      assert.match(errors, reason);
    }
    assert.equal(readFileSync(inside, 'utf8'), text);
    assert.ok(!existsSync(target));
  });

  it('with 2 where a name is that of nothing, or of standard input', () => {
    for (const [name, reason] of [
      ['-', /standard input is not read/],
      [path.join(folder, 'no*.csv'), /no files or folders are called .*no\*\.csv/],
    ] as const) {
      const { status, output, errors } = run('report', name);
      assert.deepEqual([status, output], [2, '']);
      assert.match(errors, reason);
    }
  });

  it('as if a name with wildcards were what it stands for, whatever the shell', () => {
    const deeper = path.join(folder, 'logs [1]', 'a');
    mkdirSync(deeper, { recursive: true });
    for (const [index, name] of ['RECV1.LOG', 'RECV2.LOG', '.RECV3.LOG', 'other.txt'].entries()) {
      writeFileSync(path.join(deeper, name), traceOf([{ count: index + 1, version: TLS12, host: `${index}` }]));
    }
    const paths = (...args: readonly string[]): string[] =>
      (JSON.parse(runIn(folder, 'report', '--format', 'json', ...args).output) as ReportJson).files.map(
        (file) => file.path,
      );
    assert.deepEqual(paths('logs [1]/*/recv?.log'), ['logs [1]/a/RECV1.LOG', 'logs [1]/a/RECV2.LOG']);
    assert.deepEqual(paths(`${folder}/l*/a/*.txt`), [`${folder}/logs [1]/a/other.txt`]);
    assert.equal(paths('logs*').length, 4, 'a folder is searched through');
  });

  it('with help wherever it is asked for', () => {
    for (const [args, begins] of [
      [['help'], /^Usage: mail-flow-insights COMMAND/],
      [['help', 'what-if'], /^Usage: mail-flow-insights what-if/],
      [['compare', '-h'], /^Usage: mail-flow-insights compare/],
    ] as const) {
      const { status, output } = run(...args);
      assert.equal(status, 0);
      assert.match(output, begins);
    }
  });
});
