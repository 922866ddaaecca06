import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { chips, chooseEntry, clearFilters, focusedCell } from './detailsGrid';
import { closeAllEditors, openAsText, openReport, REPORT_PAGE } from './editor';
import { sampleExport, writeExport } from './exports';
import { waitUntil, webview } from './page';

const page = webview(REPORT_PAGE);
const titles = () => page.texts('#details .grid-head .sort-text');

/** Opens the report of a file and waits until it is there. */
async function open(uri: vscode.Uri): Promise<void> {
  await openReport(uri);
  await page.waitFor(`[data-state="done"]:has-text("${uri.path.split('/').at(-1)}")`);
  await page.waitFor('#details');
}

describe('What was chosen', () => {
  let one: vscode.Uri;
  let other: vscode.Uri;

  before(async () => {
    const bytes = readFileSync(sampleExport().fsPath);
    one = writeExport('remembered/one.csv', bytes);
    other = writeExport('remembered/other.csv', bytes);
    await open(one);
    await clearFilters();
    await page.click('#filters-button');
    await page.click('#filters .check:has(#filter-type-Partner)');
    await page.click('#filters-button');
    await chooseEntry('#view-by', 'tlsUsage');
    await page.click('#details .grid-head [data-column="tls1.0"] button');
    await page.fill('#details-search', '2026');
    await page.click('#columns-button');
    await page.click('[data-choose="forcedTls"] .check');
    await page.click('#columns-button');
    await page.click('#group-rows');
  });

  after(async () => {
    await page.click('#columns-button');
    await page.click('.reset-columns');
    await page.click('#columns-button');
    await clearFilters();
    await closeAllEditors();
  });

  const isAsChosen = async () => {
    assert.deepEqual(await chips(), ['Type: Partner', 'Rows with: 2026']);
    assert.equal(await page.attribute('.chart-panel', 'data-view-by'), 'tlsUsage');
    assert.equal(await page.attribute('#details .grid-head [data-column="tls1.0"]', 'aria-sort'), 'descending');
    assert.equal(await page.attribute('#group-rows', 'aria-pressed'), 'true');
    assert.ok(!(await titles()).includes('Forced TLS?'));
  };

  it('is still there when the tab was hidden', async () => {
    await openAsText(one);
    await openReport(one);
    await page.waitFor('#details');
    await isAsChosen();
  });

  it('is still there when the report was closed and is opened again', async () => {
    await closeAllEditors();
    await open(one);
    await isAsChosen();
  });

  it('is that of the file: another one starts anew, with the columns as they were arranged last', async () => {
    await closeAllEditors();
    await open(other);
    assert.deepEqual(await chips(), []);
    assert.equal(await page.attribute('.chart-panel', 'data-view-by'), 'mailFlow');
    assert.ok(!(await titles()).includes('Forced TLS?'));
  });

  it('does not open the flyout again', async () => {
    await closeAllEditors();
    await open(one);
    await page.click('#view-details');
    await page.waitFor('#flyout');
    await closeAllEditors();
    await open(one);
    await waitUntil(async () => (await page.count('#flyout')) === 0, 'no flyout');
    assert.equal(await focusedCell(), null);
    await isAsChosen();
    await page.click('#group-rows');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  });
});
