import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAllEditors, openReport, REPORT_PAGE, WIDGET_PAGE } from './editor';
import { receiveLog, sampleExport, writeExport, writeLongLog } from './exports';
import { waitUntil, webview, workbench } from './page';

const page = webview(REPORT_PAGE);
const widget = webview(WIDGET_PAGE);

/** Opens a file's report and waits until it is in a state. */
async function openIn(uri: vscode.Uri, state: 'done' | 'failed' | 'reading'): Promise<void> {
  await openReport(uri);
  const name = uri.path.split('/').at(-1);
  await page.waitFor(`main[data-state="${state}"]:has-text("${name}")`);
}

describe('Report page', () => {
  afterEach(closeAllEditors);

  it('says of an unknown CSV what it saw and what is understood', async () => {
    await openIn(writeExport('bad/unknown.csv', 'Fruit,Colour\napple,<b>red</b>\n'), 'failed');
    assert.match(await page.text('#failed'), /Fruit,Colour/);
    assert.match(await page.text('#failed'), /Extended message trace.*Connector report.*SMTP receive/);
    assert.deepEqual(await page.axe(), []);
    await workbench.screenshot('state-unknown');
  });

  it('says that a file is empty, and that one is binary', async () => {
    await openIn(writeExport('bad/empty.csv', ''), 'failed');
    assert.match(await page.text('#failed'), /The file is empty\./);
    await closeAllEditors();
    await openIn(writeExport('bad/binary.log', Buffer.from([1, 0, 2, 0, 0, 0, 3, 255, 0, 9])), 'failed');
    assert.match(await page.text('#failed'), /The file is not text\./);
  });

  it('says that there is only a header', async () => {
    const [header] = Buffer.from(await vscode.workspace.fs.readFile(sampleExport()))
      .toString()
      .split('\r\n');
    await openIn(writeExport('bad/MTDetail_header.csv', `${header}\r\n`), 'done');
    assert.match(await page.text('main'), /The file has a header and no records\./);
    await workbench.screenshot('state-nothing-counted');
  });

  it('counts the good rows of a damaged file and lists the bad ones with their lines', async () => {
    const rows = Buffer.from(await vscode.workspace.fs.readFile(sampleExport()))
      .toString()
      .split('\r\n')
      .slice(0, 40);
    rows.splice(10, 0, '"2026-03-01T00:00:00Z","not closed', 'a,b,c');
    rows.push('"2026-03-01T00:00:00.0000000Z","","cut in the mid');
    await openIn(writeExport('bad/MTDetail_damaged.csv', rows.join('\r\n')), 'done');
    const problems = (await page.texts('#files [data-problem]')).join('\n');
    assert.match(problems, /11\b.*quotation mark/i);
    assert.match(problems, /12\b.*3 fields.*27/);
    assert.match(problems, /43\b.*ends in the middle/);
    assert.match(await page.text('#files [data-fact="records"]'), /42/);
    await workbench.screenshot('state-damaged');
  });

  it('shows names from a file as text', async () => {
    const text = receiveLog(0, 20).text.replaceAll('MX\\Partners', 'MX\\<img src=x onerror=alert(1)>');
    await openIn(writeExport('logs/RECV2026030299-1.LOG', text), 'done');
    assert.match(await page.text('.insight'), /<img src=x onerror=alert\(1\)>/);
    assert.equal(await page.count('img'), 0);
  });

  it('shows progress and partial figures while reading; Cancel keeps what was read and says so', async () => {
    const uri = await writeLongLog('logs/RECV2026030300-1.LOG', 10_000, 16, true);
    await openIn(uri, 'reading');
    await page.waitFor('#progress #cancel');
    await page.waitFor('[data-state="reading"] [data-direction="inbound"] .count');
    await workbench.screenshot('state-reading');
    const heights =
      'return ["#widget", "#insights", "#connector-report"].map((s) => document.querySelector(s).offsetTop)';
    const reading = await page.evaluate<number[]>(heights);
    await page.click('#cancel');
    await page.waitFor('[data-state="done"] #cancelled');
    // Heights with fractions are rounded: one pixel is no movement.
    const done = await page.evaluate<number[]>(heights);
    const moved = reading.map((height, index) => Math.abs(height - (done[index] ?? Number.NaN)));
    assert.ok(
      moved.every((by) => by <= 1),
      `nothing moves when reading ends: ${reading} became ${done}`,
    );
    const records = Number((await page.text('#files [data-fact="records"]')).replace(/\D/g, ''));
    assert.ok(records > 0 && records < 16 * 20_000 * 12, String(records));
    await workbench.screenshot('state-cancelled');
    await page.click('#read-again >> nth=0');
    await page.waitFor('[data-state="reading"]');
    await page.click('#cancel');
    await page.waitFor('[data-state="done"]');
  });
});

