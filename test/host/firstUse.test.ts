// What somebody meets who has never heard of the extension: each test goes on from the one before, in a profile without a past.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import * as vscode from 'vscode';
import { gzip } from '../generate/archives';
import { closeAllEditors, openReport, problemsOf, REPORT_PAGE, selectInExplorer } from './editor';
import { binaryLookingTrace, receiveLog, sampleExport, writeExport, writeLongLog } from './exports';
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

  it('finds the way to the report at every kind of file, also at those of which VS Code shows no text @first', async () => {
    await closeAllEditors();
    await vscode.commands.executeCommand('workbench.view.explorer');
    const trace = readFileSync(sampleExport().fsPath);
    const huge = await writeLongLog('new/huge.log', 1500, 16);
    assert.ok(statSync(huge.fsPath).size > 50 * 1024 * 1024);
    const files = {
      log: writeExport('new/RECV2026032100-1.LOG', receiveLog(30, 12).text),
      trace: writeExport('new/export.csv', trace),
      gz: writeExport('new/export.csv.gz', gzip(trace)),
      utf16: writeExport('new/utf16.csv', binaryLookingTrace(30).bytes),
      huge,
    };
    const button = '.editor-group-container.active .editor-actions .action-label[aria-label^="Open Connector Report"]';
    const bar = '[id="mail-flow-insights.mail-flow-insights.mailFlow.glance"]';
    for (const [kind, uri] of Object.entries(files)) {
      await selectInExplorer(uri);
      await workbench.key('Enter');
      await waitUntil(async () => (await workbench.texts(button)).length === 1, `the button at ${kind}`, 60_000);
      await waitUntil(async () => / TLS/.test((await workbench.texts(bar)).join()), `the bar at ${kind}`, 60_000);
      await workbench.screenshot(`first-${kind}`);
      await workbench.click(button);
      await page.waitFor(`[data-state="done"]:has-text("${uri.path.split('/').at(-1)}")`);
      await closeAllEditors();
    }
  });
});
