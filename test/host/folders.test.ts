// A workspace of two folders. The first test loads the window again: what follows runs in the window that came back.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeAllEditors, openAsText, openReport, problemsOf, REPORT_PAGE, WIDGET_PAGE } from './editor';
import { receiveLog, workspaceFile, writeExport } from './exports';
import { waitUntil, webview, workbench } from './page';

const page = webview(REPORT_PAGE);
const widget = webview(WIDGET_PAGE);
const log = receiveLog(30, 12).text;
const otherLog = log.replaceAll(',08DC', ',02DC').replaceAll('MX\\Partners', 'MX\\Others');

/** Writes a file into the second folder. */
function writeBeside(name: string, content: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[1];
  assert.ok(folder, 'a second folder');
  const uri = vscode.Uri.joinPath(folder.uri, name);
  mkdirSync(path.dirname(uri.fsPath), { recursive: true });
  writeFileSync(uri.fsPath, content);
  return uri;
}

const tabs = (): string[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));

describe('A workspace of two folders', () => {
  after(closeAllEditors);

  it('is there again when the window was loaded again: reports, their choices, tree and widget @folders', async function () {
    if (vscode.env.appHost === 'desktop') {
      // There, a window that is loaded again ends the run.
      this.skip();
    }
    const before = workspaceFile('loaded-before');
    const [first, second] = [workspaceFile('north/RECV2026032500-1.LOG'), 'south/RECV2026032501-1.LOG'];
    if (!existsSync(before.fsPath)) {
      writeExport('north/RECV2026032500-1.LOG', log);
      const selection = [first, writeBeside(second, otherLog)];
      await openReport(first);
      await page.waitFor('[data-state="done"]');
      await vscode.commands.executeCommand('workbench.action.keepEditor');
      await vscode.commands.executeCommand('mailFlow.analyzeSelection', first, selection);
      await page.waitFor('[data-state="done"]:has-text("2 files")');
      await vscode.commands.executeCommand('mailFlow.showWidget');
      await widget.waitFor('[data-direction="inbound"] .count:text-is("84")');
      writeFileSync(before.fsPath, '');
      void vscode.commands.executeCommand('workbench.action.reloadWindow');
      await new Promise(() => {});
    }
    await waitUntil(() => tabs().includes('2 files'), 'the panel', 60_000);
    assert.deepEqual(tabs(), ['RECV2026032500-1.LOG', '2 files']);
    await page.waitFor('[data-state="done"]:has-text("2 files") [data-direction="inbound"] .count:text-is("84")');
    await widget.waitFor('[data-direction="inbound"] .count:text-is("84")');
    const rows = () => workbench.texts('.pane:has(> .pane-header[aria-label^="Analyses"]) .monaco-list-row');
    await waitUntil(async () => (await rows()).some((row) => row.startsWith('2 files')), 'the tree');
    await problemsOf(first, 1);
    await workbench.screenshot('restored');
    await vscode.commands.executeCommand('workbench.action.previousEditor');
    await page.waitFor('[data-state="done"]:has-text("RECV2026032500-1.LOG")');
  });

  it('has one report of files of both, which calls them by their folders @folders', async () => {
    const [first, second] = [
      writeExport('north/RECV2026032500-1.LOG', log),
      writeBeside('south/RECV2026032501-1.LOG', otherLog),
    ];
    await vscode.commands.executeCommand('mailFlow.analyzeSelection', first, [first, second]);
    await page.waitFor('[data-state="done"]:has-text("2 files")');
    const [north, south] = (vscode.workspace.workspaceFolders ?? []).map(({ name }) => name);
    assert.deepEqual(
      await page.texts('#files > ul h3'),
      [`${north}/north/RECV2026032500-1.LOG`, `${south}/south/RECV2026032501-1.LOG`].sort(),
    );
    await closeAllEditors();
  });

  it('has settings for each of them @folders', async () => {
    const [here, beside] = [
      writeExport('own/RECV2026032500-1.LOG', log),
      writeBeside('own/RECV2026032501-1.LOG', otherLog),
    ];
    writeBeside('.vscode/settings.json', JSON.stringify({ 'mailFlow.thresholds.messages': 13 }));
    const messages = () => vscode.workspace.getConfiguration('mailFlow', beside).get('thresholds.messages');
    await waitUntil(() => messages() === 13, 'the setting of the second folder');
    await openAsText(here);
    await problemsOf(here, 1);
    await openAsText(beside);
    const [problem] = await problemsOf(beside, 1);
    assert.equal(problem?.severity, vscode.DiagnosticSeverity.Information);
    await vscode.workspace
      .getConfiguration('mailFlow', beside)
      .update('thresholds.messages', 12, vscode.ConfigurationTarget.WorkspaceFolder);
    await waitUntil(
      () => vscode.languages.getDiagnostics(beside)[0]?.severity === vscode.DiagnosticSeverity.Warning,
      'a warning',
    );
    await closeAllEditors();
  });

  it('is analysed in the background where a folder asks for that, and only there @folders', async () => {
    const here = writeExport('background/RECV2026032500-1.LOG', log);
    const beside = writeBeside('background/RECV2026032501-1.LOG', otherLog);
    writeBeside('.vscode/settings.json', JSON.stringify({ 'mailFlow.autoAnalyze': true }));
    await waitUntil(() => vscode.languages.getDiagnostics(beside).length === 1, 'the problem');
    assert.deepEqual(vscode.languages.getDiagnostics(here), []);
    writeBeside('.vscode/settings.json', '{}');
    await waitUntil(() => vscode.languages.getDiagnostics(beside).length === 0, 'no problem');
  });

  it('has a task for each of them @folders', async () => {
    const found = await vscode.tasks.fetchTasks({ type: 'mail-flow' });
    const folders = found.map(({ scope }) => (typeof scope === 'object' ? scope.name : ''));
    assert.deepEqual(folders.sort(), (vscode.workspace.workspaceFolders ?? []).map(({ name }) => name).sort());
  });
});
