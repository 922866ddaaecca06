import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import * as vscode from 'vscode';
import { zip } from '../generate/archives';
import { chooseInMenu, closeAllEditors, openAsText, problemsOf, REPORT_PAGE, selectInExplorer } from './editor';
import { receiveLogPart, sampleExport, workspaceFile, writeExport, writeLongLog } from './exports';
import { waitUntil, webview, workbench } from './page';

const page = webview(REPORT_PAGE);
const PANEL = 'mainThreadWebview-mailFlow.reportPanel';

/** The tabs with panels of ours. */
function panels(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType === PANEL);
}

/** Waits until a panel of this title shows its report. */
async function panelIn(title: string, state = 'done'): Promise<void> {
  await waitUntil(() => panels().some(({ label }) => label === title), `a panel ${title}`);
  await page.waitFor(`main[data-state="${state}"]:has(.source bdi:text-is("${title}"))`);
}

describe('Several files', () => {
  const folder = workspaceFile('mail');
  let first: vscode.Uri;
  let second: vscode.Uri;

  before(() => {
    first = writeExport('mail/one/RECV2026030200-1.LOG', receiveLogPart(1, 40, 0).text);
    second = writeExport('mail/two/RECV2026030201-1.LOG', receiveLogPart(2, 30, 20).text);
    writeExport('mail/notes.txt', 'Dear colleague\n');
    writeExport('mail/.hidden/RECV2026030202-1.LOG', receiveLogPart(3, 5, 5).text);
    writeExport('mail/node_modules/RECV2026030203-1.LOG', receiveLogPart(4, 5, 5).text);
    writeExport('mail/pictures/picture.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1));
  });

  afterEach(closeAllEditors);

  it("of a folder make one report, from the Explorer's menu", async () => {
    await selectInExplorer(folder);
    await chooseInMenu('Analyze Mail Flow in Folder');
    await panelIn('mail');
    assert.equal(await page.text('[data-direction="inbound"] .count'), '90');
    assert.deepEqual(await page.texts('#files > ul h3'), [
      'mail/one/RECV2026030200-1.LOG',
      'mail/two/RECV2026030201-1.LOG',
    ]);
    assert.deepEqual(await page.texts('#files > ul [data-fact="used"]'), ['480 used', '600 used']);
    assert.equal(await page.text('#no-exports summary'), 'Files that are no exports (2)');
    await page.click('#no-exports summary');
    assert.match(await page.text('#no-exports [data-file="mail/notes.txt"]'), /It begins with: Dear colleague/);
    assert.match(await page.text('#no-exports [data-file="mail/pictures/picture.png"]'), /The file is not text/);
    assert.match(await page.text('#status'), /No problem was found/);
    assert.deepEqual(await page.axe(), []);
    await workbench.screenshot('folder', { width: 1280, height: 1800 });
  });

  it('have their entry in Problems at the file with the first proving line, and a button leads there', async () => {
    await vscode.commands.executeCommand('mailFlow.analyzeFolder', folder);
    await panelIn('mail');
    const [problem] = await problemsOf(second, 1);
    assert.equal(problem?.range.start.line, receiveLogPart(2, 30, 20).firstTls10Line - 1);
    assert.match(problem?.message ?? '', /20 of 90 messages/);
    await problemsOf(first, 0);
    await page.click('.insight .proof');
    await waitUntil(() => {
      const editor = vscode.window.activeTextEditor;
      return (
        editor?.document.uri.toString() === second.toString() &&
        editor.selection.active.line === receiveLogPart(2, 30, 20).firstTls10Line - 1
      );
    }, 'the proving line');
    // The file is open on its own as well: one entry says what both say, that of the report of more files.
    await waitUntil(async () => /of 90 messages/.test((await problemsOf(second, 1))[0]?.message ?? ''), 'one entry');
    await vscode.window.tabGroups.close(panels());
    await waitUntil(
      async () => /of 50 messages/.test((await problemsOf(second, 1))[0]?.message ?? ''),
      "the file's own",
    );
  });

  it('that are selected in the Explorer make one report', async () => {
    await selectInExplorer(writeExport('chosen/a.log', receiveLogPart(5, 7, 0).text));
    writeExport('chosen/b.log', receiveLogPart(6, 8, 0).text);
    await waitUntil(
      async () => (await workbench.texts('.explorer-folders-view .monaco-list-row')).includes('b.log'),
      'both files',
    );
    await workbench.key('Shift+ArrowDown');
    await chooseInMenu('Analyze Selected Files');
    await panelIn('2 files');
    assert.equal(await page.text('[data-direction="inbound"] .count'), '15');
    await workbench.screenshot('selection');
  });

  it('named outright are all read, and one that is no export is listed beside the others', async () => {
    const notes = workspaceFile('mail/notes.txt');
    await vscode.commands.executeCommand('mailFlow.analyzeSelection', first, [first, notes, workspaceFile('mail/two')]);
    await panelIn('3 files');
    assert.equal(await page.text('[data-direction="inbound"] .count'), '90');
    assert.match(await page.text('#no-exports'), /mail\/notes\.txt/);
  });

  it('in containers count as well; a container without an export is listed with the others that are none', async () => {
    const log = { name: 'RECV2026030200-1.LOG', bytes: Buffer.from(receiveLogPart(8, 10, 15).text) };
    const letter = { name: 'word/document.xml', bytes: Buffer.from('<?xml version="1.0"?><letter/>') };
    const logs = writeExport('containers/logs.zip', zip([log]));
    writeExport('containers/letter.docx', zip([letter]));
    writeExport('containers/damaged.zip', zip([log]).subarray(0, 300));
    await vscode.commands.executeCommand('mailFlow.analyzeFolder', vscode.Uri.joinPath(logs, '..'));
    await panelIn('containers');
    assert.equal(await page.text('[data-direction="inbound"] .count'), '25');
    assert.match(await page.text('#no-exports'), /\(1\).*letter\.docx.*holds no export/);
    assert.match(await page.text('#files > ul'), /damaged\.zip.*damaged/);
    const [problem] = await problemsOf(logs, 1);
    assert.match(problem?.message ?? '', /logs\.zip\/RECV2026030200-1\.LOG, line \d+: .*15 of 25 messages/);
  });

  it('without an export among them say so', async () => {
    const empty = writeExport('nothing/notes.txt', 'Dear colleague\n');
    await vscode.commands.executeCommand('mailFlow.analyzeFolder', vscode.Uri.joinPath(empty, '..'));
    await panelIn('nothing', 'failed');
    assert.match(await page.text('#failed'), /nothing\/notes\.txt.*It begins with: Dear colleague/);
    await vscode.workspace.fs.delete(empty);
    await vscode.commands.executeCommand('mailFlow.readAgain');
    await page.waitFor('#failed:has-text("There are no files in this folder")');
    assert.deepEqual(await page.axe(), []);
  });

  it('are left out by settings', async () => {
    const settings = vscode.workspace.getConfiguration();
    const target = vscode.ConfigurationTarget.Workspace;
    await vscode.commands.executeCommand('mailFlow.analyzeFolder', folder);
    await panelIn('mail');
    try {
      await settings.update('mailFlow.exclude', { '**/node_modules': false, 'mail/{two,pictures}': true }, target);
      await page.waitFor('[data-state="done"] [data-file="mail/node_modules/RECV2026030203-1.LOG"]');
      assert.equal(await page.text('[data-direction="inbound"] .count'), '50');
      await settings.update('files.exclude', { '**/one/**': true }, target);
      await vscode.commands.executeCommand('mailFlow.readAgain');
      await page.waitFor('[data-direction="inbound"] .count:text-is("10")');
    } finally {
      await settings.update('mailFlow.exclude', undefined, target);
      await settings.update('files.exclude', undefined, target);
    }
  });

  it('have one panel, whose title bar reads and exports them, and that the widget follows', async () => {
    const widget = webview('Outbound and inbound mail flow');
    await vscode.commands.executeCommand('mailFlow.showWidget');
    await vscode.commands.executeCommand('mailFlow.analyzeFolder', folder);
    await panelIn('mail');
    await widget.waitFor('[data-state="done"]:has(.source bdi:text-is("mail"))');
    await openAsText(sampleExport());
    await widget.waitFor('[data-state="done"]:has(.source bdi:text-is("message-trace-sample.csv"))');
    await vscode.commands.executeCommand('mailFlow.analyzeFolder', folder);
    assert.equal(panels().length, 1);
    await widget.waitFor('[data-state="done"]:has(.source bdi:text-is("mail"))');
    await widget.click('#view-details');
    await page.waitFor('#flyout');
    const target = workspaceFile('mail-tls.html');
    await vscode.commands.executeCommand('mailFlow.exportReport', undefined, {
      format: 'html',
      isRedacted: false,
      target,
    });
    assert.match(readFileSync(target.fsPath, 'utf8'), /TLS protocol<\/strong> <strong>SP_PROT_TLS1_0_SERVER/);
    rmSync(target.fsPath);
    await waitUntil(
      async () => (await workbench.texts('.editor-actions .action-label[aria-label^="Export Report"]')).length === 1,
      'the button',
    );
  });

  it('and one of them on its own have a report each', async () => {
    await vscode.commands.executeCommand('mailFlow.analyzeFolder', folder);
    await panelIn('mail');
    await vscode.commands.executeCommand('mailFlow.openReport', second);
    await page.waitFor('main[data-state="done"]:has(.source bdi:text-is("RECV2026030201-1.LOG"))');
    assert.equal(await page.text('[data-direction="inbound"] .count'), '50');
    assert.equal(panels().length, 1);
  });

  it('are read one by one, which the page counts; Cancel keeps what was read and says how many were not begun', async () => {
    for (const name of ['a', 'b', 'c']) {
      await writeLongLog(`long/${name}.log`, 10_000, 6, true);
    }
    await vscode.commands.executeCommand('mailFlow.analyzeFolder', workspaceFile('long'));
    await page.waitFor('#progress-files:text-matches("File [12] of 3.")');
    await workbench.screenshot('reading-several');
    await page.click('#cancel');
    await page.waitFor(
      '[data-state="done"] #cancelled p:text-matches("(1 of 3 files was|2 of 3 files were) not begun.")',
    );
    assert.equal(await page.text('[data-file="long/c.log"] [data-fact="not-read"]'), 'Not read');
    assert.notEqual(await page.text('[data-direction="inbound"] .count'), '0');
    await workbench.screenshot('cancelled-several', { width: 1280, height: 1800 });
    rmSync(workspaceFile('long').fsPath, { recursive: true });
  });

  it('are asked for where the command is called from the palette', async () => {
    for (const command of ['mailFlow.analyzeFolder', 'mailFlow.analyzeFiles']) {
      let isOver = false;
      void vscode.commands.executeCommand(command).then(() => {
        isOver = true;
      });
      const dialog = '.quick-input-widget .monaco-button:text-is("Analyze")';
      await waitUntil(async () => (await workbench.texts(dialog)).length > 0, `the dialog of ${command}`);
      // It hears no key before it has listed its folder.
      await waitUntil(async () => {
        await workbench.key('Escape');
        return isOver;
      }, 'no dialog');
    }
    assert.deepEqual(panels(), []);
  });

  it('of a folder that has too many are the first ones, which the page says', async () => {
    writeExport('many/a.log', receiveLogPart(7, 9, 0).text);
    for (let number = 0; number < 10_010; number++) {
      writeExport(`many/b/${String(number).padStart(5, '0')}.txt`, 'Dear colleague');
    }
    await vscode.commands.executeCommand('mailFlow.analyzeFolder', workspaceFile('many'));
    await panelIn('many');
    assert.match(await page.text('#source-notice'), /more files than are taken: the report is of the first 10,000/);
    assert.equal(await page.count('#refresh'), 0);
    assert.equal(await page.text('#no-exports summary'), 'Files that are no exports (9,999)');
    assert.equal(await page.text('[data-direction="inbound"] .count'), '9');
    rmSync(workspaceFile('many').fsPath, { recursive: true });
  });

  it('that cannot be put together are told when a panel comes back without them', async () => {
    const gone = workspaceFile('gone');
    await vscode.commands.executeCommand('mailFlow.analyzeFolder', gone);
    await panelIn('gone', 'failed');
    assert.match(await page.text('#failed'), /could not be read/);
  });
});
