import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAllEditors, codeOf, openAsText, problemsOf, REPORT_PAGE } from './editor';
import { receiveLog, writeExport } from './exports';
import { waitUntil, webview, workbench } from './page';

const page = webview(REPORT_PAGE);
const { Workspace } = vscode.ConfigurationTarget;

/** Opens a log with 12 of 112 messages under TLS 1.0, and gives its entry in Problems. */
async function openLog(name: string): Promise<{ uri: vscode.Uri; problem: vscode.Diagnostic }> {
  const uri = writeExport(`fixes/${name}`, receiveLog(100, 12).text);
  await openAsText(uri);
  const [problem] = await problemsOf(uri, 1);
  assert.ok(problem);
  return { uri, problem };
}

/** What the light bulb offers at an entry. */
async function fixesAt(uri: vscode.Uri, { range }: vscode.Diagnostic): Promise<vscode.CodeAction[]> {
  return await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range);
}

/** Does what a quick fix does; `given`: what it need not ask for. */
async function fix(uri: vscode.Uri, problem: vscode.Diagnostic, title: string, ...given: unknown[]): Promise<void> {
  const action = (await fixesAt(uri, problem)).find((one) => one.title === title);
  assert.ok(action?.command, title);
  await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []), ...given);
}

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('mailFlow');
}

