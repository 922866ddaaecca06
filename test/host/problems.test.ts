import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createWriteStream, statSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAllEditors, codeOf, engineReport, openAsText, problemsOf } from './editor';
import { binaryLookingTrace, receiveLog, workspaceFile, writeExport } from './exports';
import { waitUntil, workbench } from './page';

describe('Problems', () => {
  afterEach(closeAllEditors);

  it('has one entry for the connector of a protocol log that is opened, at the first proving line', async () => {
    const { text, firstTls10Line } = receiveLog(100, 12);
    const uri = writeExport('logs/RECV2026030200-1.LOG', text);
    await openAsText(uri);
    const [problem] = await problemsOf(uri, 1);
    assert.equal(problem?.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(codeOf(problem), 'inbound-unknown-tls10');
    assert.equal(problem?.range.start.line, firstTls10Line - 1);
    assert.match(problem?.message ?? '', /"From connector - MX\\Partners", 12 of 112 messages .*\(10\.7%\)/);
    const document = await vscode.workspace.openTextDocument(uri);
    assert.match(document.lineAt(problem?.range.start.line ?? 0).text, /SP_PROT_TLS1_0_SERVER/);
    const related = problem?.relatedInformation ?? [];
    assert.equal(related[0]?.location.range.start.line, firstTls10Line - 1);
    assert.match(related.map(({ message }) => message).join('\n'), /203\.0\.113\.\d: 4 of these messages/);
  });

  it('shows the entry in the panel, and a click goes to the line', async () => {
    const { text, firstTls10Line } = receiveLog(20, 30);
    const uri = writeExport('logs/RECV2026030201-1.LOG', text);
    await openAsText(uri);
    await problemsOf(uri, 1);
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    const rows = await waitUntil(async () => {
      const texts = await workbench.texts('.markers-panel .monaco-list-row');
      return texts.some((row) => row.includes('TLS1.0')) ? texts : undefined;
    }, 'a row in the Problems panel');
    assert.equal(rows.filter((row) => row.includes('inbound-unknown-tls10')).length, 1, rows.join('\n'));
    await workbench.screenshot('problems');
    await workbench.click('.markers-panel .monaco-list-row:has-text("TLS1.0")');
    await waitUntil(
      () => vscode.window.activeTextEditor?.selection.active.line === firstTls10Line - 1,
      'the cursor at the proving line',
    );
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('forgets a file that is closed', async () => {
    const uri = writeExport('logs/RECV2026030202-1.LOG', receiveLog(0, 20).text);
    await openAsText(uri);
    await problemsOf(uri, 1);
    await closeAllEditors();
    await problemsOf(uri, 0);
  });

  it('says nothing about a file that is no export, and nothing below half of the threshold', async () => {
    const csv = writeExport('other.csv', 'a,b\n1,2\n');
    const quiet = writeExport('logs/RECV2026030203-1.LOG', receiveLog(1000, 4).text);
    const near = writeExport('logs/RECV2026030204-1.LOG', receiveLog(700, 7).text);
    await openAsText(csv);
    await openAsText(quiet);
    await openAsText(near);
    const [problem] = await problemsOf(near, 1);
    assert.equal(problem?.severity, vscode.DiagnosticSeverity.Information);
    await problemsOf(csv, 0);
    await problemsOf(quiet, 0);
  });

  it('follows settings at run time', async () => {
    const uri = writeExport('logs/RECV2026030205-1.LOG', receiveLog(90, 10).text);
    await openAsText(uri);
    await problemsOf(uri, 1);
    const settings = vscode.workspace.getConfiguration('mailFlow');
    try {
      await settings.update('connectorTypes', { 'mx\\PARTNERS': 'Partner' }, vscode.ConfigurationTarget.Workspace);
      await waitUntil(
        async () => codeOf((await problemsOf(uri, 1))[0]) === 'inbound-partner-tls10',
        'the Partner rule',
      );
      await settings.update('thresholds.messages', 100, vscode.ConfigurationTarget.Workspace);
      await problemsOf(uri, 0);
      const rule = { 'inbound-partner-tls10': { messages: 10 } };
      await settings.update('thresholds.rules', rule, vscode.ConfigurationTarget.Workspace);
      await problemsOf(uri, 1);
      const connector = { 'mx\\Partners': { share: 90 } };
      await settings.update('thresholds.connectors', connector, vscode.ConfigurationTarget.Workspace);
      await problemsOf(uri, 0);
    } finally {
      await settings.update('connectorTypes', undefined, vscode.ConfigurationTarget.Workspace);
      for (const what of ['messages', 'rules', 'connectors']) {
        await settings.update(`thresholds.${what}`, undefined, vscode.ConfigurationTarget.Workspace);
      }
    }
  });

  it('has the entry of a UTF-16 file that VS Code takes for binary', async () => {
    const { bytes, firstTls10Line } = binaryLookingTrace(25);
    const uri = writeExport('MTDetail_binary.csv', bytes);
    await openAsText(uri);
    const [problem] = await problemsOf(uri, 1);
    assert.equal(codeOf(problem), 'inbound-partner-tls10');
    assert.equal(problem?.range.start.line, firstTls10Line - 1);
    assert.ok(!vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString()));
    await workbench.screenshot('binary-placeholder');
  });

  it('has the entry of a file above 50 MB, which never becomes a document', async () => {
    const uri = workspaceFile('logs/RECV2026030206-1.LOG');
    const { text } = receiveLog(1000, 0);
    const tls10 = receiveLog(0, 34000).text;
    const file = createWriteStream(uri.fsPath);
    file.write(text);
    file.end(tls10);
    await once(file, 'close');
    assert.ok(statSync(uri.fsPath).size > 50 * 1024 * 1024, String(statSync(uri.fsPath).size));
    const expected = (await engineReport(uri)).insights[0];
    await openAsText(uri);
    const [problem] = await problemsOf(uri, 1, 90_000);
    assert.equal(problem?.range.start.line, (expected?.first.line ?? 0) - 1);
    assert.ok(!vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString()));
  });
});