describe('A long file in the text editor', () => {
  const toast = '.notification-toast:has-text("RECV2026030301-1.LOG")';

  it('is read under a notification, which ends when the tab is closed', async () => {
    const uri = await writeLongLog('logs/RECV2026030301-1.LOG', 10_000, 16, true);
    await vscode.commands.executeCommand('vscode.open', uri);
    await waitUntil(async () => (await workbench.texts(toast)).length > 0, 'the notification', 30_000);
    await closeAllEditors();
    await waitUntil(async () => (await workbench.texts(toast)).length === 0, 'no notification');
  });
});

describe('A log that is being written', () => {
  afterEach(closeAllEditors);

  it('is read on where it is read again, also after a reading that was read on', async () => {
    const log = writeExport('logs/RECV2026030209-1.LOG', receiveLog(30, 3).text);
    await openReport(log);
    await page.waitFor('[data-state="done"]');
    const rounds = [
      { more: receiveLog(40, 5), inbound: '78' },
      { more: receiveLog(50, 2), inbound: '130' },
    ];
    for (const [round, { more, inbound }] of rounds.entries()) {
      const rows = more.text.split('\r\n').filter((line) => line !== '' && !line.startsWith('#'));
      appendFileSync(log.fsPath, rows.map((row) => `${row.replaceAll(',08DC', `,09${round}C`)}\r\n`).join(''));
      await vscode.commands.executeCommand('mailFlow.readAgain');
      await page.waitFor(`[data-direction="inbound"] .count:has-text("${inbound}")`);
    }
  });
});

describe('Two editors of one file', () => {
  afterEach(closeAllEditors);

  it('both work, and closing one leaves the other', async () => {
    await openReport(sampleExport());
    await page.waitFor('[data-state="done"]');
    await vscode.commands.executeCommand('workbench.action.splitEditor');
    await waitUntil(() => vscode.window.tabGroups.all.length === 2, 'two groups');
    await workbench.screenshot('two-editors', { width: 1800, height: 900 });
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await waitUntil(() => vscode.window.tabGroups.all.length === 1, 'one group');
    await vscode.commands.executeCommand('mailFlow.showTlsDetails');
    await page.waitFor('#flyout');
    await vscode.commands.executeCommand('mailFlow.readAgain');
    await page.waitFor('[data-state="done"]');
  });
});

describe('Widget', () => {
  it('without an export says what to do', async () => {
    await closeAllEditors();
    await vscode.commands.executeCommand('mailFlow.showWidget');
    await widget.waitFor('#empty #open-file');
    assert.deepEqual(await widget.axe(), []);
    await workbench.screenshot('state-empty');
  });

  it('follows the export that is looked at, and its count opens the report', async () => {
    await openReport(sampleExport());
    await widget.waitFor('[data-state="done"]:has-text("message-trace-sample.csv")');
    const log = writeExport('logs/RECV2026030207-1.LOG', receiveLog(30, 3).text);
    await vscode.commands.executeCommand('vscode.open', log);
    await widget.waitFor('[data-state="done"]:has-text("RECV2026030207-1.LOG")');
    assert.equal(await widget.text('[data-direction="inbound"] .count'), '33');
    await widget.click('[data-direction="inbound"] .count');
    await waitUntil(() => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputCustom && input.uri.toString() === log.toString();
    }, 'the report of the log');
    await closeAllEditors();
  });
});
