import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { weakestFirst } from '../../src/core/report/glance';
import { connectorLabel, ENGLISH_WORDING } from '../../src/core/report/wording';
import { closeAllEditors, engineReport, openAsText, REPORT_PAGE, tooltipOf } from './editor';
import { receiveLog, sampleExport, writeExport } from './exports';
import { waitUntil, webview, workbench } from './page';

const page = webview(REPORT_PAGE);
const TREE = '.pane:has(> .pane-header[aria-label^="Analyses"])';
const ROW = `${TREE} .monaco-list-row`;

/** Waits until the tree has a row with a text, and returns all it has. */
async function waitForRow(text: string): Promise<readonly string[]> {
  return waitUntil(async () => {
    const rows = await workbench.texts(ROW);
    return rows.some((row) => row.includes(text)) ? rows : undefined;
  }, `a row with "${text}"`);
}

/** Waits until the rows from a place on are these: while a file is read, rows come and go. */
async function waitForRows(from: number, expected: readonly string[]): Promise<void> {
  await waitUntil(
    async () => {
      const rows = (await workbench.texts(ROW)).slice(from, from + expected.length);
      assert.deepEqual(rows, expected);
      return true;
    },
    `the rows ${expected.join(' | ')}`,
  );
}

/** Unfolds or folds a row. */
async function toggle(text: string): Promise<void> {
  await workbench.click(`${ROW}:has-text("${text}") .monaco-tl-twistie >> nth=0`);
}

/** Points at a row and chooses one of its inline actions. */
async function choose(text: string, action: string): Promise<void> {
  const row = `${ROW}:has-text("${text}") >> nth=0`;
  await workbench.hover(row);
  await workbench.click(`${row} >> .action-label[aria-label^="${action}"]`);
}

