import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors } from './editor';
import { workspaceFile } from './exports';
import { waitUntil, workbench } from './page';

const TOAST = '.notification-toast-container .notification-list-item';

describe('Errors', () => {
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closePanel');
    await closeAllEditors();
  });

  it('are shown one at a time, with a way to the log', async () => {
    const missing = workspaceFile('secret/missing.csv');
    const failing = [1, 2].map(() => vscode.commands.executeCommand('mailFlow.chooseFormat', missing));
    const toasts = async (): Promise<readonly string[]> =>
      (await workbench.texts(TOAST)).filter((toast) => toast.includes('Source: Mail Flow Insights'));
    const [shown, ...others] = await waitUntil(async () => {
      const texts = await toasts();
      return texts.length > 0 ? texts : undefined;
    }, 'the message');
    assert.deepEqual(others, []);
    assert.match(shown ?? '', /No format can be chosen for this file/);
    await workbench.click(`${TOAST} .monaco-button:has-text("Show Log")`);
    await waitUntil(
      async () => (await workbench.texts('.part.panel .composite.title .checked')).join().includes('Output'),
      'the log',
    );
    await waitUntil(async () => (await toasts()).length === 1, 'the second message, after the first is gone');
    await vscode.commands.executeCommand('notifications.clearAll');
    await Promise.all(failing);
  });
});