describe('Quick fixes', () => {
  afterEach(async () => {
    await closeAllEditors();
    for (const key of ['muted', 'thresholds.connectors', 'thresholds.rules', 'problems.keep']) {
      await settings().update(key, undefined, Workspace);
    }
  });

  it('are offered at an insight, and at nothing else', async () => {
    const { uri, problem } = await openLog('RECV2026030220-1.LOG');
    assert.deepEqual(
      (await fixesAt(uri, problem)).map(({ title }) => title),
      [
        'Show in Connector report',
        'Copy evidence',
        'Draft a notice to the partner',
        'Adjust threshold…',
        'Mute this connector',
      ],
    );
    const [elsewhere] = [
      await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        new vscode.Range(0, 0, 0, 0),
      ),
    ];
    assert.deepEqual(elsewhere, []);
  });

  it('say which insight they are about where several meet at a line, and mute their connector once', async () => {
    const { text } = receiveLog(100, 12);
    const weak = text.replaceAll(
      /(TLS1_0_SERVER[^"]*?)CALG_AES_256 with strength 256/g,
      '$1CALG_3DES with strength 168',
    );
    const uri = writeExport('fixes/RECV2026030218-1.LOG', weak);
    await openAsText(uri);
    const [first] = await problemsOf(uri, 2);
    assert.ok(first);
    const titles = (await fixesAt(uri, first)).map(({ title }) => title);
    for (const title of [
      'Show in Connector report',
      'Copy evidence',
      'Draft a notice to the partner',
      'Adjust threshold…',
    ]) {
      assert.ok(titles.includes(`${title} (inbound-unknown-tls10)`), titles.join());
      assert.ok(titles.includes(`${title} (weak-cipher)`), titles.join());
    }
    assert.equal(titles.length, 9);
    assert.equal(titles.at(-1), 'Mute this connector');
  });

  it('stand at the light bulb and in the Problems panel', async () => {
    const { problem } = await openLog('RECV2026030221-1.LOG');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(problem.range.start, problem.range.start);
    await vscode.commands.executeCommand('editor.action.quickFix');
    const entry = '.action-widget .monaco-list-row';
    await waitUntil(
      async () => (await workbench.texts(entry)).includes('Copy evidence'),
      'the entry at the light bulb',
    );
    await workbench.screenshot('quick-fixes', { width: 1500, height: 900 });
    await workbench.key('Escape');
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    const row = '.markers-panel .monaco-list-row:has-text("TLS1.0")';
    await waitUntil(async () => (await workbench.texts(row)).length === 1, 'the row');
    await workbench.click(row);
    await workbench.key('Control+.');
    await waitUntil(
      async () => (await workbench.texts('.context-view')).some((text) => text.includes('Mute this connector')),
      'the entry in the Problems panel',
    );
    await workbench.screenshot('quick-fixes-problems', { width: 1500, height: 900 });
    await workbench.key('Escape');
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('show the connector, its direction and TLS version in the report', async () => {
    const { uri, problem } = await openLog('RECV2026030222-1.LOG');
    await fix(uri, problem, 'Show in Connector report');
    await page.waitFor('[data-state="done"]');
    await waitUntil(async () => (await page.texts('.chip')).length > 0, 'chips');
    const chips = (await page.texts('.chip')).join(' | ');
    assert.match(chips, /From connector - MX\\Partners/);
    assert.match(chips, /Inbound/);
    assert.match(chips, /TLS 1\.0/);
    await workbench.screenshot('show-insight', { width: 1500, height: 900 });
  });

  it('lead to the report of several files where that has the insight', async () => {
    const first = writeExport('fixes/folder/RECV2026030240-1.LOG', receiveLog(100, 12).text);
    writeExport('fixes/folder/RECV2026030240-2.LOG', receiveLog(0, 5).text.replaceAll('08DC', '08DD'));
    const folder = vscode.Uri.joinPath(first, '..');
    await vscode.commands.executeCommand('mailFlow.analyzeFolder', folder);
    await openAsText(first);
    const problem = await waitUntil(async () => {
      const [entry] = await problemsOf(first, 1);
      return entry?.message.includes('17 of 117 messages') ? entry : undefined;
    }, 'the entry of both files');
    await fix(first, problem, 'Show in Connector report');
    const tab = () => vscode.window.tabGroups.activeTabGroup.activeTab;
    await waitUntil(() => tab()?.input instanceof vscode.TabInputWebview && tab()?.label === 'folder', 'the panel');
    await page.waitFor('.chip:has-text("TLS 1.0")');
    await fix(first, problem, 'Copy evidence');
    assert.match(await vscode.env.clipboard.readText(), /17 of 117 messages.*RECV2026030240-2\.LOG:/s);
  });

  it('copy the evidence as Markdown', async () => {
    const { uri, problem } = await openLog('RECV2026030223-1.LOG');
    await fix(uri, problem, 'Copy evidence');
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /^\*\*Warning\*\* \(inbound-unknown-tls10\): Inbound connector of unknown type/);
    assert.match(text, /"From connector - MX\\\\Partners", 12 of 112 messages/);
    assert.match(
      text,
      /\| 203\.0\.113\.1 \| fabrikam\.example \| TLS 1\.0 \| `CALG_AES_256` \| 4 \| 2026-03-02 \| 2026-03-02 \|/,
    );
    assert.ok(text.includes(`fixes/RECV2026030223-1.LOG:${problem.range.start.line + 1}`), text);
    assert.match(text, /SP_PROT_TLS1_0_SERVER/);
    assert.doesNotMatch(text, /ann@|bob@/);
  });

  it('draft a letter to the partner', async () => {
    const { uri, problem } = await openLog('RECV2026030224-1.LOG');
    await fix(uri, problem, 'Draft a notice to the partner');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.languageId, 'markdown');
    assert.equal(document?.isUntitled, true);
    const letter = document?.getText() ?? '';
    assert.match(letter, /^# Mail between us still travels under old TLS\n/);
    assert.match(
      letter,
      /our connector `MX\\Partners` took 112 messages of known TLS state from your servers\. 12 of them \(10\.7%\) travelled under TLS 1\.0\./,
    );
    assert.match(letter, /\| 203\.0\.113\.2 \|/);
    assert.match(letter, /Please do so by \*\*\d{4}-\d\d-\d\d\*\*/);
    await workbench.screenshot('notice', { width: 1500, height: 900 });
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('adjust the threshold of the connector', async () => {
    const { uri, problem } = await openLog('RECV2026030225-1.LOG');
    await fix(uri, problem, 'Adjust threshold…', { scope: 'connector', share: 1, messages: 20 });
    assert.deepEqual(settings().get('thresholds.connectors'), { 'MX\\Partners': { share: 1, messages: 20 } });
    const near = await waitUntil(async () => {
      const [entry] = await problemsOf(uri, 1);
      return entry?.severity === vscode.DiagnosticSeverity.Information ? entry : undefined;
    }, 'a near miss');
    await fix(uri, near, 'Adjust threshold…', { scope: 'rule', share: 50, messages: 20 });
    assert.deepEqual(settings().get('thresholds.rules'), { 'inbound-unknown-tls10': { share: 50, messages: 20 } });
    await settings().update('thresholds.connectors', undefined, Workspace);
    await problemsOf(uri, 0);
  });

  it('ask for the threshold, with the one in force to begin with', async () => {
    const { uri, problem } = await openLog('RECV2026030226-1.LOG');
    const asked = fix(uri, problem, 'Adjust threshold…');
    const input = '.quick-input-widget';
    await waitUntil(
      async () => (await workbench.texts(input)).some((text) => text.includes('For this connector')),
      'the scopes',
    );
    await workbench.key('Enter');
    await waitUntil(
      async () => (await workbench.texts(input)).some((text) => text.includes('in per cent')),
      'the share',
    );
    await workbench.key('Enter');
    await waitUntil(
      async () => (await workbench.texts(input)).some((text) => text.includes('this number of messages')),
      'the number',
    );
    await workbench.type('x');
    await waitUntil(
      async () => (await workbench.texts(input)).some((text) => text.includes('Not a number')),
      'what is wrong',
    );
    await workbench.key('Backspace');
    await workbench.type('100');
    await workbench.key('Enter');
    await asked;
    assert.deepEqual(settings().get('thresholds.connectors'), { 'MX\\Partners': { share: 1, messages: 100 } });
    await problemsOf(uri, 0);
  });

  it('mute a connector: its entries vanish, the report has it, and it can be undone', async () => {
    const { uri, problem } = await openLog('RECV2026030227-1.LOG');
    await fix(uri, problem, 'Mute this connector');
    assert.deepEqual(settings().get('muted'), [{ connector: 'MX\\Partners', direction: 'inbound' }]);
    await problemsOf(uri, 0);
    await vscode.commands.executeCommand('mailFlow.openReport', uri);
    await page.waitFor('.muted-insights summary:text-is("1 muted insight")');
    await page.click('.muted-insights summary');
    await page.waitFor('.muted-insights li[data-rule="inbound-unknown-tls10"]:has-text("12 of 112 messages")');
    await workbench.screenshot('muted-insights', { width: 1500, height: 900 });
    assert.deepEqual(await page.axe(), []);
    const listed = vscode.commands.executeCommand('mailFlow.mutedConnectors');
    const row = '.quick-input-list .monaco-list-row';
    await waitUntil(async () => (await workbench.texts(row)).some((text) => text.includes('MX\\Partners')), 'the list');
    await workbench.screenshot('muted-connectors', { width: 1500, height: 600 });
    await workbench.key('ArrowDown');
    await workbench.key('Space');
    await workbench.key('Enter');
    await listed;
    await waitUntil(() => JSON.stringify(settings().get('muted')) === '[]', 'an empty list');
    await problemsOf(uri, 1);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('take a mute off the list that stands in the user’s own settings, also where a folder is open', async () => {
    const own = vscode.ConfigurationTarget.Global;
    const mutes = () => vscode.workspace.getConfiguration('mailFlow').get<object[]>('muted') ?? [];
    const mute = { connector: 'mx\\partners', direction: 'inbound' };
    await vscode.workspace.getConfiguration('mailFlow').update('muted', [mute], own);
    try {
      await waitUntil(() => mutes().length === 1, 'the mute');
      await vscode.commands.executeCommand('mailFlow.mutedConnectors', undefined, [mute]);
      await waitUntil(() => mutes().length === 0, 'nothing muted');
    } finally {
      await vscode.workspace.getConfiguration('mailFlow').update('muted', undefined, own);
    }
  });

  it('take the mute back where the notification offers it', async () => {
    const { uri, problem } = await openLog('RECV2026030229-1.LOG');
    await fix(uri, problem, 'Mute this connector');
    await problemsOf(uri, 0);
    const undo = '.notification-toast .monaco-button:has-text("Undo")';
    await waitUntil(async () => (await workbench.texts(undo)).length === 1, 'the way back');
    await workbench.click(undo);
    await problemsOf(uri, 1);
    assert.deepEqual(settings().get('muted'), []);
  });

  it('work for a file that is closed and keeps its entries', async () => {
    await settings().update('problems.keep', 'workspace', Workspace);
    const { uri, problem } = await openLog('RECV2026030219-1.LOG');
    const [, copy] = await fixesAt(uri, problem);
    await closeAllEditors();
    await problemsOf(uri, 1);
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand(copy?.command?.command ?? '', ...(copy?.command?.arguments ?? []));
    assert.match(await vscode.env.clipboard.readText(), /12 of 112 messages/);
    await problemsOf(uri, 1);
  });

  it('link the rule to its page, which opens rendered', async () => {
    const { problem } = await openLog('RECV2026030228-1.LOG');
    assert.equal(codeOf(problem), 'inbound-unknown-tls10');
    const link = typeof problem.code === 'object' ? problem.code.target : undefined;
    assert.equal(link?.scheme, 'command');
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    const anchor = '.markers-panel .monaco-list-row a:has-text("inbound-unknown-tls10")';
    await waitUntil(async () => (await workbench.texts(anchor)).length > 0, 'the link');
    await workbench.click(anchor);
    const tab = () => vscode.window.tabGroups.activeTabGroup.activeTab;
    await waitUntil(() => tab()?.label.includes('inbound-unknown-tls10.md'), 'the page about the rule');
    assert.ok(tab()?.input instanceof vscode.TabInputWebview);
    await workbench.screenshot('rule-page', { width: 1500, height: 900 });
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });
});

describe('Problems of a file', () => {
  afterEach(async () => {
    await closeAllEditors();
    await settings().update('problems.keep', undefined, Workspace);
  });

  it('stay while it is changed and not yet saved', async () => {
    const { uri } = await openLog('RECV2026030230-1.LOG');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(5, 0), '\n');
    await vscode.workspace.applyEdit(edit);
    assert.equal((await problemsOf(uri, 1)).length, 1);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('are those of the settings in force when a reading overtakes another', async () => {
    const uri = writeExport('fixes/RECV2026030231-1.LOG', receiveLog(8000, 8000).text);
    await openAsText(uri);
    await problemsOf(uri, 1);
    const severity = () => vscode.languages.getDiagnostics(uri)[0]?.severity;
    const seen: (vscode.DiagnosticSeverity | undefined)[] = [];
    const listening = vscode.languages.onDidChangeDiagnostics(() => seen.push(severity()));
    try {
      // The first one has the file read again, which is still going on when the second one changes what is found.
      await settings().update('dateOrder', 'dayFirst', Workspace);
      await settings().update('thresholds.messages', 10_000, Workspace);
      await waitUntil(() => severity() === vscode.DiagnosticSeverity.Information, 'a near miss');
      await vscode.commands.executeCommand('mailFlow.readAgain', uri);
      // From the first near miss on nothing else was said.
      const after = seen.slice(seen.indexOf(vscode.DiagnosticSeverity.Information));
      assert.deepEqual([...new Set(after)], [vscode.DiagnosticSeverity.Information]);
    } finally {
      listening.dispose();
      await settings().update('dateOrder', undefined, Workspace);
      await settings().update('thresholds.messages', undefined, Workspace);
    }
  });

  it('stay by a setting when it is closed, until it is gone or the setting is', async () => {
    await settings().update('problems.keep', 'workspace', Workspace);
    const first = await openLog('RECV2026030232-1.LOG');
    const second = await openLog('RECV2026030233-1.LOG');
    await closeAllEditors();
    await problemsOf(first.uri, 1);
    await problemsOf(second.uri, 1);
    rmSync(first.uri.fsPath);
    await problemsOf(first.uri, 0);
    await problemsOf(second.uri, 1);
    await settings().update('problems.keep', undefined, Workspace);
    await problemsOf(second.uri, 0);
  });
});
