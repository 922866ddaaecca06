import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { allLines, chips } from './detailsGrid';
import { closeAllEditors, openReport, REPORT_PAGE } from './editor';
import { receiveLogPart, writeExport } from './exports';
import { waitUntil, webview } from './page';
import { onSampleReport } from './sampleReport';

const page = webview(REPORT_PAGE);
const title = (column: string) => `#details .grid-head [data-column="${column}"]`;
const cell = (row: number, column: string) => `#details [data-row="${row}"] [data-column="${column}"]`;
const titles = () => page.texts('#details .grid-head .sort-text');
const widthOf = (column: string) =>
  page.evaluate<number>('return document.querySelector(arg).getBoundingClientRect().width', title(column));
const copied = (text: string) => waitUntil(async () => (await page.clipboard()) === text, `"${text}" copied`);
const hasFocus = (selector: string) =>
  waitUntil(() => page.evaluate<boolean>('return document.activeElement?.matches(arg) ?? false', selector), selector);

/** Opens the menu of an element of the details table and chooses an entry. */
async function choose(selector: string, entry: string): Promise<void> {
  await page.click(selector, { button: 'right' });
  await page.click(`.menu [data-entry="${entry}"]`);
}

/** Presses what shows the rest of a list. */
async function showAll(button: string, rows: string, before: number, after: number): Promise<void> {
  await page.waitFor(button);
  assert.equal(await page.count(rows), before);
  await page.click(button);
  await waitUntil(async () => (await page.count(rows)) === after, `${after} ${rows}`);
  assert.equal(await page.count(button), 0);
}

describe('Menus of the details table', () => {
  onSampleReport();

  it('sort by a title', async () => {
    await choose(`${title('volume')} button`, 'sort-ascending');
    assert.equal(await page.attribute(title('volume'), 'aria-sort'), 'ascending');
    const volumes = (await allLines()).map((line) => Number(line.volume?.replace(/\D/g, '')));
    assert.deepEqual(
      volumes,
      [...volumes].sort((a, b) => a - b),
    );
    await choose(`${title('volume')} button`, 'sort-descending');
    assert.equal(await page.attribute(title('volume'), 'aria-sort'), 'descending');
    await choose(`${title('volume')} button`, 'sort-reset');
    assert.equal(await page.attribute(title('date'), 'aria-sort'), 'descending');
  });

  it('pin, hide and widen a column, and take that back', async () => {
    const pinned = '.grid-head .pinned [data-column="type"]';
    await choose(`${title('type')} button`, 'pin');
    await page.waitFor(pinned);
    await choose(`${title('type')} button`, 'pin');
    await waitUntil(async () => (await page.count(pinned)) === 0, 'no longer pinned');
    const usual = await widthOf('type');
    await choose(`${title('type')} button`, 'wider');
    await waitUntil(async () => (await widthOf('type')) === usual + 16, 'wider');
    await choose(`${title('type')} button`, 'narrower');
    await choose(`${title('type')} button`, 'narrower');
    await waitUntil(async () => (await widthOf('type')) === usual - 16, 'narrower');
    await choose(`${title('type')} button`, 'usual-width');
    await waitUntil(async () => (await widthOf('type')) === usual, 'the usual width');
    const all = await titles();
    await choose(`${title('forcedTls')} button`, 'hide');
    await waitUntil(async () => !(await titles()).includes('Forced TLS?'), 'the column hidden');
    await page.click('#columns-button');
    await page.click('[data-choose="type"] .icon-button');
    await page.waitFor(pinned);
    await page.click('.reset-columns');
    await page.click('#columns-button');
    assert.deepEqual(await titles(), all);
    assert.equal(await page.count(pinned), 0);
  });

  it('copy a cell and rows, and select a row', async () => {
    const [first] = await allLines();
    const row = Object.values(first ?? {});
    await choose(cell(0, 'connector'), 'copy');
    await copied(first?.connector ?? '');
    await choose(cell(0, 'connector'), 'copy-row');
    await copied(row.join('\t'));
    await choose(cell(0, 'connector'), 'copy-markdown-rows');
    await copied(`| ${first?.connector} |\n`);
    await choose(cell(0, 'connector'), 'select-row');
    await waitUntil(async () => (await page.count('#details .grid-cell.selected')) === row.length, 'the row');
    await page.click(cell(1, 'date'));
  });

  it('are beside a search that a link clears', async () => {
    await page.fill('#details-search', 'nowhere to be found');
    await page.click('.clear-search');
    await hasFocus('#details-search');
    assert.ok((await allLines()).length > 0);
  });

  it('are beside filters by direction', async () => {
    await page.click('#filters-button');
    await page.click('#filters .check:has(input[value="outbound"])');
    await waitUntil(async () => (await chips()).join() === 'Direction: Outbound', 'outbound');
    assert.ok((await allLines()).every((line) => line.connector?.startsWith('To ')));
    await page.click('#filters .check:has(input[value="both"])');
    await waitUntil(async () => (await chips()).length === 0, 'both directions');
    await page.press('#filters', 'Escape');
    await hasFocus('#filters-button');
  });
});

