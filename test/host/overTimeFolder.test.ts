import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { compare } from '../../src/core/compare/compare';
import { comparisonMarkdown } from '../../src/core/compare/comparisonMarkdown';
import { redactComparison } from '../../src/core/compare/redactComparison';
import { snapshotOf } from '../../src/core/compare/snapshot';
import { ENGLISH_WORDING } from '../../src/core/report/wording';
import { Slices } from '../../src/core/surroundings';
import { askImpact } from '../../src/core/whatIf/askImpact';
import { CROWD, OLD_HOST, plantedMail, until } from '../generate/plantedMail';
import { TLS10, TLS12, traceOf } from '../generate/traceMail';
import { closeAllEditors, engineAnalysis, REPORT_PAGE } from './editor';
import { workspaceFile, writeExport } from './exports';
import { waitUntil, webview } from './page';

const page = webview(REPORT_PAGE);
const { Workspace } = vscode.ConfigurationTarget;
const slices = new Slices({ pause: () => Promise.resolve() });
const copied = async (button: string): Promise<string> => {
  await vscode.env.clipboard.writeText('');
  await page.click(button);
  const read = () => page.clipboard();
  await waitUntil(async () => (await read()) !== '', 'a copy');
  return (await read()).replaceAll('\r\n', '\n');
};

describe('A folder over time', () => {
  const folder = workspaceFile('planted');
  let files: readonly vscode.Uri[] = [];

  before(async () => {
    const repaired = { ...OLD_HOST, host: '203.0.113.8', count: 9, version: until(8, TLS10, TLS12) };
    const [header = '', ...rows] = traceOf(plantedMail([...CROWD, OLD_HOST, repaired], 21)).match(/[^\n]*\n/g) ?? [];
    const half = Math.floor(rows.length / 2);
    files = [rows.slice(0, half), rows.slice(half)].map((part, index) =>
      writeExport(`planted/MTDetail_${index + 1}.csv`, [header, ...part].join('')),
    );
    await vscode.commands.executeCommand('mailFlow.analyzeFolder', folder);
    await page.waitFor('main[data-state="done"] #trend');
  });

  after(async () => {
    await vscode.workspace.getConfiguration('mailFlow').update('baseline', undefined, Workspace);
    await closeAllEditors();
  });

  it('compares two periods of all its files as the engine does, also redacted', async () => {
    const [before, now] = [
      { start: '2026-03-02', end: '2026-03-08' },
      { start: '2026-03-16', end: '2026-03-22' },
    ] as const;
    const given = { before: `${before.start} to ${before.end}`, now: `${now.start} to ${now.end}` };
    await vscode.commands.executeCommand('mailFlow.compare', undefined, given);
    await page.waitFor('#comparison');
    const analysis = await engineAnalysis(files);
    const of = async (period: typeof before | typeof now) =>
      snapshotOf((await slices.all(analysis.reportFor(period))) ?? assert.fail());
    const comparison = compare(await of(before), await of(now));
    assert.equal(comparison.connectors[0]?.change, 'improved');
    assert.equal(await copied('#comparison-copy'), comparisonMarkdown(comparison, ENGLISH_WORDING, 'en'));
    const redacted = await copied('#comparison-copy-redacted');
    assert.equal(redacted, comparisonMarkdown(redactComparison(comparison), ENGLISH_WORDING, 'en'));
    assert.ok(!redacted.includes('Fabrikam') && redacted.includes('connector-1'));
    await page.click('#comparison-close');
  });

  it('tells what would have been refused in all its files, by day', async () => {
    await page.click('#what-if-open');
    await page.waitFor('#impact[data-told="true"]');
    const analysis = await engineAnalysis(files);
    const impact = (await slices.all(askImpact(analysis, analysis.report(), ['tls1.0', 'tls1.1']))) ?? assert.fail();
    const rows = await page.evaluate<string[][]>(
      'return [...document.querySelectorAll(".impact-days tbody tr")].map((row) => [...row.cells].map((cell) => cell.textContent))',
    );
    const days = impact.days.filter(({ messages }) => messages > 0).reverse();
    assert.equal(days.length, 21);
    assert.deepEqual(
      rows,
      days.map((day) => [day.date, ...[day.messages, day.volume, day.hostCount, day.connectors].map(String)]),
    );
    assert.deepEqual([days[0]?.hostCount, days.at(-1)?.hostCount], [1, 2]);
    await page.click('#what-if-close');
  });

  it('is held against a baseline that was saved of it', async () => {
    const target = workspaceFile('.vscode/folder-baseline.json');
    await vscode.commands.executeCommand('mailFlow.saveBaseline', undefined, target);
    await page.waitFor('.insight[data-rule="inbound-partner-tls10"][data-baseline="known"]');
    assert.match(await page.text('.baseline-note'), /folder-baseline\.json: mail of 2026-03-02 to 2026-03-22/);
  });
});
