import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeAllEditors, openAsText, openReport, problemsOf } from './editor';
import { extension, receiveLog, sampleExport, writeExport } from './exports';
import { waitUntil, webview, workbench } from './page';

describe('In Italian', () => {
  let translated: Record<string, string>;

  before(() => {
    const bundle = path.join(extension().extensionPath, 'l10n', 'bundle.l10n.it.json');
    translated = JSON.parse(readFileSync(bundle, 'utf8'));
  });

  after(closeAllEditors);

  it('the report, the flyout and the widget speak Italian @it', async () => {
    assert.equal(vscode.env.language, 'it');
    const page = webview(translated['Connector report'] ?? '');
    await openReport(sampleExport());
    await page.waitFor('[data-state="done"]');
    assert.match(await page.text('main'), /Nell'ultima settimana/);
    assert.match(await page.text('#details'), /Senza TLS/);
    await workbench.screenshot('report-italian');
    await page.click('#view-details');
    await page.waitFor('#flyout');
    assert.doesNotMatch(await page.text('#flyout'), /\b(the|messages|with)\b/i);
    await workbench.screenshot('flyout-italian');
    await page.click('#flyout-close');
    await vscode.commands.executeCommand('mailFlow.showWidget');
    const widget = webview(translated['Outbound and inbound mail flow'] ?? '');
    await widget.waitFor('[data-state="done"]');
    assert.deepEqual(await widget.axe(), []);
  });

  it('the form for columns and the list of formats speak Italian @it', async () => {
    const page = webview(translated['Connector report'] ?? '');
    const uri = writeExport('unknown/gateway.csv', 'Data;Direzione;TLS\r\n2026-03-02;in entrata;1.2\r\n');
    await vscode.commands.executeCommand('mailFlow.mapColumns', uri);
    await page.waitFor('#map-columns-form');
    assert.doesNotMatch(await page.text('#map-columns-form'), /\b(the|column|required|with)\b/i);
    await workbench.screenshot('map-columns-italian');
    await page.click('#cancel-mapping');
    const choice = vscode.commands.executeCommand('mailFlow.chooseFormat', uri);
    const rows = '.quick-input-list .monaco-list-row:visible';
    await waitUntil(async () => (await workbench.texts(rows)).length > 0, 'the list');
    assert.doesNotMatch((await workbench.texts(rows)).join(' '), /\b(messages|sender|by)\b/i);
    await workbench.key('Escape');
    await choice;
  });

  it('the problems speak Italian @it', async () => {
    const uri = writeExport('logs/RECV2026030500-1.LOG', receiveLog(100, 12).text);
    await openAsText(uri);
    const [problem] = await problemsOf(uri, 1);
    assert.match(problem?.message ?? '', /connettore/i);
    assert.doesNotMatch(problem?.message ?? '', /\b(the|messages|seeing)\b/i);
  });

  it('the status bar, the tree and the walkthrough speak Italian @it', async () => {
    await openReport(sampleExport());
    await waitUntil(
      async () => (await workbench.texts('[id$="mailFlow.glance"]')).some((text) => / con TLS 1\.0$/.test(text)),
      'the status bar item',
    );
    await vscode.commands.executeCommand('mailFlow.showAnalyses');
    const row = '.pane:has(> .pane-header[aria-label^="Analisi"]) .monaco-list-row';
    await waitUntil(async () => (await workbench.texts(row)).some((text) => text.includes(' messaggi')), 'the tree');
    await vscode.commands.executeCommand(
      'workbench.action.openWalkthrough',
      'mail-flow-insights.mail-flow-insights#start',
      false,
    );
    await waitUntil(
      async () => (await workbench.texts('.getting-started-step .step-title')).join().includes('Provalo e consegnalo'),
      'the walkthrough',
    );
    await workbench.screenshot('walkthrough-italian', { width: 1600, height: 900 });
  });
});