describe('Analyses', () => {
  before(() => vscode.commands.executeCommand('mailFlow.showAnalyses'));
  afterEach(closeAllEditors);
  after(() => vscode.commands.executeCommand('workbench.view.explorer'));

  it('welcomes with one action where nothing is open', async () => {
    const button = `${TREE} .welcome-view-content .monaco-button`;
    await waitUntil(async () => (await workbench.texts(button)).join() === 'Open Sample Export', 'the action');
    await workbench.screenshot('analyses-empty');
    await workbench.click(button);
    await page.waitFor('[data-state="done"]');
    await waitForRow('message-trace-sample.csv');
  });

  it('lists the connectors of an export, the weakest first, with the figures of the engine', async () => {
    const report = await engineReport(sampleExport());
    await openAsText(sampleExport());
    const rows = await waitUntil(async () => {
      const texts = await workbench.texts(ROW);
      return texts[0]?.endsWith(' messages') && texts.length > 1 ? texts : undefined;
    }, 'the sample, read');
    const expected = weakestFirst(report.connectors);
    assert.deepEqual(
      rows
        .slice(1)
        .map((row) => expected.find(({ connector }) => row.startsWith(connectorLabel(ENGLISH_WORDING, connector)))),
      expected,
    );
    assert.match(rows[0] ?? '', /^message-trace-sample\.csv(\d\d\.\d|100)% TLS · [\d,]+ messages$/);
    for (const [index, { messages }] of expected.entries()) {
      assert.ok(rows[index + 1]?.includes(`${messages.toLocaleString('en')} messages`), rows[index + 1]);
    }
    await workbench.screenshot('analyses');
  });

  it('unfolds to TLS versions and hosts, of which one leads to the line that proves it', async () => {
    const { text, firstTls10Line } = receiveLog(30, 12);
    const uri = writeExport('logs/RECV2026030600-1.LOG', text);
    await openAsText(uri);
    await waitForRow('From connector - MX\\Partners');
    await toggle('MX\\\\Partners');
    await waitForRows(2, ['TLS 1.028.6% (12)', 'TLS 1.271.4% (30)']);
    await toggle('TLS 1.0');
    await waitForRows(3, ['203.0.113.14', '203.0.113.24', '203.0.113.34']);
    await workbench.screenshot('analyses-hosts');
    await tooltipOf(`${ROW}:has-text("203.0.113.1") >> nth=0`, 'Calls itself: mail.fabrikam.example');
    await workbench.click(`${ROW}:has-text("203.0.113.1") >> nth=0`);
    await waitUntil(
      () => vscode.window.activeTextEditor?.selection.active.line === firstTls10Line - 1,
      'the cursor at the proving line',
    );
  });

  it('has a badge on a connector with warnings, and the number of all on the view', async () => {
    await openAsText(writeExport('logs/RECV2026030601-1.LOG', receiveLog(30, 12).text));
    await waitForRow('weak: 12 (28.6%)');
    const spoken = 'From connector - MX\\\\Partners, 42 messages · weak: 12 (28.6%), Warnings in Problems: 1';
    assert.equal((await workbench.texts(`${ROW}[aria-label^="${spoken}"]`)).length, 1);
    await waitUntil(
      async () => (await workbench.texts('.activitybar .badge-content')).includes('1'),
      'the number of warnings on the view',
    );
  });

  it('counts a warning once where a file and its folder are both analysed', async () => {
    const uri = writeExport('logs/once/RECV2026030603-1.LOG', receiveLog(30, 12).text);
    await openAsText(uri);
    await waitForRow('weak: 12 (28.6%)');
    await vscode.commands.executeCommand('mailFlow.analyzeFolder', vscode.Uri.joinPath(uri, '..'));
    const weak = `${ROW}[aria-label*="Warnings in Problems: 1"]`;
    await waitUntil(async () => (await workbench.texts(ROW)).some((row) => row.startsWith('once')), 'the folder');
    await page.waitFor('[data-state="done"]');
    assert.ok((await workbench.texts(weak)).length > 0);
    await waitUntil(
      async () => (await workbench.texts('.activitybar .badge-content')).filter((text) => text !== '').join() === '1',
      'one warning on the view',
    );
  });

  it('shows a connector, or one TLS version of it, in the report', async () => {
    await openAsText(writeExport('logs/RECV2026030602-1.LOG', receiveLog(30, 12).text));
    await waitForRow('From connector');
    await choose('From connector', 'Show Connector in Report');
    await page.waitFor('[data-state="done"]');
    await waitUntil(
      async () => (await page.texts('.chip')).some((chip) => chip.includes('From connector - MX\\Partners')),
      'the connector as a filter',
    );
    await toggle('From connector');
    await waitForRow('TLS 1.0');
    await choose('TLS 1.0', 'Show Connector in Report');
    await waitUntil(
      async () => (await page.texts('.chip')).some((chip) => chip.includes('TLS 1.0')),
      'TLS 1.0 as a filter',
    );
  });

  it('opens the first line that proves the weakest mail of a connector', async () => {
    const { text, firstTls10Line } = receiveLog(30, 12);
    await openAsText(writeExport('logs/RECV2026030603-1.LOG', text));
    await waitForRow('From connector');
    await choose('From connector', 'Open First Proving Line');
    await waitUntil(
      () => vscode.window.activeTextEditor?.selection.active.line === firstTls10Line - 1,
      'the cursor at the proving line',
    );
  });

  it('copies names from its menu', async () => {
    await openAsText(writeExport('logs/RECV2026030604-1.LOG', receiveLog(3, 12).text));
    await waitForRow('From connector');
    await vscode.env.clipboard.writeText('');
    await workbench.click(`${ROW}:has-text("From connector")`);
    const label = '.monaco-menu .action-label';
    await waitUntil(async () => {
      if (!(await workbench.texts(label)).includes('Copy Name')) {
        await workbench.key('Shift+F10');
        return false;
      }
      await workbench.hover(`${label} >> nth=0`);
      await workbench.hover(`${label}:text-is("Copy Name")`);
      return (await workbench.texts('.monaco-menu .action-item.focused')).includes('Copy Name');
    }, 'Copy Name in the menu');
    await workbench.screenshot('analyses-menu');
    await workbench.key('Enter');
    await waitUntil(
      async () => (await vscode.env.clipboard.readText()) === 'MX\\Partners',
      'the name on the clipboard',
    );
  });

  it('follows the active editor, and closes an export with its tabs', async () => {
    await openAsText(writeExport('logs/RECV2026030605-1.LOG', receiveLog(3, 12).text));
    await openAsText(sampleExport());
    await waitForRow('message-trace-sample.csv');
    await waitUntil(
      async () => (await workbench.texts(`${ROW}.selected`)).join().startsWith('message-trace-sample.csv'),
      'the active export selected',
    );
    await workbench.key('Control+PageUp');
    await waitUntil(
      async () => (await workbench.texts(`${ROW}.selected`)).join().startsWith('RECV2026030605-1.LOG'),
      'the other export selected',
    );
    await vscode.commands.executeCommand('mailFlow.closeAnalysis');
    await waitUntil(
      async () => !(await workbench.texts(ROW)).some((row) => row.includes('RECV2026030605')),
      'the export gone',
    );
    assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 1);
  });

  it('lists the report of a folder as one, with its figures in the status bar, and closes it with its panel', async () => {
    writeExport('tree-folder/RECV2026030606-1.LOG', receiveLog(10, 12).text);
    const quiet = receiveLog(20, 0).text.replaceAll('08DC', '09DC').replaceAll('MX\\Partners', 'MX\\Relay');
    const folder = vscode.Uri.joinPath(writeExport('tree-folder/RECV2026030607-1.LOG', quiet), '..');
    await vscode.commands.executeCommand('mailFlow.analyzeFolder', folder);
    await page.waitFor('[data-state="done"]');
    await waitForRow('From connector - MX\\Relay');
    await waitForRows(0, ['tree-folder100% TLS · 42 messages']);
    await waitUntil(async () => (await workbench.texts(ROW)).length === 3, 'both connectors');
    await waitUntil(
      async () => (await workbench.texts('[id$="mailFlow.glance"]')).includes('100% TLS · 1 on TLS 1.0'),
      'the figures of the folder in the status bar',
    );
    await vscode.commands.executeCommand('mailFlow.closeAnalysis');
    await waitUntil(
      async () => !(await workbench.texts(ROW)).some((row) => row.includes('tree-folder')),
      'the folder gone',
    );
    assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 0);
  });
});
