// Editors that show text of no file, or two of them: nothing of ours there, and nothing goes wrong.
import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAllEditors, openAsText, openReport, problemsOf, REPORT_PAGE } from './editor';
import { receiveLog, workspaceFile, writeExport } from './exports';
import { waitUntil, webview, workbench } from './page';

const page = webview(REPORT_PAGE);
const BAR = '[id="mail-flow-insights.mail-flow-insights.mailFlow.glance"]';
const TITLE = '.quick-input-widget:not([style*="display: none"]) .quick-input-title';
const { text } = receiveLog(30, 12);

/** Runs a command that has nothing to work on, and waits for its question. */
async function asks(command: string): Promise<void> {
  const running = vscode.commands.executeCommand(command);
  await waitUntil(async () => (await workbench.texts(TITLE)).includes('Open Mail Export'), 'the question');
  await workbench.key('Escape');
  await running;
}

/** Waits until an export that is opened afterwards is read: what came before it has been looked at by then. */
async function lookedAt(): Promise<void> {
  const probe = writeExport('others/probe.log', text);
  await vscode.commands.executeCommand('vscode.open', probe, { preview: false, viewColumn: vscode.ViewColumn.Beside });
  await problemsOf(probe, 1);
}

describe('Other editors', () => {
  afterEach(closeAllEditors);

  it('with text that was never saved are nothing to us, whatever the text is', async () => {
    const document = await vscode.workspace.openTextDocument({ content: text });
    await vscode.window.showTextDocument(document);
    await asks('mailFlow.openReport');
    await lookedAt();
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
    );
    assert.deepEqual(lenses, []);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
    await waitUntil(async () => (await workbench.texts(BAR)).every((shown) => shown === ''), 'nothing in the bar');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('that compare two versions are nothing to us', async () => {
    const [one, other] = [writeExport('others/one.log', text), writeExport('others/other.log', `${text}#end\r\n`)];
    await vscode.commands.executeCommand('vscode.diff', one, other);
    await asks('mailFlow.openReport');
    await lookedAt();
    assert.deepEqual([...vscode.languages.getDiagnostics(one), ...vscode.languages.getDiagnostics(other)], []);
  });
});

describe('A renamed export', () => {
  afterEach(closeAllEditors);

  it('keeps its report in the tab, under the new name', async () => {
    const uri = writeExport('renamed/RECV2026032600-1.LOG', text);
    const renamed = workspaceFile('renamed/later.log');
    await vscode.window.showTextDocument(uri, { preview: false });
    await problemsOf(uri, 1);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, renamed, { overwrite: true });
    await vscode.workspace.applyEdit(edit);
    await problemsOf(renamed, 1);
    await problemsOf(uri, 0);
    await openReport(renamed);
    await page.waitFor('[data-state="done"]:has-text("later.log")');
  });

  it('is told of where another program renamed it, in a folder', async () => {
    const one = writeExport('renamed-folder/RECV2026032601-1.LOG', text);
    await vscode.commands.executeCommand('mailFlow.analyzeFolder', vscode.Uri.joinPath(one, '..'));
    await page.waitFor('[data-state="done"]:has-text("renamed-folder")');
    renameSync(one.fsPath, workspaceFile('renamed-folder/RECV2026032602-1.LOG').fsPath);
    await page.waitFor('#source-notice:has-text("1 file was added."):has-text("1 file is gone.")');
    await page.click('#refresh');
    await waitUntil(
      async () => (await page.texts('#files > ul h3')).join() === 'renamed-folder/RECV2026032602-1.LOG',
      'the new name',
    );
  });
});

describe('The focus', () => {
  afterEach(closeAllEditors);

  it('stays where the user types while an export is read, judged and shown in the side bar', async () => {
    const [uri, notes] = [writeExport('focus/RECV2026032603-1.LOG', text), writeExport('focus/notes.txt', '')];
    await vscode.commands.executeCommand('mailFlow.showAnalyses');
    await openAsText(uri);
    await problemsOf(uri, 1);
    await vscode.commands.executeCommand('workbench.action.keepEditor');
    const editor = await vscode.window.showTextDocument(notes, { viewColumn: vscode.ViewColumn.Beside });
    const settings = vscode.workspace.getConfiguration('mailFlow');
    await settings.update('thresholds.messages', 99, vscode.ConfigurationTarget.Workspace);
    await problemsOf(uri, 0);
    await settings.update('thresholds.messages', undefined, vscode.ConfigurationTarget.Workspace);
    await problemsOf(uri, 1);
    writeExport('focus/RECV2026032603-1.LOG', receiveLog(30, 20).text);
    await waitUntil(async () => /20 of 50/.test((await problemsOf(uri, 1))[0]?.message ?? ''), 'the new figures');
    await workbench.type('still here');
    await waitUntil(() => editor.document.getText() === 'still here', 'what was typed');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });
});
