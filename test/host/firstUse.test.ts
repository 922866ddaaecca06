// What somebody meets who has never heard of the extension: each test goes on from the one before, in a profile without a past.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, openReport, problemsOf, REPORT_PAGE } from './editor';
import { receiveLog, writeExport } from './exports';
import { waitUntil, webview, workbench } from './page';
import { openWalkthrough, ticked } from './walkthrough';

const page = webview(REPORT_PAGE);

/** Waits until just the first steps of the walkthrough are ticked off. */
async function waitForTicks(count: number): Promise<void> {
  await openWalkthrough();
  const expected = [0, 1, 2, 3].map((step) => step < count);
  await waitUntil(async () => {
    assert.deepEqual(await ticked(), expected);
    return true;
  }, `${count} steps ticked off`);
}

describe('A new user', () => {
  after(closeAllEditors);

  it('has the walkthrough ticked off by what is done without its buttons, and not before @first', async () => {
    const uri = writeExport('walkthrough/RECV2026032000-1.LOG', receiveLog(30, 12).text);
    await vscode.commands.executeCommand('workbench.view.explorer');
    await waitForTicks(0);
    await vscode.commands.executeCommand('workbench.view.extension.mailFlow');
    await waitForTicks(0);
    await vscode.window.showTextDocument(uri, { preview: false });
    await problemsOf(uri, 1);
    await waitForTicks(2);
    const connector = '.pane:has(> .pane-header[aria-label^="Analyses"]) .monaco-list-row:has-text("From connector")';
    await workbench.click(`${connector} .monaco-tl-twistie`);
    await waitForTicks(3);
    await openReport(uri);
    await page.waitFor('[data-state="done"]');
    await page.click('.insight .proof');
    await waitUntil(() => vscode.window.activeTextEditor, 'the line');
    await waitForTicks(4);
  });
});
