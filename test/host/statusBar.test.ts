import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, engineReport, openAsText, openReport, problemsOf, REPORT_PAGE, tooltipOf } from './editor';
import { receiveLog, sampleExport, writeExport, writeLongLog } from './exports';
import { waitUntil, webview, workbench } from './page';

const ITEM = '[id="mail-flow-insights.mail-flow-insights.mailFlow.glance"]';
const page = webview(REPORT_PAGE);

/** Waits until the item says something, in the text that is seen or the one that is read out. */
async function waitForItem(text: RegExp): Promise<string> {
  return waitUntil(async () => (await workbench.texts(ITEM)).find((shown) => text.test(shown)), `${text} in the bar`);
}

async function waitForNoItem(): Promise<void> {
  await waitUntil(async () => (await workbench.texts(ITEM)).every((shown) => shown === ''), 'no item in the bar');
}

describe('Status bar', () => {
  afterEach(closeAllEditors);

  it('says what the active file comes to, in words too, and nothing for other files', async () => {
    await openAsText(writeExport('logs/RECV2026030500-1.LOG', receiveLog(290, 10).text));
    assert.match(await waitForItem(/TLS/), /^100% TLS · 1 on TLS 1\.0$/);
    const spoken = 'Mail flow: 100% of messages were protected in transit by TLS, connectors with TLS 1.0: 1';
    assert.deepEqual((await workbench.texts(`${ITEM} [aria-label="${spoken}"]`)).length, 1);
    await openAsText(writeExport('other/plain.csv', 'a,b\n1,2\n'));
    await waitForNoItem();
    await workbench.key('Control+PageUp');
    await waitForItem(/on TLS 1\.0/);
  });

  it('has the figures of the engine, and leads to the report', async () => {
    const report = await engineReport(sampleExport());
    const old = report.connectors.filter(({ days }) => days.some(({ tls }) => (tls[3] ?? 0) > 0)).length;
    await openAsText(sampleExport());
    const said = await waitForItem(/TLS/);
    assert.match(said, new RegExp(`^(\\d\\d\\.\\d|100)% TLS · ${old} on TLS 1\\.0$`));
    const tooltip = await tooltipOf(ITEM, 'Outbound');
    assert.ok(tooltip.includes(`${report.period?.start} to ${report.period?.end} (UTC)`), tooltip);
    // In columns, of which none is cut off.
    const titles = await workbench.texts('.monaco-hover table th');
    assert.deepEqual(
      titles.map((title) => title.trim()),
      ['', 'Outbound', 'Inbound'],
    );
    await workbench.screenshot('status-bar');
    await workbench.click(`${ITEM} a`);
    await page.waitFor('[data-state="done"]');
    await waitForItem(/TLS/);
  });

  it('says that the saved file was analysed while it is being edited', async () => {
    const uri = writeExport('logs/RECV2026030501-1.LOG', receiveLog(5, 15).text);
    await openAsText(uri);
    await waitForItem(/TLS/);
    const editor = await vscode.window.showTextDocument(uri);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '#'));
    await waitForItem(/ · as saved$/);
    await problemsOf(uri, 1);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await waitUntil(async () => (await waitForItem(/TLS/)).endsWith('TLS 1.0'), 'no word of it any more');
  });

  it('shows how far reading has come, and stops it', async () => {
    const uri = await writeLongLog('logs/RECV2026030502-1.LOG', 1000, 40, true);
    const opened = openReport(uri);
    await waitForItem(/^Mail flow: \d+%$/);
    await vscode.commands.executeCommand('mailFlow.cancelReading');
    await waitForItem(/partly read$/);
    await opened;
  });

  it('says of a file that could not be read that it was not', async () => {
    await openReport(writeExport('bad/notRead.csv', 'Fruit,Colour\napple,red\n'));
    await waitForItem(/^Not read$/);
  });
});
