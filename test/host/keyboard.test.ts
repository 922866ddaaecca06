import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, openAsText, openReport, REPORT_PAGE } from './editor';
import { extension, receiveLog, sampleExport, writeExport } from './exports';
import { waitUntil, webview, workbench } from './page';

const page = webview(REPORT_PAGE);

/** Whether the element with the focus is this one. */
const hasFocus = (selector: string) =>
  page.evaluate<boolean>('return document.activeElement?.matches(arg) ?? false', selector);

/** Types into VS Code's own input at the top and takes what it offers, once that is what is wanted. */
async function choose(text: string, offered: string): Promise<void> {
  await workbench.type(text);
  await waitUntil(
    async () =>
      (await workbench.texts('.quick-input-list .monaco-list-row.focused')).some((row) => row.includes(offered)),
    `${offered} to be offered`,
  );
  await workbench.key('Enter');
}

/** Goes on with Tab until the focus is where it is wanted. */
async function tabTo(selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await workbench.key('Tab');
    if (await hasFocus(selector)) {
      return;
    }
  }
  assert.fail(`Tab does not lead to ${selector}`);
}

describe('By keyboard alone', () => {
  const { text, firstTls10Line } = receiveLog(30, 12);

  // Both at once: Quick Open remembers for a while which files there are.
  before(() => {
    writeExport('walk/RECV2026031000-1.LOG', text);
    writeExport('walk/throughTheTree.log', text);
  });

  afterEach(closeAllEditors);

  it('one gets from a folder to the line that proves TLS 1.0', async () => {
    // Quick Open, the palette, the report, its insight, the line.
    await workbench.key('Control+p');
    await choose('RECV2026031000', 'RECV2026031000-1.LOG');
    await waitUntil(
      () => vscode.window.activeTextEditor?.document.uri.path.endsWith('RECV2026031000-1.LOG'),
      'the log',
    );
    await workbench.key('F1');
    await choose('Mail Flow: Open Connector Report', 'Mail Flow: Open Connector Report');
    await page.waitFor('[data-state="done"]');
    await tabTo('.proof');
    await workbench.screenshot('keyboard-proof');
    await workbench.key('Enter');
    await waitUntil(
      () => vscode.window.activeTextEditor?.selection.active.line === firstTls10Line - 1,
      'the cursor at the proving line',
    );
  });

  it('one gets from the Explorer through the tree to a host and its line', async () => {
    await workbench.key('Control+p');
    await choose('throughTheTree', 'throughTheTree.log');
    await waitUntil(() => vscode.window.activeTextEditor, 'the log');
    await workbench.key('F1');
    await choose('Mail Flow: Show Analyses', 'Mail Flow: Show Analyses');
    const focused = async (): Promise<string> =>
      (await workbench.texts('.pane:has(> .pane-header[aria-label^="Analyses"]) .monaco-list-row.focused')).join();
    await waitUntil(async () => (await focused()).startsWith('throughTheTree'), 'the export in the tree');
    // Down a row, or into what is folded: to the first host of the weakest version.
    for (const wanted of ['From connector', 'TLS 1.0', '203.0.113.1']) {
      await waitUntil(async () => {
        await workbench.key('ArrowRight');
        return (await focused()).startsWith(wanted);
      }, wanted);
    }
    await workbench.key('Enter');
    await waitUntil(
      () => vscode.window.activeTextEditor?.selection.active.line === firstTls10Line - 1,
      'the cursor at the proving line',
    );
  });

  it('keys of the report lead to its controls', async () => {
    await openReport(sampleExport());
    await page.waitFor('[data-state="done"]');
    await page.click('h1, h2 >> nth=0');
    await workbench.key('Control+f');
    await waitUntil(() => hasFocus('#details-search'), 'the focus in the search');
    await workbench.key('Control+k');
    await workbench.key('l');
    await page.waitFor('#filters input >> nth=0');
    const typed = await page.evaluate<string>("return document.querySelector('#details-search').value");
    assert.equal(typed, '', 'the field with the focus hears nothing of it');
    await workbench.key('Escape');
    const viewBy = () => page.evaluate<string>("return document.querySelector('#view-by').value");
    const before = await viewBy();
    await workbench.key('Control+k');
    await workbench.key('g');
    await waitUntil(async () => (await viewBy()) !== before, 'the other view');
    await workbench.key('Control+k');
    await workbench.key('g');
    await waitUntil(async () => (await viewBy()) === before, 'the view from before');
    await workbench.key('Control+k');
    await workbench.key('h');
    await page.waitFor('#flyout');
    await workbench.key('Escape');
    await waitUntil(async () => (await page.count('#flyout')) === 0, 'no flyout');
  });

  it('keys of the report are nobody else’s: neither beside it nor in other editors', async () => {
    await openReport(sampleExport());
    await page.waitFor('[data-state="done"]');
    await waitUntil(async () => {
      await workbench.key('Control+Shift+e');
      return (await workbench.texts('.explorer-folders-view .monaco-list:focus')).length > 0;
    }, 'Explorer');
    await workbench.key('Control+f');
    assert.equal(await hasFocus('#details-search'), false);
    await workbench.key('Escape');
    await openAsText(writeExport('walk/plain.txt', 'nothing\n'));
    await waitUntil(() => vscode.window.activeTextEditor?.document.uri.path.endsWith('plain.txt'), 'the text editor');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await workbench.key('Control+f');
    await waitUntil(
      async () => (await workbench.texts('.find-widget.visible')).length > 0,
      'the text editor’s own search',
    );
    await workbench.key('Escape');
  });

  it('keys of the report take no combination from VS Code that does something there', async () => {
    const uri = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const defaults = (await vscode.workspace.openTextDocument(uri)).getText();
    const manifest = extension().packageJSON as { contributes: { keybindings: { key: string }[] } };
    const chords = manifest.contributes.keybindings.map(({ key }) => key).filter((key) => key.includes(' '));
    assert.equal(chords.length, 3);
    const taken = [...defaults.matchAll(/"key": "([^"]+)",\s*"command": "(?!mailFlow\.)[^"]+"/g)].map(([, key]) => key);
    assert.ok(taken.includes('ctrl+k ctrl+s'));
    assert.deepEqual(
      chords.filter((key) => taken.includes(key)),
      [],
    );
  });
});
