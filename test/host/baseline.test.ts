import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAllEditors, codeOf, openReport, problemsOf, REPORT_PAGE, tooltipOf } from './editor';
import { workspaceFile } from './exports';
import { waitUntil, webview, workbench } from './page';
import { plantedExport } from './plantedExport';

const page = webview(REPORT_PAGE);
const RULE = 'inbound-partner-tls10';
const CARD = `.insight[data-rule="${RULE}"]`;
const CONNECTORS = '.pane:has(> .pane-header[aria-label^="Analyses"]) .monaco-list-row[aria-level="2"]';
const BAR = '[id="mail-flow-insights.mail-flow-insights.mailFlow.glance"]';
const { Workspace } = vscode.ConfigurationTarget;
const { Warning } = vscode.DiagnosticSeverity;
const settings = () => vscode.workspace.getConfiguration('mailFlow');

/** Waits until the entry of a file about the rule has a severity. */
const severityOf = (uri: vscode.Uri, severity: vscode.DiagnosticSeverity) =>
  waitUntil(() => {
    const found = vscode.languages.getDiagnostics(uri).find((problem) => codeOf(problem) === RULE);
    return found?.severity === severity ? found : undefined;
  }, `severity ${severity}`);

describe('Baseline', () => {
  let uri: vscode.Uri;
  const target = workspaceFile('.vscode/mail-flow-baseline.json');

  before(async () => {
    uri = plantedExport('baseline/MTDetail_baseline.csv');
    await openReport(uri);
    await page.waitFor(CARD);
  });

  after(async () => {
    await settings().update('baseline', undefined, Workspace);
    await closeAllEditors();
  });

  it('is saved into the workspace, and makes what it knows information', async () => {
    await severityOf(uri, vscode.DiagnosticSeverity.Warning);
    await vscode.commands.executeCommand('mailFlow.saveBaseline', uri, target);
    assert.equal(settings().get('baseline'), '.vscode/mail-flow-baseline.json');
    const saved = JSON.parse(readFileSync(target.fsPath, 'utf8')) as { mailFlowBaseline: number; saved: string };
    assert.equal(saved.mailFlowBaseline, 1);
    assert.ok(Math.abs(Date.parse(saved.saved) - Date.now()) < 60_000);
    const entry = await severityOf(uri, vscode.DiagnosticSeverity.Information);
    assert.match(entry.message, /Known from the baseline\.$/);
    await page.waitFor(`${CARD}[data-baseline="known"]`);
    const year = new Date().getUTCFullYear();
    assert.match(
      await page.text('.baseline-note'),
      new RegExp(
        `baseline \\.vscode/mail-flow-baseline\\.json: mail of 2026-03-02 to 2026-03-22 \\(UTC\\), saved on .*${year}`,
      ),
    );
    assert.deepEqual(await page.axe(), []);
    await workbench.screenshot('baseline', { width: 1500, height: 1000 });
  });

  it('counts what it knows nowhere as a warning: neither in the tree, nor in the status bar, which say so', async () => {
    const warnings = vscode.languages.getDiagnostics(uri).filter(({ severity }) => severity === Warning);
    assert.deepEqual(warnings, []);
    await vscode.commands.executeCommand('mailFlow.showAnalyses');
    await waitUntil(async () => (await workbench.texts(CONNECTORS)).length > 0, 'the tree');
    await waitUntil(
      async () => (await workbench.texts(`${CONNECTORS}[aria-label*="Warnings in Problems"]`)).length === 0,
      'no connector with a badge',
    );
    const badges = async () => (await workbench.texts('.activitybar .badge-content')).filter((text) => text !== '');
    await waitUntil(async () => (await badges()).length === 0, 'no number on the view');
    const tooltip = await tooltipOf(BAR, 'Connectors and hosts');
    assert.match(tooltip, /Known from the baseline, no warnings: [1-9]/);
    assert.doesNotMatch(tooltip, /Warnings in Problems/);
    await workbench.screenshot('baseline-tooltip');
    await openReport(uri);
  });

  it('lets new and worse insights stay warnings, and lists what is gone', async () => {
    const saved = JSON.parse(readFileSync(target.fsPath, 'utf8')) as { insights: { rule: string; share: number }[] };
    const worse = saved.insights.map((one) => (one.rule === RULE ? { ...one, share: one.share / 2 } : one));
    const gone = { ...saved.insights[0], rule: 'outbound-old-tls', direction: 'outbound' };
    // Written by another program: the file is watched.
    writeFileSync(target.fsPath, JSON.stringify({ ...saved, insights: [...worse, gone] }));
    await page.waitFor(`${CARD}[data-baseline="worse"]`);
    await severityOf(uri, vscode.DiagnosticSeverity.Warning);
    await page.waitFor('.baseline-note summary:has-text("1 insight of the baseline is there no more")');
  });

  it('that is broken is said to be, and nothing is lost', async () => {
    writeFileSync(target.fsPath, '{ "mailFlowBaseline": 1,');
    await page.waitFor('.baseline-note[data-broken="true"]');
    assert.match(await page.text('.baseline-note'), /mail-flow-baseline\.json cannot be used: it is no JSON/);
    assert.equal(await page.attribute(CARD, 'data-baseline'), null);
    await severityOf(uri, vscode.DiagnosticSeverity.Warning);
    await workbench.screenshot('baseline-broken', { width: 1500, height: 1000 });
  });

  it('can be compared with, insights only', async () => {
    await vscode.commands.executeCommand('mailFlow.saveBaseline', uri, target);
    await vscode.commands.executeCommand('mailFlow.compare', uri, target);
    await page.waitFor('#comparison');
    assert.match(await page.text('#comparison'), /A baseline holds insights and no messages/);
    assert.match(await page.text('#compared-insights'), /Still there: Inbound Partner connector/);
    // More than once where VS Code draws the page anew, which then is as it was before the click.
    const isThere = async () => (await page.count('#comparison')) > 0;
    await waitUntil(async () => {
      await ((await isThere()) && page.click('#comparison-close'));
      return !(await isThere());
    }, 'the report without a panel over it');
  });

  it('is forgotten from the page; its file stays', async () => {
    await page.waitFor(`${CARD}[data-baseline="known"]`);
    await page.click('.forget-baseline');
    await waitUntil(async () => (await page.count('.baseline-note')) === 0, 'no note');
    assert.equal(settings().inspect('baseline')?.workspaceValue, undefined);
    await severityOf(uri, vscode.DiagnosticSeverity.Warning);
    assert.ok(existsSync(target.fsPath));
    await problemsOf(uri, vscode.languages.getDiagnostics(uri).length);
  });

  it('is forgotten also where the user’s own settings name it', async () => {
    const own = vscode.ConfigurationTarget.Global;
    await settings().update('baseline', target.fsPath, own);
    try {
      await page.waitFor(`${CARD}[data-baseline="known"]`);
      await page.click('.forget-baseline');
      await waitUntil(async () => (await page.count('.baseline-note')) === 0, 'no note');
    } finally {
      await settings().update('baseline', undefined, own);
      await settings().update('baseline', undefined, Workspace);
    }
  });

  it('asks where to, in the workspace to begin with', async () => {
    await page.click('#save-baseline');
    await waitUntil(
      async () => (await workbench.texts('.quick-input-widget')).some((text) => text.includes('Save as Baseline')),
      'the dialog',
    );
    await workbench.screenshot('baseline-save', { width: 1500, height: 1000 });
    await workbench.key('Escape');
  });
});
