import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAllEditors, openAsText, problemsOf } from './editor';
import { extension, receiveLog, workspaceFile, writeExport, writeLongLog } from './exports';
import { waitUntil, workbench } from './page';

describe('Exports in the workspace that nobody has opened', () => {
  const settings = vscode.workspace.getConfiguration();
  const target = vscode.ConfigurationTarget.Workspace;
  /** Everything but what this test wrote. */
  const others: Record<string, boolean> = {};
  let first: vscode.Uri;
  let second: vscode.Uri;

  before(async () => {
    await closeAllEditors();
    await extension().activate();
    first = writeExport('background/RECV2026030200-1.LOG', receiveLog(0, 20).text);
    second = writeExport(
      'background/RECV2026030201-1.LOG',
      receiveLog(0, 30).text.replaceAll(',08DC', ',02DC').replaceAll('MX\\Partners', 'MX\\Others'),
    );
    for (const [name] of await vscode.workspace.fs.readDirectory(workspaceFile(''))) {
      others[name] = name !== 'background';
    }
    await settings.update('mailFlow.exclude', others, target);
  });

  after(async () => {
    await settings.update('mailFlow.autoAnalyze', undefined, target);
    await settings.update('mailFlow.exclude', undefined, target);
    await closeAllEditors();
  });

  it('have no Problems as long as nobody asks for them', async () => {
    await problemsOf(first, 0);
    await problemsOf(second, 0);
  });

  it('have them where the setting asks for that, and follow what happens to the files', async () => {
    await settings.update('mailFlow.autoAnalyze', true, target);
    assert.match((await problemsOf(first, 1))[0]?.message ?? '', /20 of 20 messages/);
    assert.match((await problemsOf(second, 1))[0]?.message ?? '', /30 of 30 messages/);
    writeExport('background/RECV2026030200-1.LOG', receiveLog(60, 20).text);
    await waitUntil(async () => /20 of 80/.test((await problemsOf(first, 1))[0]?.message ?? ''), 'the new problem');
  });

  it('keep them when one was opened and is closed, once each', async () => {
    await openAsText(first);
    await problemsOf(first, 1);
    await closeAllEditors();
    await problemsOf(first, 1);
    await problemsOf(second, 1);
  });

  it('are read no further where the user stops that', async () => {
    await settings.update('mailFlow.autoAnalyze', undefined, target);
    await problemsOf(first, 0);
    await writeLongLog('background/long.log', 10_000, 6, true);
    const item = '.statusbar-item:has-text("Mail flow: file")';
    await settings.update('mailFlow.autoAnalyze', true, target);
    await waitUntil(async () => (await workbench.texts(item)).length === 1, 'the item in the status bar');
    await workbench.screenshot('auto-analysis');
    await workbench.click(item);
    await waitUntil(async () => (await workbench.texts(item)).length === 0, 'no item in the status bar');
    await problemsOf(first, 0);
    rmSync(workspaceFile('background/long.log').fsPath);
    await problemsOf(first, 1);
  });

  it('are left out by patterns, and all of them when the setting is taken back', async () => {
    await settings.update('mailFlow.exclude', { ...others, '**/*00-1.LOG': true }, target);
    await problemsOf(first, 0);
    await problemsOf(second, 1);
    await settings.update('mailFlow.autoAnalyze', undefined, target);
    await problemsOf(second, 0);
  });
});
