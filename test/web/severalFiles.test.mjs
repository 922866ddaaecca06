// Reports of several files in a workspace of two folders, in a browser's extension host, and after its window was loaded again.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../vscode/paths.mjs';
import { inWebview } from '../vscode/webviewFrame.mjs';
import { screenshot } from '../vscode/workbenchSteps.mjs';
import { engineReport } from './engineReport.mjs';
import { openWebWindow } from './window.mjs';

const sample = path.join(root, 'media/sample/message-trace-sample.csv');
const log = path.join(root, 'test/fixtures/protocol-log/receive.log');

describe('A report of several files, in a workspace of two folders', () => {
  /** @type {import('./window.mjs').WebWindow} */
  let window;
  /** @type {import('playwright-core').Page} */
  let page;
  /** @type {string[]} */
  let files;

  before(async () => {
    window = await openWebWindow(['north', 'south']);
    page = window.watched.page;
    files = [path.join(window.workspace, 'north/trace.csv'), path.join(window.workspace, 'south/logs/receive.log')];
    fs.mkdirSync(path.join(window.workspace, 'south/logs'));
    fs.copyFileSync(sample, files[0] ?? '');
    fs.copyFileSync(log, files[1] ?? '');
    fs.writeFileSync(path.join(window.workspace, 'south/notes.txt'), 'Dear colleague');
    // Menus are the extension's only once VS Code knows it.
    await page.locator('.activitybar .action-label[aria-label="Mail Flow"]').waitFor({ timeout: 60_000 });
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await screenshot(page, `failed-web-${this.currentTest.title}`);
    }
  });

  after(() => window?.close());

  /** A folder in the Explorer. @param {string} name */
  const folder = (name) => page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });

  /** @param {string} name @param {string} entry */
  async function chooseInMenu(name, entry) {
    await folder(name).click({ button: 'right' });
    const labels = page.locator('.monaco-menu .action-label');
    await labels.filter({ hasText: entry }).waitFor();
    // A menu takes no notice of the mouse until some time after it opened.
    while ((await page.locator('.monaco-menu .action-item.focused', { hasText: entry }).count()) === 0) {
      await labels.first().hover();
      await labels.filter({ hasText: entry }).hover();
    }
    await page.keyboard.press('Enter');
  }

  /** What the report that is in front shows. @template T @param {(frame: import('playwright-core').Frame) => Promise<T>} look */
  const inReport = (look) => inWebview(page, 'Connector report', look);

  /** @param {string} title @param {readonly string[]} from Files whose report it has to be. */
  async function showsReport(title, from) {
    await page.locator('.tab.active', { hasText: title }).waitFor({ timeout: 60_000 });
    const { files: expected, directions } = await engineReport([...from], '--last-week');
    await inReport(async (frame) => {
      await frame.locator(`[data-state="done"]:has(.source bdi:text-is("${title}"))`).waitFor({ timeout: 60_000 });
      const used = await frame.locator('#files > ul [data-fact="used"]').allTextContents();
      const counts = used.map((text) => text.replace(/\D/g, ''));
      assert.deepEqual(
        counts,
        expected.map((/** @type {{ used: number }} */ file) => String(file.used)),
      );
      for (const direction of ['inbound', 'outbound']) {
        const count = await frame.locator(`[data-direction="${direction}"] .count`).textContent();
        assert.equal(count?.replace(/\D/g, ''), String(directions[direction].messages), direction);
      }
    });
  }

  it('is of a folder', async () => {
    await chooseInMenu('south', 'Analyze Mail Flow in Folder');
    await showsReport('south', files.slice(1));
    await inReport(async (frame) => {
      assert.match((await frame.locator('#no-exports').textContent()) ?? '', /south\/notes\.txt.*Dear colleague/);
    });
  });

  it('is of both folders', async () => {
    await folder('north').click();
    await folder('south').click({ modifiers: ['Control'] });
    await chooseInMenu('south', 'Analyze Selected Files');
    await showsReport('2 files', files);
    await screenshot(page, 'web-two-folders');
  });

  it('is there again when the window was loaded again, as it was left', async () => {
    await inReport((frame) => frame.locator('#view-by').selectOption('tlsUsage'));
    await reloadWindow();
    await showsReport('2 files', files);
    await inReport((frame) => frame.locator('.chart-panel[data-view-by="tlsUsage"]').waitFor());
    await page.locator('.tab', { hasText: 'south' }).click();
    await showsReport('south', files.slice(1));
    await screenshot(page, 'web-restored');
  });

  it('leads the reader who drilled down back to the lines, and those to their file', async () => {
    /** @type {(frame: import('playwright-core').Frame) => Promise<string>} */
    const way = async (frame) => (await frame.locator('.breadcrumb li bdi').allTextContents()).join(' › ');
    const before = await inReport(async (frame) => {
      await frame.locator('#all-days').click();
      await frame.locator('#details [data-row="0"] [data-column="connector"] .drill-mark').click();
      await frame.locator('#show-lines').click();
      await frame.locator('.line-list li').first().waitFor();
      return way(frame);
    });
    await reloadWindow();
    await showsReport('south', files.slice(1));
    await inReport(async (frame) => {
      await frame.locator('.line-list li:first-child code:not(.muted)').waitFor({ timeout: 60_000 });
      assert.equal(await way(frame), before);
      await screenshot(page, 'web-restored-drill-down');
      await frame.locator('.line-list li:first-child button').click();
    });
    await page.locator('.tab.active', { hasText: 'receive.log' }).waitFor({ timeout: 30_000 });
  });

  /** Loads VS Code's window again, as a reader does. */
  async function reloadWindow() {
    await page.keyboard.press('F1');
    await page.keyboard.type('Developer: Reload Window');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Reload Window' }).first().waitFor();
    await Promise.all([page.waitForEvent('load', { timeout: 60_000 }), page.keyboard.press('Enter')]);
    await page.locator('.explorer-folders-view').waitFor({ timeout: 60_000 });
  }

  it('made no error on a page', () => {
    assert.deepEqual(
      window.watched.consoleErrors.filter(({ webview }) => webview),
      [],
    );
  });
});
