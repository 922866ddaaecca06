import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type * as vscode from 'vscode';
import { chooseEntry, clearFilters } from './detailsGrid';
import { closeAllEditors, openReport, REPORT_PAGE } from './editor';
import { receiveLog, workspaceFile, writeExport } from './exports';
import { waitUntil, webview, workbench } from './page';

const page = webview(REPORT_PAGE);
const input = '.quick-input-widget:not([style*="display: none"]) .quick-input-box input';

/** Chooses an entry of a chart's menu. */
async function choose(chart: string, entry: string): Promise<void> {
  await page.click(`#picture-${chart}`);
  await page.click(`.menu [data-entry="${entry}"]`);
}

/** Saves a chart under the name that is proposed, and returns what was written. */
async function saved(chart: string, format: 'svg' | 'png'): Promise<Buffer> {
  const target: vscode.Uri = workspaceFile(`pictures/RECV2026030225-1-${chart}.${format}`);
  await choose(chart, `save-${format}`);
  await waitUntil(async () => (await workbench.texts(input)).length === 1, 'the dialog');
  await workbench.key('Enter');
  await waitUntil(() => existsSync(target.fsPath) && readFileSync(target.fsPath).length > 0, `${target.path}`);
  await waitUntil(
    async () =>
      (await workbench.texts('.notification-toast')).some((text) => text.includes('The chart was written to')),
    'what was written',
  );
  return readFileSync(target.fsPath);
}

describe('Charts as pictures', () => {
  before(async () => {
    await openReport(writeExport('pictures/RECV2026030225-1.LOG', receiveLog(80, 20).text));
    await page.waitFor('[data-state="done"]');
    await clearFilters();
  });

  after(async () => {
    await chooseEntry('#view-by', 'mailFlow');
    await closeAllEditors();
  });

  it('are saved as SVG, with title, days and legend', async () => {
    const svg = (await saved('mail-flow', 'svg')).toString('utf8');
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    for (const text of ['Messages per day', '(UTC)', 'RECV2026030225-1.LOG', 'From connector - MX', '>100<']) {
      assert.ok(svg.includes(text), text);
    }
  });

  it('are saved as PNG, sharp and on white', async () => {
    await chooseEntry('#view-by', 'tlsUsage');
    await page.waitFor('#picture-tls-usage');
    const png = await saved('tls-usage', 'png');
    assert.equal(png.subarray(1, 4).toString(), 'PNG');
    assert.equal(png.readUInt32BE(16), 1920);
    const perDay = await saved('tls-per-day', 'svg');
    assert.match(perDay.toString(), /Share of TLS versions per day/);
  });

  it('are copied as SVG and as PNG', async () => {
    await choose('tls-usage', 'copy-svg');
    await page.waitFor('.chart-menu [role="status"]:text-is("Copied.")');
    assert.match(await page.clipboard(), /^<svg .*80\.00% \(80\)/s);
    await choose('tls-usage', 'copy-png');
    await waitUntil(
      () =>
        page.evaluate<boolean>(
          'return (await navigator.clipboard.read()).some(({ types }) => types.includes("image/png"))',
        ),
      'a picture on the clipboard',
    );
  });

  it('have a menu that works by keyboard, and the flyout has them too', async () => {
    await page.press('#picture-tls-usage', 'Enter');
    await page.waitFor('.menu');
    assert.deepEqual(await page.axe(), []);
    await workbench.key('Escape');
    await waitUntil(async () => (await page.count('.menu')) === 0, 'no menu');
    assert.equal(await page.evaluate('return document.activeElement?.id'), 'picture-tls-usage');
    await page.click('#view-details');
    await page.click('#picture-inbound');
    await page.waitFor('.menu');
    await workbench.screenshot('picture-menu');
    assert.deepEqual(await page.axe(), []);
    await workbench.key('Escape');
    await waitUntil(async () => (await page.count('.menu')) === 0, 'no menu');
    assert.equal(await page.count('#flyout'), 1, 'only the menu closes');
    await page.click('#flyout-close');
  });
});
