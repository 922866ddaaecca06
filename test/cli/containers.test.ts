import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ReportJson } from '../core/reportContract';
import { gzip, zip } from '../generate/archives';
import { type Run, run, runIn } from './running';

const SAMPLE = readFileSync('media/sample/message-trace-sample.csv');
const LOGS = ['08', '09'].map((hour) => readFileSync(`test/fixtures/protocol-log/hour-${hour}.log`));
const TEXT = Buffer.from('nothing of interest\n');

describe('mail-flow-insights report, of containers', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'mail-flow-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function write(name: string, bytes: Uint8Array): string {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    return file;
  }

  const json = ({ output }: Run): ReportJson => JSON.parse(output) as ReportJson;

  it('prints what it prints of the files alone, and names them below their container', () => {
    const [first = TEXT, second = TEXT] = LOGS;
    write('in/trace.zip', zip([{ name: 'inner/trace.csv', bytes: SAMPLE }]));
    write('in/08.log.gz', gzip(first));
    write('in/logs/09.log.gz', gzip(second));
    write('alone/08.log', first);
    write('alone/logs/09.log', second);
    write('alone/trace/inner/trace.csv', SAMPLE);
    const packed = runIn(folder, 'report', '--format', 'json', 'in/trace.zip', 'in/08.log.gz', 'in/logs');
    const alone = runIn(
      folder,
      'report',
      '--format',
      'json',
      'alone/trace/inner/trace.csv',
      'alone/08.log',
      'alone/logs',
    );
    assert.equal(packed.errors, '');
    assert.equal(packed.status, alone.status);
    const expected = alone.output.replaceAll('alone/trace/', 'in/trace.zip/').replace('alone/08.log', 'in/08.log.gz');
    assert.deepEqual(json(packed), JSON.parse(expected.replace('alone/logs/09.log', 'in/logs/09.log.gz')));
    const { output, status } = runIn(folder, 'report', 'in/trace.zip');
    assert.equal(status, 1);
    assert.match(output, /\nin\/trace\.zip\/inner\/trace\.csv:\d+:1: warning inbound-partner-tls10: /);
  });

  it('ends with 2 where a container that was named holds no export, and says what it holds', () => {
    const none = write('none.zip', zip([{ name: 'a/notes.txt', bytes: TEXT }]));
    const { status, errors } = run('report', none);
    assert.equal(status, 2);
    assert.match(errors, /none\.zip\/a\/notes\.txt: Not an export .*nothing of interest/);
    const empty = run('report', write('empty.zip', zip([])), write('trace.csv', SAMPLE));
    assert.equal(empty.status, 2);
    assert.match(empty.errors, /empty\.zip: The compressed file holds no files/);
    const unknown = run('report', write('notes.gz', gzip(TEXT)), write('trace.csv', SAMPLE));
    assert.equal(unknown.status, 2);
  });

  it('lists what is no export beside one that is, in a container or in a folder', () => {
    const bytes = zip([
      { name: 'notes.txt', bytes: TEXT },
      { name: 'secret.csv', bytes: SAMPLE, flags: 1 },
      { name: 'trace.csv', bytes: readFileSync('test/fixtures/extended-trace/inbound.csv') },
    ]);
    const { status, output, errors } = run('report', write('mixed.zip', bytes));
    assert.equal(status, 0);
    assert.equal(errors, '');
    assert.match(output, /mixed\.zip\/notes\.txt \(not understood/);
    assert.match(output, /mixed\.zip\/secret\.csv \(not understood\)\n.*asks for a password/);
    write('found/other.zip', zip([{ name: 'notes.txt', bytes: TEXT }]));
    write('found/trace.csv', readFileSync('test/fixtures/extended-trace/inbound.csv'));
    assert.equal(run('report', path.join(folder, 'found')).status, 0);
  });

  it('ends with 2 where a container is damaged: an audit must not take a part for the whole', () => {
    const packed = gzip(readFileSync('test/fixtures/extended-trace/inbound.csv'));
    const cut = write('cut/trace.csv.gz', packed.subarray(0, -9));
    for (const named of [cut, path.dirname(cut)]) {
      const { status, output } = run('report', named);
      assert.equal(status, 2);
      assert.match(output, /records read/);
      assert.match(output, /The compressed file is damaged: it ends too early\. What came before was read\./);
    }
  });

  it('needs little memory, however much a container holds', () => {
    const head = readFileSync('test/fixtures/extended-trace/inbound.csv', 'utf8');
    const line = `${'x'.repeat(90)},${'y'.repeat(90)}\r\n`;
    const peaks = [1, 40].map((times) => {
      const bytes = Buffer.from(head + line.repeat(times * 50_000));
      const file = write(`large-${times}.csv.gz`, gzip(bytes));
      // Not the system's own peak: there a process begins with that of the one that started it.
      const script = `let peak = 0;
        setInterval(() => { peak = Math.max(peak, process.memoryUsage.rss()); }, 5).unref();
        process.on('exit', () => process.stderr.write('peak ' + peak));
        process.argv.splice(1, 0, 'cli'); require(${JSON.stringify(path.resolve('dist/cli.js'))});`;
      const { stderr, stdout } = spawnSync(process.execPath, ['-e', script, 'report', file], { encoding: 'utf8' });
      assert.match(
        stdout,
        new RegExp(`${(times * 50_000 + 16).toLocaleString('en').slice(0, -3)}\\d\\d\\d records read`),
      );
      return Number(/peak (\d+)/.exec(stderr)?.[1]);
    });
    const [small = 0, large = 0] = peaks;
    assert.ok(small > 0 && large - small < 100e6, `${peaks.join(', ')} bytes, of 9 MB and 360 MB in the containers`);
  });
});
