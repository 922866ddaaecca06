// The extension in VS Code's other extension host, a browser's worker: what it finds is what the engine finds in Node.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../vscode/paths.mjs';
import { inWebview } from '../vscode/webviewFrame.mjs';
import { screenshot } from '../vscode/workbenchSteps.mjs';
import { gzip, zip } from './archives.mjs';
import { engineReport } from './engineReport.mjs';
import { openFile, openWebWindow } from './window.mjs';

const reportPage = 'Connector report';

describe("In the browser's extension host", () => {
  /** @type {import('./window.mjs').WebWindow} */
  let window;
  /** @type {import('playwright-core').Page} */
  let page;

  before(async () => {
    window = await openWebWindow();
    page = window.watched.page;
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await screenshot(page, `failed-web-${this.currentTest.title}`);
    }
  });

  after(() => window?.close());

  /** A file of the workspace. @param {string} name @param {string | Uint8Array} content */
  function write(name, content) {
    const file = path.join(window.workspace, name);
    fs.writeFileSync(file, content);
    return file;
  }

  /** What a report's page shows. @template T @param {(frame: import('playwright-core').Frame) => Promise<T>} look */
  const inReport = (look) => inWebview(page, reportPage, look);

  it("an export's insight is in Problems, at its line", async () => {
    const file = write(
      'MTDetail_sample.csv',
      fs.readFileSync(path.join(root, 'media/sample/message-trace-sample.csv')),
    );
    const { insights } = await engineReport([file]);
    await openFile(page, 'MTDetail_sample.csv');
    await page.keyboard.press('Control+Shift+M');
    const row = page.locator('.markers-panel .monaco-list-row', { hasText: 'TLS1.0' }).first();
    await row.waitFor({ timeout: 30_000 });
    const text = (await row.textContent()) ?? '';
    assert.ok(text.includes(insights[0].message.slice(0, 100)), text);
    assert.ok(text.includes(`[Ln ${insights[0].line}, Col 1]`), text);
    await page.keyboard.press('Control+J');
  });

  it("the report has the engine's figures", async () => {
    const file = path.join(window.workspace, 'MTDetail_sample.csv');
    const [whole, week] = await Promise.all([engineReport([file]), engineReport([file], '--last-week')]);
    await page.locator('.editor-actions .action-label[aria-label^="Open Connector Report"]').click();
    await inReport(async (frame) => {
      await frame.locator('[data-state="done"]').waitFor({ timeout: 30_000 });
      for (const direction of ['inbound', 'outbound']) {
        const count = await frame.locator(`[data-direction="${direction}"] .count`).textContent();
        assert.equal(count, String(week.directions[direction].messages), direction);
      }
      const insight = await frame.locator('.insight[data-rule="inbound-partner-tls10"]').textContent();
      // The page shows the title as a heading, and what follows it as text.
      const [title, rest] = whole.insights[0].message.split(/: (.*)/s);
      assert.ok(insight?.includes(title) && insight.includes(rest), insight ?? '');
      const records = await frame.locator('#files [data-fact="records"]').textContent();
      assert.match(records ?? '', new RegExp(`\\b${whole.files[0].records}\\b`));
    });
    await screenshot(page, 'web-report');
  });

  it("a container's report leads to the proving line, with the lines around it", async () => {
    const sample = fs.readFileSync(path.join(root, 'media/sample/message-trace-sample.csv'));
    const file = write('packed.report.zip', zip([{ name: 'inner/trace.csv', bytes: sample }]));
    const { insights } = await engineReport([file]);
    await openFile(page, 'packed.report.zip');
    await inReport(async (frame) => {
      await frame.locator('[data-state="done"]').waitFor({ timeout: 30_000 });
      await frame.locator('.insight[data-rule="inbound-partner-tls10"] .proof').click();
    });
    const selected = page.locator('.monaco-editor .view-line', { hasText: 'TLS1_0' }).first();
    await selected.waitFor({ timeout: 30_000 });
    assert.equal(await page.locator('.tab.active').getAttribute('data-resource-name'), 'trace.csv');
    const status = (await page.locator('#status\\.editor\\.selection').textContent()) ?? '';
    assert.match(status, new RegExp(`Ln ${1 + Math.min(insights[0].line, 201)}\\b.*selected`));
    await screenshot(page, 'web-evidence');
  });

  it('reading a long file stops at Cancel, and begins again', async () => {
    const lines = fs.readFileSync(path.join(root, 'test/fixtures/protocol-log/receive.log'), 'utf8').split(/(?<=\n)/);
    const header = lines.filter((line) => line.startsWith('#')).join('');
    const sessions = lines.filter((line) => !line.startsWith('#')).join('');
    // Much to read in a file that VS Code for the Web takes: packed, in members of an archive as `cat` puts them together.
    const [first, further] = [header + sessions, sessions].map((text) =>
      gzip(Buffer.from(text + sessions.repeat(Math.ceil((20 << 20) / sessions.length))), 1),
    );
    const members = [first, ...Array.from({ length: 15 }, () => further)];
    const file = write('RECV.report.log.gz', Buffer.concat(members));
    await openFile(page, 'RECV.report.log.gz');
    /** @param {import('playwright-core').Frame} frame */
    const recordsIn = async (frame) =>
      Number(((await frame.locator('#files [data-fact="records"]').textContent()) ?? '').replace(/\D/g, ''));
    const expected = await engineReport([file]);
    const [{ records }] = expected.files;
    await inReport(async (frame) => {
      // Once there are figures: before that there is no file whose records could be counted.
      await frame.locator('[data-state="reading"] .direction .count').first().waitFor({ timeout: 30_000 });
      await frame.locator('#progress #cancel').click();
      await frame.locator('[data-state="done"] #cancelled').waitFor({ timeout: 30_000 });
      const read = await recordsIn(frame);
      assert.ok(read < records, `${read} of ${records}: Cancel stops reading before the end`);
    });
    await inReport(async (frame) => {
      await frame.locator('#read-again').first().click();
      await frame.locator('[data-state="done"]:not(:has(#cancelled))').waitFor({ timeout: 60_000 });
      assert.equal(await recordsIn(frame), records);
    });
  });

  it('what ran is the part for browsers, and no page made an error', () => {
    assert.ok(window.asked.includes('dist/web/extension.js') && window.asked.includes('dist/web/readingWorker.js'));
    assert.ok(!window.asked.includes('dist/extension.js'), window.asked.join(', '));
    assert.deepEqual(
      window.watched.consoleErrors.filter(({ webview }) => webview),
      [],
    );
    assert.deepEqual(window.watched.outside.webview, []);
  });
});
