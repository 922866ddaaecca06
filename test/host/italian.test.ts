import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeAllEditors, openAsText, openReport, problemsOf } from './editor';
import { extension, receiveLog, sampleExport, writeExport } from './exports';
import { waitUntil, webview, workbench } from './page';
import { ticked } from './walkthrough';

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

  it('quick fixes, the code lens and the letter speak Italian @it', async () => {
    const uri = writeExport('logs/RECV2026030501-1.LOG', receiveLog(100, 12).text);
    await openAsText(uri);
    const [problem] = await problemsOf(uri, 1);
    assert.ok(problem);
    const fixes = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      problem.range,
    );
    assert.equal(fixes.length, 5);
    const titles = fixes.map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => /\b(the|show|copy|draft|mute|adjust)\b/i.test(title)),
      [],
    );
    const [lens] = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 5);
    assert.equal(
      lens?.command?.title,
      '112 messaggi in entrata · 1 connettore con TLS 1.0 · Apri il report connettori',
    );
    const draft = fixes.find(({ command }) => command?.command === 'mailFlow.draftNotice')?.command;
    const drafted = vscode.commands.executeCommand('mailFlow.draftNotice', ...(draft?.arguments ?? []));
    const rows = '.quick-input-list .monaco-list-row:visible';
    await waitUntil(async () => (await workbench.texts(rows)).length === 2, 'the languages');
    const [own, english] = await workbench.texts(rows);
    assert.match(own ?? '', /^italiano/);
    assert.match(english ?? '', /^inglese/);
    await workbench.key('Enter');
    await drafted;
    const letter = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(letter, /^# La posta tra noi viaggia ancora con un vecchio TLS\n\nGentili colleghi,\n/);
    assert.match(letter, /il nostro connettore `MX\\Partners` ha ricevuto dai vostri server 112 messaggi/);
    assert.doesNotMatch(letter, /\b(the|messages|hosts|with)\b/i);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
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
    // What was done before somebody looks at the walkthrough counts as well.
    await waitUntil(async () => (await ticked())[0], 'the first step ticked off');
    await workbench.screenshot('walkthrough-italian', { width: 1600, height: 900 });
  });
});
