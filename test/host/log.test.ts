import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, openAsText, problemsOf } from './editor';
import { receiveLog, workspaceFile, writeExport } from './exports';
import { waitUntil, workbench } from './page';

/** What the log shows at its usual level. */
function logText(): string | undefined {
  const isLog = ({ uri }: vscode.TextDocument): boolean =>
    uri.scheme === 'output' && uri.path.includes('mail-flow-insights');
  return vscode.workspace.textDocuments.find(isLog)?.getText();
}

describe('Log', () => {
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closePanel');
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAllEditors();
  });

  it('has counts, and no name, host or address at its usual level', async () => {
    const uri = writeExport('secret/RECV2026030900-1.LOG', receiveLog(3, 40).text);
    await openAsText(uri);
    await problemsOf(uri, 1);
    await vscode.commands.executeCommand('mailFlow.showLog');
    const text = await waitUntil(() => {
      const shown = logText();
      return shown?.includes('516 records') ? shown : undefined;
    }, 'a line on what was read');
    assert.match(text, /\[info\] 1 files, smtp-receive-protocol-log: 516 records, 516 used, 0 problems, 1 insights/);
    assert.doesNotMatch(text, /secret|RECV2026|Partners|203\.0\.113|fabrikam|contoso/i);
  });

  it('has of an error what kind it is; the user is told once what it is about, with a way to the log', async () => {
    const missing = workspaceFile('secret/missing.csv');
    void vscode.commands.executeCommand('mailFlow.chooseFormat', missing);
    void vscode.commands.executeCommand('mailFlow.chooseFormat', missing);
    const toast = '.notification-toast-container .notification-list-item';
    const [shown, ...others] = await waitUntil(async () => {
      const texts = await workbench.texts(toast);
      return texts.length > 0 ? texts : undefined;
    }, 'the message');
    assert.deepEqual(others, []);
    assert.match(shown ?? '', /No format can be chosen for this file.*Show Log/);
    await waitUntil(() => logText()?.includes('mailFlow.chooseFormat: Error'), 'the error in the log');
    assert.doesNotMatch(logText() ?? '', /missing\.csv|secret/);
  });
});
