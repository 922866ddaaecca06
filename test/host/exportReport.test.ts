import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeAllEditors, engineReport, openReport, REPORT_PAGE } from './editor';
import { extension, receiveLog, sampleExport, workspaceFile, writeExport } from './exports';
import { waitUntil, webview, workbench } from './page';

describe('Export Report', () => {
  afterEach(closeAllEditors);

  /** Runs the command for a report that is open, and returns what it wrote. */
  async function exported(uri: vscode.Uri, format: string, isRedacted = false): Promise<string> {
    const target = workspaceFile(`exported-${format}`);
    await vscode.commands.executeCommand('mailFlow.exportReport', uri, { format, isRedacted, target });
    return readFileSync(target.fsPath, 'utf8');
  }

  it('writes every format, with the figures of the page', async () => {
    const uri = writeExport('logs/RECV2026030600-1.LOG', receiveLog(80, 20).text);
    await openReport(uri);
    await webview(REPORT_PAGE).waitFor('[data-state="done"] [data-direction="inbound"] .count:text-is("100")');
    const report = JSON.parse(await exported(uri, 'json')) as { directions: { inbound: { messages: number } } };
    assert.equal(report.directions.inbound.messages, 100);
    const page = await exported(uri, 'html');
    assert.match(page, /^<!DOCTYPE html>/);
    assert.match(page, />100 messages</);
    // The line that proves TLS 1.0, read from the file again.
    assert.match(page, /TLS protocol<\/strong> <strong>SP_PROT_TLS1_0_SERVER/);
    assert.match(await exported(uri, 'csv'), /^\uFEFF"Date"/);
    const hosts = await exported(uri, 'csv-hosts');
    assert.match(hosts, /"203\.0\.113\.1","mail\.fabrikam\.example"/);
    assert.match(await exported(uri, 'markdown'), /^# TLS audit of mail flow/);
    assert.doesNotMatch(await exported(uri, 'html', true), /203\.0\.113|fabrikam|Partners|RECV2026/i);
  });

  it('asks for format, names and place from the palette', async () => {
    await openReport(sampleExport());
    await webview(REPORT_PAGE).waitFor('[data-state="done"]');
    void vscode.commands.executeCommand('mailFlow.exportReport');
    await waitUntil(
      async () => (await workbench.texts(rows)).some((row) => row.includes('Audit report')),
      'the formats',
    );
    const { period } = await engineReport(sampleExport());
    const days = `${period?.start} to ${period?.end}: all days of the data; filters of the page are not applied`;
    await waitUntil(
      async () => (await workbench.texts(`.quick-input-widget input[placeholder^="${days}"]`)).length === 1,
      'the days',
    );
    await workbench.key('Enter');
    await waitUntil(async () => (await workbench.texts(rows)).some((row) => row.includes('Redacted')), 'the redaction');
    await workbench.key('Escape');
  });

  it('remembers format, names and folder, and opens what it has written', async () => {
    const uri = writeExport('logs/RECV2026030602-1.LOG', receiveLog(80, 20).text);
    mkdirSync(workspaceFile('reports').fsPath, { recursive: true });
    await openReport(uri);
    await webview(REPORT_PAGE).waitFor('[data-state="done"] [data-direction="inbound"] .count:text-is("100")');
    const target = workspaceFile('reports/first.md');
    await vscode.commands.executeCommand('mailFlow.exportReport', uri, {
      format: 'markdown',
      isRedacted: true,
      target,
    });
    void vscode.commands.executeCommand('mailFlow.exportReport', uri);
    await chooseFirst('Summary');
    await chooseFirst('Redacted');
    // The dialog takes no notice of keys until it has looked at the folder.
    await waitUntil(async () => (await workbench.texts(rows)).some((row) => row.includes('first.md')), 'the folder');
    await workbench.key('Enter');
    const written = workspaceFile('reports/RECV2026030602-1-tls.md');
    await workbench.click('.notification-toast:has-text("RECV2026030602-1-tls.md") .monaco-button:has-text("Open")');
    await waitUntil(
      () => vscode.window.activeTextEditor?.document.uri.toString() === written.toString(),
      'an editor with the report',
    );
    assert.match(readFileSync(written.fsPath, 'utf8'), /^# TLS audit of mail flow/);
    assert.doesNotMatch(readFileSync(written.fsPath, 'utf8'), /RECV2026|Partners/i);
  });

  const rows = '.quick-input-list .monaco-list-row';

  /** Chooses the first entry of a list, which has to be this one. */
  async function chooseFirst(entry: string): Promise<void> {
    await waitUntil(async () => (await workbench.texts(rows))[0]?.includes(entry), `${entry}, first in the list`);
    await workbench.key('Enter');
  }

  it('never takes the place of the file it is about', async () => {
    const uri = writeExport('logs/RECV2026030601-1.LOG', receiveLog(3, 0).text);
    await openReport(uri);
    await webview(REPORT_PAGE).waitFor('[data-state="done"] [data-direction="inbound"] .count:text-is("3")');
    void vscode.commands.executeCommand('mailFlow.exportReport', uri, {
      format: 'csv',
      isRedacted: false,
      target: uri,
    });
    await waitUntil(
      async () => (await workbench.texts('.notification-toast')).some((text) => text.includes('cannot take the place')),
      'the refusal',
    );
    assert.equal(readFileSync(uri.fsPath, 'utf8'), receiveLog(3, 0).text);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('speaks Italian @it', async () => {
    const bundle = path.join(extension().extensionPath, 'l10n', 'bundle.l10n.it.json');
    const translated = JSON.parse(readFileSync(bundle, 'utf8')) as Record<string, string>;
    await openReport(sampleExport());
    await webview(translated['Connector report'] ?? '').waitFor('[data-state="done"]');
    const page = await exported(sampleExport(), 'html');
    assert.match(page, /<html lang="it">/);
    assert.match(page, /Come sono conteggiati i messaggi/);
    assert.doesNotMatch(page, /How messages are counted/);
  });
});
