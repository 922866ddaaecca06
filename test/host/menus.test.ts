// Every `when` clause of the menus in package.json: there on what it is for, and nowhere else.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { zip } from '../generate/archives';
import { chooseInMenu, closeAllEditors, explorerMenu, openAsText, openReport, problemsOf, REPORT_PAGE } from './editor';
import { receiveLog, sampleExport, workspaceFile, writeExport } from './exports';
import { waitUntil, webview, workbench } from './page';

const page = webview(REPORT_PAGE);
const LABEL = '.monaco-menu .action-label';
const TREE = '.pane:has(> .pane-header[aria-label^="Analyses"])';
const MORE = '.editor-actions .codicon-toolbar-more >> nth=-1';

/** Opens the menu behind the dots of the editor in front. */
async function openMore(): Promise<void> {
  await workbench.click(MORE);
  await waitUntil(async () => (await workbench.texts(LABEL)).length > 0, 'the menu behind the dots');
}

/** Waits until an open menu has been drawn, and closes it. */
async function menuLabels(): Promise<readonly string[]> {
  const labels = await waitUntil(async () => {
    const found = (await workbench.texts(LABEL)).filter((label) => label !== '');
    return found.length > 0 ? found : undefined;
  }, 'the menu');
  await workbench.key('Escape');
  await waitUntil(async () => (await workbench.texts(LABEL)).length === 0, 'no menu');
  return labels;
}

/** What the title bar of the editor in front offers: the buttons that are ours, and the entries behind the dots. */
async function editorTitle(): Promise<{ readonly buttons: readonly string[]; readonly more: readonly string[] }> {
  const ours = ['Open Connector Report', 'Read File Again', 'Export Report…'];
  const present = ours.map(async (label) =>
    (await workbench.texts(`.editor-group-container.active .editor-actions .action-label[aria-label^="${label}"]`))
      .length > 0
      ? [label]
      : [],
  );
  await workbench.click(MORE);
  return { buttons: (await Promise.all(present)).flat(), more: await menuLabels() };
}

const OURS = /^(Mail Flow|Open Connector Report|Analyze|Compare with|What If|Save as Baseline|Forget Baseline)/;
const ours = (labels: readonly string[]): string[] => labels.filter((label) => OURS.test(label));

/** The menu of a row of the tree, which the click unfolds, or folds. */
async function rowMenu(text: string): Promise<readonly string[]> {
  await workbench.click(`${TREE} .monaco-list-row:has-text("${text}") >> nth=0`);
  await waitUntil(async () => {
    if ((await workbench.texts(LABEL)).length === 0) {
      await workbench.key('Shift+F10');
    }
    return (await workbench.texts(LABEL)).length > 0;
  }, 'the menu of the row');
  return menuLabels();
}

