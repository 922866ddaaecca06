import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { SarifArtifactLocation, SarifLocation, SarifLog, SarifRun } from '../../src/core/export/sarif/sarif';
import { RULE_IDS } from '../../src/core/model/ruleTable';
import type { ReportJson } from '../core/reportContract';
import { zip } from '../generate/archives';
import { TLS10, TLS12, traceOf } from '../generate/traceMail';
import { run, runIn } from './running';
import { isValid, sarifIn } from './sarifValidation';

const SAMPLE = 'media/sample/message-trace-sample.csv';
const FOLDERS = ['extended-trace', 'protocol-log', 'connector-report', 'postfix-log', 'message-headers'];

describe('mail-flow-insights report --format sarif', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'mail-flow-sarif-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const reported = (...args: readonly string[]): SarifRun =>
    runOf(sarifIn(run('report', '--format', 'sarif', ...args).output));
  const EVERYTHING = ['--minimum-share', '0', '--minimum-messages', '1'];

  for (const name of FOLDERS) {
    it(`is valid, and names the proving lines, for ${name}`, () => {
      const files = `test/fixtures/${name}`;
      const json = JSON.parse(run('report', '--format', 'json', ...EVERYTHING, files).output) as ReportJson;
      const { results } = reported(...EVERYTHING, files);
      assert.equal(results.length, json.insights.length);
      for (const [index, insight] of json.insights.entries()) {
        const { ruleId, level, locations, message, occurrenceCount } = results[index] ?? assert.fail();
        assert.equal(ruleId, insight.rule);
        assert.equal(level, insight.severity === 'warning' ? 'warning' : 'note');
        assert.ok(message.text.startsWith(insight.message));
        assert.equal(occurrenceCount, insight.messages);
        assert.equal(locations[0]?.physicalLocation.region?.startLine, insight.line);
      }
    });
  }

  it('has locations that lead to the file and the line, which proves it', () => {
    const log = sarifIn(run('report', '--format', 'sarif', SAMPLE).output);
    const { results } = runOf(log);
    const places = results.flatMap(({ locations, relatedLocations }) => [...locations, ...relatedLocations]);
    assert.ok(results.length > 1 && places.length > results.length);
    for (const place of places) {
      const { text } = lineAt(log, place, process.cwd());
      assert.match(text, /SP_PROT_TLS1_0_SERVER/);
    }
  });

  it('leads to files elsewhere, with any name, and to files in containers', () => {
    const strange = path.join(folder, 'März #1 100%', 'a b:c.csv');
    mkdirSync(path.dirname(strange), { recursive: true });
    const text = traceOf([
      { count: 3, version: TLS12 },
      { count: 20, version: TLS10, host: '192.0.2.1' },
    ]);
    writeFileSync(strange, text);
    writeFileSync(path.join(folder, 'two.zip'), zip([{ name: 'in ner/é.csv', bytes: Buffer.from(text) }]));
    for (const [cwd, args] of [
      [process.cwd(), [strange]],
      [folder, ['.']],
      [folder, [path.join(folder, 'two.zip')]],
    ] as const) {
      const log = sarifIn(runIn(cwd, 'report', '--format', 'sarif', ...args).output);
      const [location] = runOf(log).results[0]?.locations ?? [];
      const found = lineAt(log, location ?? assert.fail(), cwd);
      if (found.inside === undefined) {
        assert.equal(found.file, strange);
        assert.match(found.text, /SP_PROT_TLS1_0_SERVER/);
      } else {
        assert.deepEqual([found.file, found.inside], [path.join(folder, 'two.zip'), '/in ner/é.csv']);
      }
      assert.equal(found.line, 5);
    }
  });

  it('describes every rule, also those that find nothing', () => {
    const { tool, results } = reported(SAMPLE);
    assert.deepEqual(
      tool.driver.rules.map(({ id }) => id),
      RULE_IDS,
    );
    for (const { help, shortDescription, fullDescription, name } of tool.driver.rules) {
      assert.ok(help.text.length > 40 && help.markdown.length > 40);
      assert.match(shortDescription.text, /\.$/);
      assert.ok(fullDescription.text.length > shortDescription.text.length);
      assert.match(name, /^[A-Z][A-Za-z0-9]+$/);
      const [, page = ''] = /`(docs\/rules\/[^`]+)`/.exec(help.markdown) ?? [];
      assert.ok(readFileSync(page, 'utf8').length > 100, page);
    }
    for (const { ruleId, ruleIndex } of results) {
      assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
    }
  });

  it('knows a result again, whatever the files are called and however many lines come before', () => {
    const write = (name: string, before: number): string => {
      const file = path.join(folder, name);
      writeFileSync(
        file,
        traceOf([
          { count: before, version: TLS12 },
          { count: 30, version: TLS10 },
        ]),
      );
      return file;
    };
    const prints = (file: string): unknown =>
      reported(file).results.map(({ partialFingerprints }) => partialFingerprints);
    assert.deepEqual(prints(write('first.csv', 2)), prints(write('second.csv', 400)));
    const all = reported(...EVERYTHING, 'test/fixtures/extended-trace').results;
    const told = new Set(all.map(({ partialFingerprints }) => partialFingerprints['insight/v1']));
    assert.ok(all.length > 3 && told.size === all.length, 'no two are the same');
  });

  it('says what could not be read, and that the run did not succeed', () => {
    const broken = path.join(folder, 'broken.csv');
    writeFileSync(broken, traceOf([{ count: 2, version: TLS12 }]).replace('2026-03-02T08', 'yesterday'));
    const { invocations } = reported(broken);
    const [notification] = invocations[0]?.toolExecutionNotifications ?? [];
    assert.equal(invocations[0]?.executionSuccessful, true);
    assert.equal(notification?.locations[0]?.physicalLocation.region?.startLine, 2);
    const none = path.join(folder, 'none.csv');
    writeFileSync(none, 'a,b\n1,2\n');
    const failed = run('report', '--format', 'sarif', none);
    assert.equal(failed.status, 2);
    assert.equal(runOf(sarifIn(failed.output)).invocations[0]?.executionSuccessful, false);
  });

  it('marks what is muted, and what a baseline knows', () => {
    const baseline = path.join(folder, 'baseline.json');
    run('report', '--write-baseline', baseline, SAMPLE);
    const [first, second] = reported('--baseline', baseline, '--mute', 'weak-cipher:Fabrikam Partner', SAMPLE).results;
    assert.deepEqual([first?.baselineState, first?.suppressions], ['unchanged', undefined]);
    assert.deepEqual([second?.ruleId, second?.suppressions?.[0]?.kind], ['weak-cipher', 'external']);
  });

  it('names nobody, and no place, where it is redacted', () => {
    const { output } = run('report', '--format', 'sarif', '--redact', SAMPLE);
    assert.ok(sarifIn(output).runs.length === 1);
    assert.equal(/Fabrikam|192\.0\.2|\.example|message-trace-sample|file:/i.exec(output), null);
    assert.ok(!output.includes(process.cwd()));
  });

  it('is not accepted by the schema where it is wrong', () => {
    const log = sarifIn(run('report', '--format', 'sarif', SAMPLE).output);
    const sarifRun = runOf(log);
    assert.ok(!isValid({ ...log, version: '2.0.0' }));
    assert.ok(!isValid({ ...log, runs: [{ ...sarifRun, columnKind: 'bytes' }] }));
    assert.ok(
      !isValid({ ...log, runs: [{ ...sarifRun, results: [{ ...sarifRun.results[0], level: 'information' }] }] }),
    );
    assert.ok(!isValid({ ...log, runs: [{ ...sarifRun, rules: [] }] }));
  });
});

function runOf(log: SarifLog): SarifRun {
  assert.equal(log.runs.length, 1);
  return log.runs[0] ?? assert.fail();
}

/** What a location leads to, found as a program does that knows nothing but the standard. */
function lineAt(
  log: SarifLog,
  { physicalLocation: { artifactLocation, region } }: SarifLocation,
  cwd: string,
): { readonly file: string; readonly inside?: string; readonly line: number; readonly text: string } {
  const { artifacts, originalUriBaseIds } = runOf(log);
  const artifact = artifacts[artifactLocation.index ?? -1] ?? assert.fail();
  assert.equal(artifact.location.uri, artifactLocation.uri);
  const line = region?.startLine ?? assert.fail();
  const resolved = ({ uri, uriBaseId }: SarifArtifactLocation): string => {
    const base = uriBaseId === undefined ? undefined : originalUriBaseIds?.[uriBaseId]?.uri;
    assert.equal(base ?? pathToFileURL(`${cwd}/`).href, pathToFileURL(`${cwd}/`).href);
    return fileURLToPath(new URL(uri, base));
  };
  if (artifact.parentIndex !== undefined) {
    const parent = artifacts[artifact.parentIndex] ?? assert.fail();
    return { file: resolved(parent.location), inside: decodeURIComponent(artifact.location.uri), line, text: '' };
  }
  const file = resolved(artifact.location);
  return { file, line, text: readFileSync(file, 'utf8').split(/\r\n|\r|\n/)[line - 1] ?? '' };
}
