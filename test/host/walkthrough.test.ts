import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, REPORT_PAGE } from './editor';
import { waitUntil, webview, workbench } from './page';
import { restoreTheme } from './restoreTheme';
import { openWalkthrough, STEP, ticked } from './walkthrough';

const SAMPLE = vscode.Uri.parse('mail-flow-sample:/message-trace-sample.csv');
/** Pictures are left out of narrower windows. */
const WIDE = { width: 1600, height: 900 };
const page = webview(REPORT_PAGE);

describe('Walkthrough', () => {
  before(async () => {
    await openWalkthrough();
    await waitUntil(async () => (await workbench.texts(STEP)).length === 4, 'four steps');
  });

  after(async () => {
    await restoreTheme();
    await closeAllEditors();
  });

  it('has four steps, each with a picture in the colours of the theme', async () => {
    const titles = (await workbench.texts(`${STEP} .step-title`)).map((title) => title.trim());
    assert.deepEqual(titles, [
      'Open an export',
      'See the past week',
      'Find who still uses TLS 1.0',
      'Prove it, and hand it on',
    ]);
    const settings = vscode.workspace.getConfiguration('workbench');
    for (const [number, name] of ['open', 'week', 'connectors', 'proof'].entries()) {
      await workbench.click(`${STEP} >> nth=${number}`);
      await waitUntil(
        async () => (await workbench.texts(`${STEP}.expanded .step-title`)).join().trim() === titles[number],
        `the step ${name} unfolded`,
      );
      await workbench.screenshot(`walkthrough-${name}`, WIDE);
    }
    await settings.update('colorTheme', 'Light Modern', vscode.ConfigurationTarget.Global);
    await workbench.screenshot('walkthrough-light', WIDE);
  });

  it('opens the sample, which nobody can change, and ticks the step off', async () => {
    await workbench.click(`${STEP} >> nth=0`);
    await workbench.click(`${STEP}.expanded .monaco-button:has-text("Open Sample Export")`);
    await page.waitFor('[data-state="done"]');
    assert.equal(vscode.workspace.fs.isWritableFileSystem('mail-flow-sample'), false);
    await assert.rejects(Promise.resolve(vscode.workspace.fs.writeFile(SAMPLE, new Uint8Array(1))));
    await openWalkthrough();
    await waitUntil(async () => (await ticked())[0], 'the first step ticked off');
  });

  it('leads on from the sample: to the week, the connectors and the line that proves one', async () => {
    await vscode.commands.executeCommand('mailFlow.openSample');
    await page.waitFor('[data-state="done"]');
    const opened = vscode.commands.executeCommand('mailFlow.openProvingLine');
    await waitUntil(
      async () => (await workbench.texts('.quick-input-list .monaco-list-row')).some((row) => row.includes('TLS1.0')),
      'the insights of the sample',
    );
    await workbench.screenshot('choose-proof');
    await workbench.key('Enter');
    await opened;
    const editor = await waitUntil(() => vscode.window.activeTextEditor, 'the text of the sample');
    assert.equal(editor.document.uri.toString(), SAMPLE.toString());
    await waitUntil(
      () => /TLS1_0/.test(editor.document.lineAt(editor.selection.active.line).text),
      'the cursor at a line with TLS 1.0',
    );
  });
});