describe('Menus', () => {
  const log = receiveLog(30, 12);
  afterEach(closeAllEditors);
  after(() => vscode.commands.executeCommand('workbench.view.explorer'));

  it('of the Explorer are for candidates by their ending, for what turned out to be an export, and for folders', async () => {
    const both = ['Open Connector Report', 'Mail Flow'];
    const expected: Readonly<Record<string, readonly string[]>> = {
      csv: both,
      log: both,
      txt: both,
      tsv: both,
      jsonl: both,
      ndjson: both,
      gz: ['Open Connector Report'],
      zip: ['Open Connector Report'],
      json: [],
      md: [],
      rs: [],
    };
    for (const [ending, entries] of Object.entries(expected)) {
      const labels = await explorerMenu(writeExport(`menus/candidate.${ending}`, '\n'));
      assert.ok(labels.includes('Rename...'), labels.join());
      assert.deepEqual(ours(labels), entries, ending);
    }
    assert.deepEqual(ours(await explorerMenu(workspaceFile('menus'))), ['Analyze Mail Flow in Folder']);
    const odd = writeExport('menus/odd.name', log.text);
    assert.deepEqual(ours(await explorerMenu(odd)), []);
    await openAsText(odd);
    await problemsOf(odd, 1);
    assert.deepEqual(ours(await explorerMenu(odd)), both);
  });

  it('of a selection in the Explorer are for candidates', async () => {
    await explorerMenu(workspaceFile('menus/candidate.csv'));
    await workbench.key('Shift+ArrowDown');
    await workbench.key('Shift+F10');
    assert.deepEqual(ours(await menuLabels()), ['Analyze Selected Files']);
  });

  it('of an editor offer the report of an export, and how to read it', async () => {
    const uri = writeExport('menus/RECV2026032200-1.LOG', log.text);
    await openAsText(uri);
    await problemsOf(uri, 1);
    const shown = await waitUntil(async () => {
      const title = await editorTitle();
      return title.buttons.length > 0 ? title : undefined;
    }, 'the button');
    assert.deepEqual(shown.buttons, ['Open Connector Report']);
    assert.deepEqual(ours(shown.more), ['Mail Flow']);
    await openMore();
    await chooseInMenu('Mail Flow', 'Choose Format…');
    const rows = () => workbench.texts('.quick-input-list .monaco-list-row');
    await waitUntil(async () => (await rows()).some((row) => row.includes('recognised by its content')), 'the formats');
    await workbench.key('Escape');
  });

  it('of an editor offer highlighting where another language has claimed an export', async () => {
    const uri = writeExport('menus/claimed.log', log.text);
    await openAsText(uri);
    await problemsOf(uri, 1);
    await openMore();
    await chooseInMenu('Mail Flow', 'Use Mail Flow Highlighting');
    await waitUntil(() => vscode.window.activeTextEditor?.document.languageId === 'exchange-log', 'our highlighting');
  });

  it('of a report offer what can be done with it', async () => {
    const work = ['Compare with…', 'What If…', 'Save as Baseline…'];
    await openReport(sampleExport());
    await page.waitFor('[data-state="done"]');
    const file = await editorTitle();
    assert.deepEqual(file.buttons, ['Read File Again', 'Export Report…']);
    assert.deepEqual(ours(file.more), ['Mail Flow', ...work]);
    const settings = vscode.workspace.getConfiguration('mailFlow');
    await settings.update('baseline', 'no-such-baseline.json', vscode.ConfigurationTarget.Workspace);
    await waitUntil(
      async () => (await editorTitle()).more.includes('Forget Baseline'),
      'Forget Baseline, where there is one',
    );
    await settings.update('baseline', undefined, vscode.ConfigurationTarget.Workspace);
    await vscode.commands.executeCommand('mailFlow.analyzeFolder', workspaceFile('menus'));
    await page.waitFor('[data-state="done"]:has-text("menus")');
    const folder = await editorTitle();
    assert.deepEqual(folder.buttons, ['Read File Again', 'Export Report…']);
    assert.deepEqual(ours(folder.more), work);
  });

  it('of other editors have nothing of ours: no export, not saved yet, two versions, lines of a container', async () => {
    await openAsText(writeExport('menus/readme.md', 'Nothing\n'));
    const nothing = { buttons: [] as string[], more: [] as string[] };
    const seen = async () => {
      const { buttons, more } = await editorTitle();
      return { buttons, more: ours(more) };
    };
    assert.deepEqual(await seen(), nothing);
    const untitled = vscode.Uri.from({ scheme: 'untitled', path: '/RECV2026032200-1.LOG' });
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(untitled));
    assert.deepEqual(await seen(), nothing, 'untitled');
    const bytes = Buffer.from(log.text);
    const container = writeExport('menus/logs.zip', zip([{ name: 'RECV2026032200-1.LOG', bytes }]));
    await openReport(container);
    await page.click('.insight .proof');
    await waitUntil(() => vscode.window.activeTextEditor?.document.uri.scheme === 'mail-flow-evidence', 'the lines');
    assert.deepEqual(await seen(), nothing, 'evidence');
  });

  it('of the views open exports', async () => {
    await vscode.commands.executeCommand('workbench.view.extension.mailFlow');
    await vscode.commands.executeCommand('mailFlow.widget.focus');
    const action = (view: string) =>
      workbench.texts(`.pane:has(> .pane-header[aria-label^="${view}"]) .action-label[aria-label^="Open Mail Export"]`);
    await waitUntil(async () => (await action('Past Week')).length === 1, 'Open Mail Export');
    assert.equal((await action('Analyses')).length, 1);
    await workbench.click('.pane:has(> .pane-header[aria-label^="Past Week"]) .codicon-toolbar-more');
    const labels = await menuLabels();
    assert.deepEqual(
      labels.filter((label) => label.startsWith('Analyze')),
      ['Analyze Mail Flow in Folder', 'Analyze Files…'],
    );
  });

  it('of the tree are for what the row stands for', async () => {
    const uri = writeExport('menus/RECV2026032201-1.LOG', log.text);
    await openReport(uri);
    await page.waitFor('[data-state="done"]');
    await vscode.commands.executeCommand('mailFlow.showAnalyses');
    const rows = () => workbench.texts(`${TREE} .monaco-list-row`);
    await waitUntil(async () => (await rows()).some((row) => row.includes('weak: 12')), 'the connector');
    assert.deepEqual(await rowMenu('From connector'), [
      'Show Connector in Report',
      'Open First Proving Line',
      'Copy Name',
      'Copy Evidence…',
      'Draft a Notice to the Partner…',
      'Mute Connector…',
    ]);
    await waitUntil(async () => (await rows()).some((row) => row.startsWith('TLS 1.0')), 'TLS 1.0');
    assert.deepEqual(await rowMenu('TLS 1.0'), ['Show Connector in Report', 'Open First Proving Line']);
    await waitUntil(async () => (await rows()).some((row) => row.startsWith('203.0.113.1')), 'a host');
    await workbench.key('ArrowDown');
    await workbench.key('Shift+F10');
    assert.deepEqual(await menuLabels(), ['Open First Proving Line', 'Copy Name']);
    assert.deepEqual(await rowMenu('RECV2026032201'), [
      'Open Connector Report',
      'Show Message Protected in Transit (by TLS)',
      'Read File Again',
      'Export Report…',
      'Choose Format…',
      'Close Export',
    ]);
  });
});
