import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeAllEditors, openAsText, openReport, problemsOf } from './editor';
import { extension, receiveLog, sampleExport, writeExport } from './exports';
import { webview, workbench } from './page';

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

  it('the problems speak Italian @it', async () => {
    const uri = writeExport('logs/RECV2026030500-1.LOG', receiveLog(100, 12).text);
    await openAsText(uri);
    const [problem] = await problemsOf(uri, 1);
    assert.match(problem?.message ?? '', /connettore/i);
    assert.doesNotMatch(problem?.message ?? '', /\b(the|messages|seeing)\b/i);
  });
});
