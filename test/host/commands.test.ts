import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { chooseInExplorer, closeAllEditors, openAsText, openReport, REPORT_PAGE } from './editor';
import { extension, receiveLog, sampleExport, writeExport } from './exports';
import { waitUntil, webview, workbench } from './page';

const page = webview(REPORT_PAGE);

const TITLE = '.quick-input-widget:not([style*="display: none"]) .quick-input-title';

const panelShows = (title: string) => async (): Promise<boolean> =>
  (await workbench.texts('.part.panel .composite.title .checked')).join().includes(title);
const sideBarShows = (title: string) => async (): Promise<boolean> =>
  (await workbench.texts('.part.sidebar .pane-header')).some((header) => header.includes(title));

/** What each command does where nothing is open: asks (`?` and the question), says so, or shows something. */
const WITH_NOTHING_OPEN: Readonly<Record<string, string | (() => Promise<boolean>)>> = {
  openReport: '?Open Mail Export',
  openExport: '?Open Mail Export',
  analyzeFolder: '?Analyze Mail Flow in Folder',
  analyzeFiles: '?Analyze Files',
  analyzeSelection: '?Analyze Files',
  showWidget: sideBarShows('Past Week'),
  showTlsDetails: '?Open Mail Export',
  readAgain: '?Open Mail Export',
  exportReport: '?Open Mail Export',
  chooseFormat: '?Open Mail Export',
  mapColumns: '?Open Mail Export',
  stopAutoAnalysis: async () => true,
  compare: '?Open Mail Export',
  whatIf: '?Open Mail Export',
  saveBaseline: '?Open Mail Export',
  forgetBaseline: 'There is no baseline.',
  showInsight: '?Open Mail Export',
  copyEvidence: '?Open Mail Export',
  draftNotice: '?Open Mail Export',
  adjustThreshold: '?Open Mail Export',
  muteConnector: '?Open Mail Export',
  mutedConnectors: 'No connector is muted.',
  showGuidance: '?Show Guidance',
  useHighlighting: '?Open Mail Export',
  showLog: panelShows('Output'),
  openSample: async () => (await page.count('[data-state="done"]')) > 0,
  showAnalyses: sideBarShows('Analyses'),
  showConnector: '?Open Mail Export',
  openProvingLine: '?Open Mail Export',
  searchReport: '?Open Mail Export',
  filterReport: '?Open Mail Export',
  switchView: '?Open Mail Export',
  cancelReading: 'No file is being read.',
  closeAnalysis: 'No export is open.',
  copyName: async () => true,
};

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

  it('ask for what they work on where nothing is open, each of them', async () => {
    const manifest = extension().packageJSON as { contributes: { commands: { command: string }[] } };
    for (const { command } of manifest.contributes.commands) {
      const name = command.replace('mailFlow.', '');
      const expected = WITH_NOTHING_OPEN[name];
      assert.ok(expected !== undefined, `what ${name} does where nothing is open`);
      await vscode.commands.executeCommand('notifications.clearAll');
      const running = vscode.commands.executeCommand(command);
      if (typeof expected === 'function') {
        await running;
        await waitUntil(expected, name);
        await closeAllEditors();
      } else if (expected.startsWith('?')) {
        await waitUntil(async () => (await workbench.texts(TITLE)).includes(expected.slice(1)), `${name} to ask`);
        await workbench.key('Escape');
        await running;
        await waitUntil(async () => !(await workbench.texts(TITLE)).includes(expected.slice(1)), 'the question gone');
      } else {
        const toasts = () => workbench.texts('.notification-toast-container .notification-list-item');
        await waitUntil(async () => (await toasts()).some((toast) => toast.includes(expected)), `${name} to say so`);
        await vscode.commands.executeCommand('notifications.clearAll');
        await running;
      }
      assert.deepEqual(
        vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs),
        [],
        name,
      );
    }
    await vscode.commands.executeCommand('workbench.action.closePanel');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('are in the palette only where there is something for them', async () => {
    const offers = async (name: string): Promise<boolean> => {
      await workbench.key('F1');
      await workbench.type(`Mail Flow: ${name}`);
      const rows = await waitUntil(async () => {
        const found = await workbench.texts('.quick-input-list .monaco-list-row');
        return found.some((row) => row.includes(name) || /similar commands|no matching/i.test(row)) ? found : undefined;
      }, 'the palette');
      await workbench.key('Escape');
      return rows.some((row) => row.startsWith(`Mail Flow: ${name}`));
    };
    const conditional = ['Close Export', 'Stop Reading', 'Stop Analyzing Workspace', 'Forget Baseline', 'Copy Name'];
    for (const name of [...conditional, 'Analyze Selected Files']) {
      assert.equal(await offers(name), false, name);
    }
    assert.equal(await offers('Read File Again'), true);
    await openAsText(sampleExport());
    await waitUntil(() => offers('Close Export'), 'Close Export');
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
