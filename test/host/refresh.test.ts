import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeAllEditors, openAsText, openReport, problemsOf, REPORT_PAGE } from './editor';
import { receiveLog, workspaceFile, writeExport } from './exports';
import { waitUntil, webview, workbench } from './page';

const page = webview(REPORT_PAGE);
const notice = '#source-notice';

/** Rows of sessions that no other part has. */
function rows(part: number, tls12: number, tls10 = 0): string {
  const lines = receiveLog(tls12, tls10)
    .text.split('\r\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => `${line.replaceAll(',08DC', `,0${part}DC`)}\r\n`).join('');
}

const inbound = (count: number): string => `[data-state="done"] [data-direction="inbound"] .count:text-is("${count}")`;

describe('A file that has changed on disk', () => {
  const settings = vscode.workspace.getConfiguration('mailFlow');
  let outside: string;

  before(() => {
    outside = mkdtempSync(path.join(os.tmpdir(), 'mfi-outside-'));
  });

  after(() => rmSync(outside, { recursive: true, force: true }));

  afterEach(async () => {
    await settings.update('refresh', undefined, vscode.ConfigurationTarget.Workspace);
    await closeAllEditors();
  });

  it('has its report say so, quietly, and offer Refresh', async () => {
    const uri = writeExport('changed/RECV2026030200-1.LOG', receiveLog(5, 0).text);
    await openReport(uri);
    await page.waitFor(inbound(5));
    assert.equal(await page.count(notice), 0);
    await vscode.commands.executeCommand('notifications.clearAll');
    appendFileSync(uri.fsPath, rows(1, 3));
    await page.waitFor(`${notice}:has-text("The file has changed since it was read.")`);
    assert.equal((await workbench.texts('.notification-toast')).length, 0);
    assert.equal(await page.text('[data-direction="inbound"] .count'), '5');
    assert.deepEqual(await page.axe(), []);
    await workbench.screenshot('changed');
    await page.click('#refresh');
    await page.waitFor(inbound(8));
    assert.equal(await page.count(notice), 0);
  });

  it('is read by itself where the setting says so, also outside of the workspace', async () => {
    await settings.update('refresh', 'automatic', vscode.ConfigurationTarget.Workspace);
    const uri = vscode.Uri.file(path.join(outside, 'RECV2026030201-1.LOG'));
    writeFileSync(uri.fsPath, receiveLog(5, 0).text);
    await openReport(uri);
    await page.waitFor(inbound(5));
    appendFileSync(uri.fsPath, rows(1, 3));
    await page.waitFor(inbound(8));
    appendFileSync(uri.fsPath, rows(2, 4));
    await page.waitFor(inbound(12));
    writeFileSync(uri.fsPath, receiveLog(2, 0).text);
    await page.waitFor(inbound(2));
  });

  it('is read as soon as the setting says so', async () => {
    const uri = writeExport('changed/RECV2026030202-1.LOG', receiveLog(5, 0).text);
    await openReport(uri);
    await page.waitFor(inbound(5));
    appendFileSync(uri.fsPath, rows(1, 3));
    await page.waitFor(notice);
    await settings.update('refresh', 'automatic', vscode.ConfigurationTarget.Workspace);
    await page.waitFor(inbound(8));
  });

  it('has its Problems follow where no report page could ask', async () => {
    const uri = writeExport('changed/RECV2026030203-1.LOG', receiveLog(50, 0).text);
    await openAsText(uri);
    await problemsOf(uri, 0);
    appendFileSync(uri.fsPath, rows(1, 0, 20));
    const [problem] = await problemsOf(uri, 1);
    assert.match(problem?.message ?? '', /20 of 70 messages/);
  });

  it('that was deleted keeps its report, which says so', async () => {
    const uri = writeExport('changed/RECV2026030204-1.LOG', receiveLog(5, 0).text);
    await openReport(uri);
    await page.waitFor(inbound(5));
    rmSync(uri.fsPath);
    await page.waitFor(`${notice}:has-text("The file is gone.")`);
    assert.equal(await page.count('#refresh'), 0);
    assert.equal(await page.text('[data-direction="inbound"] .count'), '5');
    writeFileSync(uri.fsPath, receiveLog(6, 0).text);
    await page.click('#refresh');
    await page.waitFor(inbound(6));
  });

  it('of a folder, and files that come and go there, are told of', async () => {
    const first = writeExport('watched/RECV2026030200-1.LOG', receiveLog(5, 0).text);
    const second = writeExport('watched/RECV2026030201-1.LOG', receiveLog(7, 0).text.replaceAll(',08DC', ',02DC'));
    await vscode.commands.executeCommand('mailFlow.analyzeFolder', workspaceFile('watched'));
    await page.waitFor(inbound(12));
    writeExport('watched/notes.txt', 'Dear colleague');
    writeExport('watched/more/RECV2026030202-1.LOG', receiveLog(1, 0).text.replaceAll(',08DC', ',03DC'));
    await page.waitFor(`${notice}:has-text("1 file was added.")`);
    appendFileSync(first.fsPath, rows(4, 2));
    await page.waitFor(`${notice}:has-text("1 file has changed")`);
    rmSync(second.fsPath);
    await page.waitFor(`${notice}:has-text("1 file is gone.")`);
    await workbench.screenshot('changed-folder');
    await page.click('#refresh');
    await page.waitFor(inbound(8));
    assert.equal(await page.count(notice), 0);
    assert.deepEqual(await page.texts('#files > ul h3'), [
      'watched/RECV2026030200-1.LOG',
      'watched/more/RECV2026030202-1.LOG',
    ]);
  });

  it('of several is read on alone where it has only grown', async () => {
    await settings.update('refresh', 'automatic', vscode.ConfigurationTarget.Workspace);
    const other = writeExport('growing/RECV2026030201-1.LOG', receiveLog(7, 0).text);
    const growing = writeExport('growing/RECV2026030200-1.LOG', receiveLog(5, 0).text.replaceAll(',08DC', ',02DC'));
    await vscode.commands.executeCommand('mailFlow.analyzeFolder', workspaceFile('growing'));
    await page.waitFor(inbound(12));
    appendFileSync(growing.fsPath, rows(3, 4));
    await page.waitFor(inbound(16));
    // As long, and as old: if the other file were read again, its messages would be gone.
    const { atime, mtime } = statSync(other.fsPath);
    writeFileSync(other.fsPath, receiveLog(7, 0).text.replaceAll('250 2.6.0', '550 2.6.0'));
    utimesSync(other.fsPath, atime, mtime);
    appendFileSync(growing.fsPath, rows(4, 4));
    await page.waitFor(inbound(20));
  });

  it('in an editor only counts once it is saved, and until then everything stays', async () => {
    const uri = writeExport('changed/RECV2026030205-1.LOG', receiveLog(50, 20).text);
    await openAsText(uri);
    await problemsOf(uri, 1);
    await vscode.commands.executeCommand('vscode.openWith', uri, 'mailFlow.report', vscode.ViewColumn.Beside);
    await page.waitFor(inbound(70));
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(document.lineCount - 1, 0), rows(1, 0, 10));
    await vscode.workspace.applyEdit(edit);
    assert.ok(document.isDirty);
    await page.waitFor(`${notice}:has-text("The report is of the saved file.")`);
    assert.match((await problemsOf(uri, 1))[0]?.message ?? '', /20 of 70 messages/);
    assert.equal(await page.text('[data-direction="inbound"] .count'), '70');
    await document.save();
    await page.waitFor(inbound(80));
    await waitUntil(async () => /30 of 80/.test((await problemsOf(uri, 1))[0]?.message ?? ''), 'the saved file');
    await waitUntil(async () => (await page.count(notice)) === 0, 'no notice');
  });
});
