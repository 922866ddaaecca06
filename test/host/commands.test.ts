import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { chooseInExplorer, closeAllEditors, explorerMenu, openAsText, openReport, REPORT_PAGE } from './editor';
import { extension, receiveLog, sampleExport, writeExport } from './exports';
import { waitUntil, webview, workbench } from './page';

const page = webview(REPORT_PAGE);

describe('Commands', () => {
  afterEach(closeAllEditors);

  it('are all there', async () => {
    const manifest = extension().packageJSON as { contributes: { commands: { command: string }[] } };
    await extension().activate();
    const known = new Set(await vscode.commands.getCommands(true));
    for (const { command } of manifest.contributes.commands) {
      assert.ok(known.has(command), command);
    }
  });

  it('open the report of the active editor', async () => {
    await openAsText(sampleExport());
    await vscode.commands.executeCommand('mailFlow.openReport');
    await page.waitFor('[data-state="done"]');
    await closeAllEditors();
    await openAsText(sampleExport());
    await vscode.commands.executeCommand('mailFlow.showTlsDetails');
    await page.waitFor('#flyout');
  });

  it('read a file again after it has changed', async () => {
    const uri = writeExport('logs/RECV2026030400-1.LOG', receiveLog(5, 0).text);
    await openReport(uri);
    await page.waitFor('[data-direction="inbound"] .count:text-is("5")');
    writeExport('logs/RECV2026030400-1.LOG', receiveLog(8, 0).text);
    await vscode.commands.executeCommand('mailFlow.readAgain');
    await page.waitFor('[data-direction="inbound"] .count:text-is("8")');
  });

  it('stand in the title bar of an editor with an export, and of no other', async () => {
    const button = '.editor-actions .action-label[aria-label^="Open Connector Report"]';
    await openAsText(writeExport('plain.csv', 'a,b\n1,2\n'));
    assert.deepEqual(await workbench.texts(button), []);
    await openAsText(sampleExport());
    await waitUntil(async () => (await workbench.texts(button)).length === 1, 'the button');
    await workbench.click(button);
    await page.waitFor('[data-state="done"]');
    await waitUntil(async () => (await workbench.texts(button)).length === 0, 'no button on the report itself');
  });

  it('open the report from the palette', async () => {
    await openAsText(sampleExport());
    await workbench.key('F1');
    await workbench.type('Mail Flow: Open Connector Report');
    await waitUntil(
      async () =>
        (await workbench.texts('.quick-input-list .monaco-list-row')).some((row) => row.includes('Open Connector')),
      'the command in the palette',
    );
    await workbench.key('Enter');
    await page.waitFor('[data-state="done"]');
  });

  it("open the report from the Explorer's menu", async () => {
    const uri = writeExport('explorer.log', receiveLog(3, 0).text);
    await chooseInExplorer(uri, 'Open Connector Report');
    await page.waitFor('[data-state="done"]:has-text("explorer.log")');
  });

  it('ask for a file where none is open', async () => {
    const title = '.quick-input-widget:not([style*="display: none"]) .quick-input-title';
    const commands = ['openReport', 'showTlsDetails', 'readAgain', 'exportReport', 'chooseFormat', 'mapColumns'];
    for (const name of [
      ...commands,
      'showConnector',
      'openProvingLine',
      'searchReport',
      'filterReport',
      'switchView',
      'compare',
      'whatIf',
      'saveBaseline',
    ]) {
      const running = vscode.commands.executeCommand(`mailFlow.${name}`);
      await waitUntil(async () => (await workbench.texts(title)).includes('Open Mail Export'), `${name} to ask`);
      await workbench.key('Escape');
      await running;
      await waitUntil(async () => !(await workbench.texts(title)).includes('Open Mail Export'), 'the question gone');
    }
    assert.deepEqual(
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs),
      [],
    );
  });

  it('stand in the Explorer on candidates, and on no other file', async () => {
    const ours = ['Open Connector Report', 'Choose Format…', 'Map Columns…'];
    const labels = await explorerMenu(writeExport('menu/candidate.csv', 'a,b\n'));
    assert.deepEqual(
      ours.filter((label) => labels.includes(label)),
      ours,
    );
    for (const name of ['menu/readme.md', 'menu/code.rs']) {
      const others = await explorerMenu(writeExport(name, '\n'));
      assert.ok(others.includes('Rename...'), others.join());
      assert.deepEqual(
        ours.filter((label) => others.includes(label)),
        [],
        name,
      );
    }
  });

  it('show a connector that is chosen from a list', async () => {
    await openReport(sampleExport());
    await page.waitFor('[data-state="done"]');
    const shown = vscode.commands.executeCommand('mailFlow.showConnector');
    const row = '.quick-input-list .monaco-list-row';
    // A row of the dialog before may still be there, out of sight.
    const first = await waitUntil(
      async () => (await workbench.texts(row)).find((text) => text.includes('weak:')),
      'the connectors',
    );
    await workbench.screenshot('choose-connector');
    await workbench.key('Enter');
    await shown;
    const name = first.replace(/\d[\d,]* ·.*$/, '');
    await waitUntil(async () => (await page.texts('.chip')).some((chip) => chip.includes(name)), `${name} as a filter`);
  });
});