describe('What there is much of', () => {
  const names = Array.from({ length: 27 }, (_, index) => String(index).padStart(2, '0'));

  afterEach(closeAllEditors);

  it('is shown in part until the rest is asked for: trends and insights; problems are led to', async () => {
    const days = Array.from({ length: 14 }, (_, index) => `2026-03-${String(index + 1).padStart(2, '0')}`);
    const rows = names.slice(0, 13).flatMap((name, index) => {
      const old = index < 3 ? 20 : 0;
      return days.map((day) => `${day},From your partner - P${name},Partner,No,0%,${old}%,0%,${100 - old}%,0%,100`);
    });
    const header =
      'Date,Connector direction and name,Connector type,Forced TLS?,No TLS,TLS 1.0,TLS 1.1,TLS 1.2,TLS 1.3,Volume';
    const text = [header, ...rows, 'no day,From your partner - P00,Partner,No,0%,0%,0%,100%,0%,9', ''].join('\r\n');
    await openReport(writeExport('controls/many.csv', text));
    await page.waitFor('[data-state="done"]');
    await showAll('#show-all-trends', '#trend tbody tr:not(.of-direction)', 12, 13);
    await page.click('.show-all-insights');
    await waitUntil(async () => (await page.count('.insight-list > .insight')) > 2, 'all insights');
    await hasFocus('.insight:nth-child(2) vscode-button');
    await page.click('.silent-rules summary');
    await page.waitFor('.silent-rules li >> nth=0');
    await page.click('.show-problems');
    await hasFocus('#files-heading');
    assert.match(await page.text('#files .problems'), /Line 184: .*no day/);
    assert.deepEqual(await page.axe(), []);
  });

  it('is shown in part until the rest is asked for: files', async () => {
    for (const name of names) {
      writeExport(`controls/files/${name}.log`, receiveLogPart(5, 1, 0).text.replaceAll(',05DC', `,${name}DC`));
      writeExport(`controls/files/${name}.txt`, 'Dear colleague\n');
    }
    const folder = writeExport('controls/files/notes.txt', 'Dear colleague\n');
    await vscode.commands.executeCommand('mailFlow.analyzeFolder', vscode.Uri.joinPath(folder, '..'));
    await page.waitFor('[data-state="done"]:has(.source bdi:text-is("files"))');
    await showAll('#show-all-files', '#files > .file-list > li', 25, 27);
    await page.click('#no-exports summary');
    await showAll('#show-all-no-exports', '#no-exports li', 25, 28);
  });

  it('is shown in part until the rest is asked for: SMTP AUTH clients', async () => {
    const rows = names.map((name) => `client${name}@contoso.example,contoso.example,0,0,7,3,10`);
    const header = 'SenderAddress,Domain,Tls10Count,Tls11Count,Tls12Count,Tls13Count,MessageCount';
    await openReport(writeExport('controls/clients.csv', [header, ...rows, ''].join('\r\n')));
    // One row more: all clients together.
    await showAll('#show-all-clients', '#smtp-auth-clients tbody tr', 26, 28);
  });

  it('is shown in part until the rest is asked for: SMTP TLS reports', async () => {
    const reports = names.map((name) =>
      JSON.stringify({
        'organization-name': `Partner ${name}`,
        'date-range': { 'start-datetime': '2026-03-02T00:00:00Z', 'end-datetime': '2026-03-02T23:59:59Z' },
        'contact-info': 'tls@fabrikam.example',
        'report-id': name,
        policies: [
          {
            policy: { 'policy-type': 'sts', 'policy-string': [], 'policy-domain': 'contoso.example' },
            summary: { 'total-successful-session-count': 5, 'total-failure-session-count': 0 },
          },
        ],
      }),
    );
    await openReport(writeExport('controls/reports.ndjson', `${reports.join('\n')}\n`));
    await showAll('#show-all-tls-reports', '#tls-reports tbody tr', 25, 27);
  });

  it('can be copied as it is read: proving lines', async () => {
    const { text } = receiveLogPart(6, 0, 3);
    await openReport(writeExport('controls/RECV2026030500-1.LOG', text));
    await page.waitFor('[data-state="done"]');
    await page.click(`${cell(0, 'tls1.0')} .drill`);
    await page.click('#show-lines');
    await page.waitFor('.line-list li:last-child code:not(.muted)');
    await page.click('#drill-copy-lines');
    await page.click('.menu [data-entry="copy-all"]');
    await waitUntil(async () => (await page.clipboard()).split('\n').length >= 4, 'the lines');
    const [head = '', ...lines] = (await page.clipboard()).trim().split('\n');
    assert.equal(head, 'Line\tText');
    assert.equal(lines.length, 3);
    assert.ok(lines.every((line) => line.includes('SP_PROT_TLS1_0_SERVER')));
    await page.click('.line-list li:first-child button', { button: 'right' });
    await page.click('.menu [data-entry="copy-row-markdown"]');
    await waitUntil(async () => (await page.clipboard()).startsWith('| Line'), 'the row as Markdown');
    await page.click('#drill-close');
  });
});
