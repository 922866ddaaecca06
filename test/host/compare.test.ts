import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { compare } from '../../src/core/compare/compare';
import { comparisonMarkdown } from '../../src/core/compare/comparisonMarkdown';
import { snapshotOf } from '../../src/core/compare/snapshot';
import { ENGLISH_WORDING } from '../../src/core/report/wording';
import { closeAllEditors, engineReport, openReport, REPORT_PAGE } from './editor';
import { workspaceFile, writeExport } from './exports';
import { waitUntil, webview, workbench } from './page';
import { plantedExport } from './plantedExport';

const page = webview(REPORT_PAGE);
const rows = '.quick-input-list .monaco-list-row';
const markdown = async () => {
  await page.click('#comparison-copy');
  await page.waitFor('#comparison [role="status"]:text-is("Copied.")');
  return page.clipboard();
};
const close = async () => {
  await page.click('#comparison-close');
  await waitUntil(async () => (await page.count('#comparison')) === 0, 'the panel gone');
};

describe('Compare with', () => {
  let uri: vscode.Uri;
  let earlier: vscode.Uri;

  before(async () => {
    uri = plantedExport('compare/MTDetail_now.csv');
    earlier = plantedExport('compare/MTDetail_before.csv', 8);
    await openReport(uri);
    await page.waitFor('#compare');
  });

  after(closeAllEditors);

  it('asks what with: earlier days, other open reports, a file', async () => {
    await page.click('#compare');
    await waitUntil(async () => (await workbench.texts(rows)).some((row) => row.includes('A file…')), 'the choice');
    const entries = (await workbench.texts(rows)).join(' | ');
    assert.match(entries, /The week before.*The first week.*The first half of the days.*Other days…/);
    await workbench.screenshot('compare-choice', { width: 1500, height: 1000 });
    await workbench.key('Enter');
    await page.waitFor('#comparison');
    assert.match(await page.text('#compared'), /Now: MTDetail_now\.csv, 2026-03-16 to 2026-03-22/);
    assert.match(await page.text('#compared'), /Before: MTDetail_now\.csv, 2026-03-09 to 2026-03-15/);
    const row = '#comparison tr[data-name="Fabrikam"]';
    assert.equal(await page.attribute(row, 'data-change'), 'improved');
    assert.deepEqual(await page.axe(), []);
    await workbench.screenshot('compare-weeks', { width: 1500, height: 1000 });
    await close();
  });

  it('holds two exports against each other as the engine does, and copies that', async () => {
    await vscode.commands.executeCommand('mailFlow.compare', uri, earlier);
    await page.waitFor('#comparison');
    const [before, now] = [await engineReport(earlier), await engineReport(uri)].map(snapshotOf);
    assert.ok(before && now);
    assert.equal(await markdown(), comparisonMarkdown(compare(before, now), ENGLISH_WORDING, 'en'));
    await close();
  });

  it('takes a report that was saved as JSON', async () => {
    const saved = workspaceFile('compare/before.json');
    await vscode.commands.executeCommand('mailFlow.exportReport', earlier, {
      format: 'json',
      isRedacted: false,
      target: saved,
    });
    await vscode.commands.executeCommand('mailFlow.compare', uri, saved);
    await page.waitFor('#comparison');
    assert.match(await page.text('#compared'), /Before: before\.json, 2026-03-02 to 2026-03-09/);
    await close();
  });

  it('compares two periods of days, and stays when the page is hidden', async () => {
    const given = { before: '2026-03-02 to 2026-03-03', now: '2026-03-21 to 2026-03-22' };
    await vscode.commands.executeCommand('mailFlow.compare', uri, given);
    await page.waitFor('#comparison');
    assert.match(await page.text('#compared'), /2026-03-21 to 2026-03-22.*2026-03-02 to 2026-03-03/);
    await vscode.commands.executeCommand('vscode.open', earlier);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await page.waitFor('#comparison');
    await close();
  });

  it('says so where nothing can be made of a file', async () => {
    const text = writeExport('compare/notes.json', '{"notes": "Dear colleague"}');
    await vscode.commands.executeCommand('notifications.clearAll');
    void vscode.commands.executeCommand('mailFlow.compare', uri, text);
    await waitUntil(
      async () => (await workbench.texts('.notification-toast')).some((toast) => toast.includes('notes.json')),
      'the message',
    );
    // It would lie over what later tests click on.
    await waitUntil(async () => {
      await vscode.commands.executeCommand('notifications.clearAll');
      return (await workbench.texts('.notification-toast')).length === 0;
    }, 'no message');
    assert.equal(await page.count('#comparison'), 0);
  });
});
