import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { allLines, chips, chooseEntry, focusedCell } from './detailsGrid';
import { closeDrillDown, crumbs, drilledMessages, drillRows, numberIn, waitForPeers } from './drillDown';
import { closeAllEditors, openAsText, openReport, REPORT_PAGE, WIDGET_PAGE } from './editor';
import { receiveLog, receiveLogPart, sampleExport, writeExport } from './exports';
import { waitUntil, webview, workbench } from './page';
import { onSampleReport } from './sampleReport';

const page = webview(REPORT_PAGE);
const cell = (row: number, column: string) => `#details [data-row="${row}"] [data-column="${column}"]`;
const focused = () =>
  page.evaluate<string>('return document.activeElement?.closest("[data-name]")?.dataset.name ?? ""');

/** The first row of the details table with messages of a connector's kind in a state; opens the panel by its cell. */
async function drillInto(kind: RegExp, column: string): Promise<{ readonly row: number; readonly messages: number }> {
  const lines = await allLines();
  const row = lines.findIndex((line) => kind.test(line.connector ?? '') && / \([^0]/.test(line[column] ?? ''));
  assert.ok(row >= 0, `no such row: ${kind} ${column}`);
  // Rows are drawn as they are scrolled to.
  await page.evaluate('document.querySelector("#details").scrollTop = 28 * Math.max(0, arg - 3)', row);
  await page.click(`${cell(row, column)} .drill`);
  await page.waitFor('#drill-peers');
  return { row, messages: numberIn(lines[row]?.[column]?.replace(/.*\(/, '')) };
}

describe('Drill-down', () => {
  onSampleReport();

  before(() => page.click('#all-days'));

  it('leads from a TLS cell to the hosts of just its messages', async () => {
    const { row, messages } = await drillInto(/without a connector/, 'tls1.2');
    const [line] = (await allLines()).slice(row);
    assert.deepEqual(await crumbs(), ['All connectors', line?.connector, 'TLS 1.2']);
    assert.deepEqual(await drilledMessages(), { said: messages, listed: messages });
    assert.equal(await page.attribute('#drill-messages', 'data-start'), line?.date);
    assert.equal(await page.evaluate('return document.activeElement?.id'), 'drill-place');
    assert.deepEqual(await page.axe(), []);
    await closeDrillDown();
    assert.deepEqual(await focusedCell(), [row, 'tls1.2'], 'the focus returns');
  });

  it('opens with Enter and from the menu of a cell, not where nothing is counted', async () => {
    await page.click(cell(0, 'connector'));
    await workbench.key('Enter');
    await waitForPeers((await allLines())[0]?.connector ?? '');
    await closeDrillDown();
    await page.click(cell(0, 'connector'), { button: 'right' });
    await page.click('.menu [data-entry="show-hosts"]');
    await page.waitFor('#drill-peers');
    await closeDrillDown();
    await page.click(cell(0, 'date'), { button: 'right' });
    await page.waitFor('.menu');
    assert.equal(await page.count('.menu [data-entry="show-hosts"]'), 0);
    await workbench.key('Escape');
    await page.click(cell(0, 'date'));
    await workbench.key('Enter');
    assert.equal(await page.count('#drill-down'), 0);
  });

  it('goes on to senders and to lines with their text; a click opens the file there', async () => {
    await drillInto(/partner/, 'tls1.0');
    const [host] = await drillRows();
    await page.press('.drill-table tbody tr:first-child .link', 'Enter');
    await waitForPeers(host?.host ?? '');
    const { said, listed } = await drilledMessages();
    assert.equal(said, numberIn(host?.messages));
    assert.equal(listed, said);
    const [sender] = await drillRows();
    assert.ok(host?.sender?.includes(sender?.sender ?? '-'));
    await page.click('.drill-table tbody tr:first-child .link');
    await waitForPeers(sender?.sender ?? '');
    const first = '.line-list li:first-child';
    await page.waitFor(`${first} code:not(.muted)`);
    const line = Number(await page.attribute(first, 'data-line'));
    const text = readFileSync(sampleExport().fsPath, 'utf8').split('\r\n')[line - 1] ?? '';
    assert.match(text, /TLS1_0/);
    assert.equal((await page.text(`${first} code`)).slice(0, 100), text.slice(0, 100));
    assert.deepEqual(await page.axe(), []);
    for (const width of [400, 800, 1600]) {
      await workbench.screenshot(`drill-lines-${width}`, { width, height: 1100 });
    }
    await page.click(`${first} button`);
    await waitUntil(() => vscode.window.activeTextEditor?.selection.active.line === line - 1, 'the proving line');
  });

  it('is still there when one comes back from the file', async () => {
    await openReport(sampleExport());
    await page.waitFor('#drill-peers');
    assert.equal((await crumbs()).length, 5);
    await page.waitFor('.line-list li');
  });

  it('goes back step by step, and the focus to where it came from', async () => {
    const way = await crumbs();
    await page.click('#drill-back');
    await waitForPeers(way[3] ?? '');
    await waitUntil(async () => (await focused()) === way[4], 'focus on the sender');
    await workbench.key('Alt+ArrowLeft');
    await waitForPeers('TLS 1.0');
    await waitUntil(async () => (await focused()) === way[3], 'focus on the host');
    await page.click('.breadcrumb li:first-child .link');
    await page.waitFor('.drill-table[data-table="connectors"]');
    assert.equal(await page.attribute('#drill-back', 'disabled'), '');
    const { said, listed } = await drilledMessages();
    assert.equal(listed, said);
    await closeDrillDown();
  });

  it('shows other states and days', async () => {
    await drillInto(/partner/, 'tls1.0');
    const day = await page.attribute('#drill-messages', 'data-start');
    await page.selectOption('#drill-tls', 'all');
    await waitUntil(async () => (await crumbs()).length === 2, 'all states');
    await page.waitFor('#drill-peers');
    const ofDay = await drilledMessages();
    assert.equal(ofDay.listed, ofDay.said);
    assert.ok((await drillRows()).every((row) => row.tls !== undefined));
    const all = await page.texts('#drill-days option');
    assert.deepEqual([all[0], all.length], [day, 2], 'the day, and all days, which are shown');
    await page.selectOption('#drill-days', all[1] ?? '');
    await waitUntil(async () => (await page.attribute('#drill-messages', 'data-start')) !== day, 'all days');
    await page.waitFor('#drill-peers');
    const ofAll = await drilledMessages();
    assert.equal(ofAll.listed, ofAll.said);
    assert.ok(ofAll.said > ofDay.said);
    await closeDrillDown();
  });

  it('is sorted by its titles, moved through by arrows and copied', async () => {
    await page.click('#group-rows');
    await page.click('#details [data-row="0"] [data-column="tls1.2"] .drill');
    await page.waitFor('#drill-peers');
    const title = '.drill-table thead [data-column="host"] button';
    await page.press(title, 'Enter');
    assert.equal(await page.attribute('.drill-table thead [data-column="host"]', 'aria-sort'), 'ascending');
    const hosts = (await drillRows()).map((row) => row.host ?? '');
    const { compare } = new Intl.Collator('en', { numeric: true });
    assert.deepEqual(hosts, [...hosts].sort(compare));
    assert.ok(hosts.length > 1);
    assert.equal(await page.count('.drill-table tbody [tabindex="-1"]'), hosts.length - 1, 'one stop for Tab');
    await page.press('.drill-table tbody tr:first-child .link', 'ArrowDown');
    assert.equal(await focused(), hosts[1]);
    const row = Object.values((await drillRows())[1] ?? {});
    await workbench.key('Control+c');
    await waitUntil(async () => (await page.clipboard()) === row.join('\t'), 'the row copied');
    await page.click('#drill-copy');
    await page.waitFor('.menu');
    assert.deepEqual(await page.axe(), []);
    await page.click('.menu [data-entry="copy-all-markdown"]');
    await waitUntil(async () => (await page.clipboard()).startsWith('| Remote host | '), 'all rows as Markdown');
    assert.equal((await page.clipboard()).trim().split('\n').length, hosts.length + 2);
    await page.click('.drill-table tbody tr:first-child td[data-column="messages"]', { button: 'right' });
    await page.click('.menu [data-entry="copy-row-headers"]');
    await waitUntil(async () => (await page.clipboard()).startsWith('Remote host\t'), 'a row with titles');
    assert.equal(await page.count('#drill-down'), 1);
    await closeDrillDown();
    await page.click('#group-rows');
  });

  it('opens from an insight, at the messages it is about', async () => {
    const rule = '[data-rule="inbound-partner-tls10"]';
    await page.click(`${rule} .show-hosts`);
    await waitForPeers('TLS 1.0');
    const [said] = (await page.text('#drill-messages')).split(' message');
    assert.ok((await page.text(rule)).includes(`${said} of`), said);
    await closeDrillDown();
    assert.equal(await page.evaluate('return document.activeElement?.className'), 'show-hosts');
  });

  it('opens from the TLS usage and the total, at the connectors', async () => {
    await chooseEntry('#view-by', 'tlsUsage');
    const row = '.chart-panel tr[data-tls="tls1.0"]';
    const messages = numberIn(await page.text(`${row} td`));
    await page.click(`${row} .show-hosts`);
    await page.waitFor('.drill-table[data-table="connectors"]');
    assert.deepEqual(await drilledMessages(), { said: messages, listed: messages });
    const [connector] = await drillRows();
    await page.click('.drill-table tbody tr:first-child .link');
    await waitForPeers('TLS 1.0');
    assert.equal((await drilledMessages()).listed, numberIn(connector?.messages));
    await closeDrillDown();
    await chooseEntry('#view-by', 'mailFlow');
    await page.click('#details .grid-foot [data-column="tls1.0"] .drill');
    await page.waitFor('.drill-table[data-table="connectors"]');
    assert.deepEqual(await drilledMessages(), { said: messages, listed: messages });
    await closeDrillDown();
  });

  it('asks again when the file has been read again', async () => {
    await drillInto(/partner/, 'tls1.0');
    const before = await drillRows();
    await vscode.commands.executeCommand('mailFlow.readAgain');
    await page.waitFor('[data-state="done"]');
    await page.waitFor('#drill-peers');
    assert.deepEqual(await drillRows(), before);
    await closeDrillDown();
  });

  it('is closed with the tab', async () => {
    await drillInto(/partner/, 'tls1.0');
    await closeAllEditors();
    await openReport(sampleExport());
    await page.waitFor('[data-state="done"]');
    await page.waitFor('#details');
    assert.equal(await page.count('#drill-down'), 0);
  });
});

describe('Drill-down of other exports', () => {
  afterEach(closeAllEditors);

  it('shows more lines as they are asked for', async () => {
    const log = writeExport('logs/RECV2026030222-1.LOG', receiveLog(0, 450).text);
    await openReport(log);
    await page.waitFor('[data-state="done"]');
    await page.click(`${cell(0, 'tls1.0')} .drill`);
    await page.waitFor('#drill-peers');
    assert.deepEqual(await drilledMessages(), { said: 450, listed: 450 });
    assert.equal(await page.count('#drill-search'), 0, 'three hosts need no search');
    const [first] = await drillRows();
    assert.equal(first?.names, 'mail.fabrikam.example', 'by EHLO');
    await page.click('.drill-table tbody tr:first-child td[data-column="messages"]', { button: 'right' });
    await page.click('.menu [data-entry="copy-row-headers"]');
    await waitUntil(async () => (await page.clipboard()).startsWith('Remote host\tCalls itself\t'), 'names are copied');
    assert.match(await page.clipboard(), /\n203\.0\.113\.\d\tmail\.fabrikam\.example\t/);
    await workbench.screenshot('drill-names');
    await page.click('.drill-table tbody tr:first-child .link');
    await waitForPeers(first?.host ?? '');
    assert.equal(await page.text('#drill-names'), 'Calls itself: mail.fabrikam.example');
    assert.deepEqual(await page.axe(), []);
    await workbench.screenshot('drill-host-names');
    await workbench.key('Alt+ArrowLeft');
    await waitForPeers('TLS 1.0');
    await page.click('#show-lines');
    await waitUntil(async () => (await page.count('.line-list li')) === 200, '200 lines');
    await page.click('#more-lines');
    await waitUntil(async () => (await page.count('.line-list li')) === 400, '400 lines');
    await page.click('#more-lines');
    await waitUntil(async () => (await page.count('.line-list li')) === 450, 'all lines');
    assert.equal(await page.count('#more-lines'), 0);
    await page.waitFor('.line-list li:last-child code:not(.muted)');
    assert.match(await page.text('.line-list li:last-child code'), /SP_PROT_TLS1_0_SERVER/);
    await openAsText(log);
  });

  it('says that an aggregated export tells no hosts, and shows its rows', async () => {
    const rows = [
      'Date,Connector direction and name,Connector type,Forced TLS?,No TLS,TLS 1.0,TLS 1.1,TLS 1.2,TLS 1.3,Volume',
      '2026-03-08,From your partner - Contoso,Partner,No,0%,25%,0%,75%,0%,400',
    ];
    await openReport(writeExport('connectors/details.csv', `${rows.join('\r\n')}\r\n`));
    await page.waitFor('[data-state="done"]');
    await page.click(`${cell(0, 'tls1.0')} .drill`);
    await page.waitFor('#drill-peers');
    assert.match(
      await page.text('[data-note="aggregated"]'),
      /^≈\s?100 messages are known from an aggregated report only/,
    );
    assert.equal(await page.count('.drill-table'), 0);
    await page.waitFor('.line-list code:not(.muted)');
    assert.equal(await page.text('.line-list code'), rows[1]);
    assert.deepEqual(await page.axe(), []);
    await workbench.screenshot('drill-aggregated');
  });

  it('shows names from a file as text', async () => {
    const text = receiveLog(0, 20).text.replaceAll('ann@fabrikam', 'ann@<img src=x onerror=alert(1)>');
    await openReport(writeExport('logs/RECV2026030223-1.LOG', text));
    await page.waitFor('[data-state="done"]');
    await page.click(`${cell(0, 'tls1.0')} .drill`);
    await page.waitFor('#drill-peers');
    await page.click('.drill-table tbody tr:first-child .link');
    await page.waitFor('.line-list li:first-child code:not(.muted)');
    assert.equal(await page.count('img'), 0);
  });
});

describe('Drill-down of several exports', () => {
  const line = (position: number) => `.line-list li:nth-child(${position})`;
  const firsts = [receiveLogPart(1, 4, 2).firstTls10Line, receiveLogPart(2, 9, 3).firstTls10Line];
  let files: readonly vscode.Uri[];

  before(() => {
    files = [
      writeExport('drill/one/RECV2026030300-1.LOG', receiveLogPart(1, 4, 2).text),
      writeExport('drill/two/RECV2026030300-1.LOG', receiveLogPart(2, 9, 3).text),
    ];
  });

  afterEach(closeAllEditors);

  /** Opens the lines of TLS 1.0 of the one connector there is, and looks at where they lead. */
  async function leadsToBothFiles(): Promise<void> {
    await page.click(`${cell(0, 'tls1.0')} .drill`);
    await page.waitFor('#drill-peers');
    assert.deepEqual(await drilledMessages(), { said: 5, listed: 5 });
    await page.click('#show-lines');
    await waitUntil(async () => (await page.count('.line-list li')) === 5, 'the lines');
    assert.equal(await page.evaluate('return document.activeElement?.id'), 'drill-lines-heading');
    const places = await page.texts('.line-list .line-number');
    for (const [position, uri] of files.entries()) {
      const index = position === 0 ? 0 : 2;
      const path = vscode.workspace.asRelativePath(uri);
      assert.ok(
        places[index]?.startsWith(`${path}, line `),
        `${places[index]}: files with the same name say their folder`,
      );
      assert.equal(await page.attribute(line(index + 1), 'data-line'), String(firsts[position]));
      await page.waitFor(`${line(index + 1)} code:not(.muted)`);
      const text = readFileSync(uri.fsPath, 'utf8').split('\r\n')[(firsts[position] ?? 0) - 1] ?? '';
      assert.equal((await page.text(`${line(index + 1)} code`)).slice(0, 60), text.slice(0, 60));
    }
    await page.click(`${line(3)} button`);
    await waitUntil(
      () =>
        vscode.window.activeTextEditor?.document.uri.toString() === files[1]?.toString() &&
        vscode.window.activeTextEditor?.selection.active.line === (firsts[1] ?? 0) - 1,
      'the line of the second file',
    );
  }

  it('of a folder leads to the lines of each, and one comes back to them', async () => {
    const folder = vscode.Uri.joinPath(files[0] as vscode.Uri, '../..');
    await vscode.commands.executeCommand('mailFlow.analyzeFolder', folder);
    await page.waitFor('[data-state="done"]:has(.source bdi:text-is("drill"))');
    await leadsToBothFiles();
    await vscode.commands.executeCommand('mailFlow.analyzeFolder', folder);
    await waitUntil(async () => (await page.count('.line-list li')) === 5, 'the lines again');
    assert.deepEqual(await page.axe(), []);
    await workbench.screenshot('drill-several', { width: 1280, height: 900 });
  });

  it('that were selected leads to the lines of each', async () => {
    await vscode.commands.executeCommand('mailFlow.analyzeSelection', files[0], files);
    await page.waitFor('[data-state="done"]:has(.source bdi:text-is("2 files"))');
    await leadsToBothFiles();
  });
});

describe('What lies over the report', () => {
  onSampleReport();

  it('shows what could not be done: under it nobody would see that', async () => {
    await page.click('#view-details');
    await page.waitFor('#flyout');
    await page.evaluate(`window.postMessage({ type: 'error', message: 'The disk is full.' }, '*')`);
    await page.waitFor('#flyout-error:has-text("The disk is full.")');
    await page.click('#flyout-error button');
    await waitUntil(async () => (await page.count('.error-line .notice')) === 0, 'no message');
    await page.click('#flyout-close');
  });

  it('makes way for what a count in the side bar leads to', async () => {
    const widget = webview(WIDGET_PAGE);
    await vscode.commands.executeCommand('mailFlow.showWidget');
    await drillInto(/partner/, 'tls1.0');
    await widget.click('[data-direction="outbound"] .count');
    await waitUntil(async () => (await page.count('#drill-down')) === 0, 'no panel');
    await waitUntil(
      () => page.evaluate<boolean>('return document.activeElement?.id === "details-heading"'),
      'the details',
    );
    assert.deepEqual(await chips(), ['Direction: Outbound']);
  });
});
