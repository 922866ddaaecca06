import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, openAsText, REPORT_PAGE } from './editor';
import { binaryLookingTrace, receiveLog, writeExport } from './exports';
import { waitUntil, webview, workbench } from './page';

const page = webview(REPORT_PAGE);

/** Two connectors: the second one's sessions stand between the rows of the first one's. */
function interleavedLog(): string {
  const lines = receiveLog(1, 2).text.split('\r\n');
  const [head, first, second, third] = [
    lines.slice(0, 5),
    lines.slice(5, 17),
    lines.slice(17, 29),
    lines.slice(29, 41),
  ];
  const other = third.map((line) => line.replace('MX\\Partners', 'MX\\Other'));
  // The second begins and ends within the first; the third begins within it and ends behind it.
  return [
    ...head,
    ...first.slice(0, 3),
    ...second,
    ...other.slice(0, 4),
    ...first.slice(3),
    ...other.slice(4),
    '',
  ].join('\r\n');
}

function lensesOf(uri: vscode.Uri): Thenable<vscode.CodeLens[]> {
  return vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
}

async function lensOf(uri: vscode.Uri): Promise<string> {
  const lenses = await waitUntil(
    async () => ((await lensesOf(uri)).length === 1 ? lensesOf(uri) : undefined),
    'a lens',
  );
  return lenses[0]?.command?.title ?? '';
}

async function hoverAt(uri: vscode.Uri, line: number, text: string): Promise<string> {
  const document = await vscode.workspace.openTextDocument(uri);
  const place = new vscode.Position(line, document.lineAt(line).text.indexOf(text) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, place);
  return hovers.flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value)).join('\n');
}

/** Has the active editor show its hover, until it says something. */
async function showHoverAt(line: number, text: string, said: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  const place = new vscode.Position(line, editor.document.lineAt(line).text.indexOf(text) + 1);
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(editor.selection);
  await waitUntil(async () => {
    await vscode.commands.executeCommand('editor.action.showHover');
    return (await workbench.texts('.monaco-hover-content')).some((shown) => shown.includes(said));
  }, 'the hover');
}

function symbolsOf(uri: vscode.Uri): Thenable<vscode.DocumentSymbol[] | undefined> {
  return vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri);
}

describe('The text of an export', () => {
  afterEach(closeAllEditors);

  it('has what it comes to over its first line, which opens the report', async () => {
    const uri = writeExport('text/RECV2026030210-1.LOG', receiveLog(4, 1).text);
    await openAsText(uri);
    assert.equal(await lensOf(uri), '5 inbound messages · 1 connector on TLS 1.0 · Open Connector report');
    const [lens] = await lensesOf(uri);
    assert.equal(lens?.range.start.line, 0);
    await waitUntil(
      async () => (await workbench.texts('.codelens-decoration a')).length === 1,
      'the lens in the editor',
    );
    await workbench.screenshot('code-lens', { width: 1500, height: 700 });
    await workbench.click('.codelens-decoration a');
    await page.waitFor('[data-state="done"]:has-text("RECV2026030210-1.LOG")');
  });

  it('has a lens that follows the file and the setting', async () => {
    const uri = writeExport('text/RECV2026030211-1.LOG', receiveLog(4, 1).text);
    await openAsText(uri);
    await lensOf(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    const more = receiveLog(6, 2).text;
    edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), more);
    await vscode.workspace.applyEdit(edit);
    assert.match(await lensOf(uri), /^5 inbound messages/, 'of the saved file');
    await document.save();
    await waitUntil(async () => (await lensOf(uri)).startsWith('8 inbound messages'), 'the new count');
    const settings = vscode.workspace.getConfiguration('mailFlow');
    await settings.update('codeLens', false, vscode.ConfigurationTarget.Workspace);
    try {
      await waitUntil(async () => (await lensesOf(uri)).length === 0, 'no lens');
    } finally {
      await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await lensOf(uri);
  });

  it('explains a TLS version and a cipher where the pointer is', async () => {
    const { text, firstTls10Line } = receiveLog(1, 1);
    const uri = writeExport('text/RECV2026030212-1.LOG', text);
    await openAsText(uri);
    await lensOf(uri);
    const old = await hoverAt(uri, firstTls10Line - 1, 'SP_PROT_TLS1_0');
    assert.match(old, /^\*\*TLS 1\.0\*\* – Given up: RFC 8996/);
    assert.match(old, /\[What to do about it\]\(command:mailFlow\.showGuidance\?%5B%22upgrading-tls%22%5D\)/);
    assert.match(await hoverAt(uri, firstTls10Line - 1, 'CALG_AES_256'), /AES with keys of 256 bits/);
    assert.equal(await hoverAt(uri, 6, '220 mx'), '');
    await showHoverAt(firstTls10Line - 1, 'SP_PROT_TLS1_0', 'RFC 8996');
    await workbench.screenshot('hover-version', { width: 1500, height: 700 });
  });

  it('explains a custom_data cell as a table', async () => {
    const row = `2026-03-02T10:00:00.0000000Z,SMTP,RECEIVE,1,Incoming,"'S:InboundConnectorData=Name=<b>|Fabrikam;ConnectorType=Partner';S:FromEntity=Partner;S:tlsversion=SP_PROT_TLS1_0_SERVER;S:Odd=[x](command:evil)"`;
    const header = 'date_time_utc,source,event_id,network_message_id,directionality,custom_data';
    const uri = writeExport('text/trace.csv', `${header}\r\n${row}\r\n`);
    await openAsText(uri);
    await lensOf(uri);
    const hover = await hoverAt(uri, 1, 'S:FromEntity');
    assert.match(hover, /\*\*custom\\_data: 4 items\*\*/);
    assert.match(hover, /TLS state that this row tells: TLS 1\.0/);
    assert.match(hover, /\| tlsversion \| SP\\_PROT\\_TLS1\\_0\\_SERVER \| TLS version of the SMTP session/);
    assert.match(hover, /Name=&lt;b&gt;\\\|Fabrikam;ConnectorType=Partner/);
    assert.doesNotMatch(hover, /[^\\]\]\(command:evil/);
    await showHoverAt(1, 'S:FromEntity', 'Fabrikam');
    await workbench.screenshot('hover-items', { width: 1500, height: 700 });
  });

  it('has an outline of connectors with their sessions', async () => {
    const uri = writeExport('text/RECV2026030213-1.LOG', interleavedLog());
    await openAsText(uri);
    await lensOf(uri);
    const symbols = (await symbolsOf(uri)) ?? [];
    assert.deepEqual(
      symbols.map(({ name, detail }) => [name, detail]),
      [
        ['MX\\Partners', '2 sessions'],
        ['MX\\Other', '1 session'],
      ],
    );
    assert.deepEqual(
      symbols[0]?.children.map(({ name, detail, range }) => [name, detail, range.start.line]),
      [
        ['2026-03-02T00:00:00.000Z 203.0.113.1:50000', 'TLS 1.2', 5],
        ['2026-03-02T00:00:01.000Z 203.0.113.2:50000', 'TLS 1.0', 8],
      ],
    );
  });

  it('has an outline of connectors with their TLS states, where it is no protocol log', async () => {
    const uri = writeExport('text/plain-trace.csv', Buffer.from(binaryLookingTrace(12).bytes).toString('utf16le'));
    await openAsText(uri);
    await lensOf(uri);
    const [connector] = (await symbolsOf(uri)) ?? [];
    assert.equal(connector?.name, 'From your partner - Fabrikam');
    assert.equal(connector?.detail, '12 messages');
    assert.deepEqual(
      connector?.children.map(({ name, range }) => [name, range.start.line]),
      [['TLS 1.0', 1]],
    );
  });

  it('folds sessions, whole or in parts', async () => {
    const uri = writeExport('text/RECV2026030214-1.LOG', interleavedLog());
    await openAsText(uri);
    await lensOf(uri);
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      uri,
    );
    assert.deepEqual(
      folds.map(({ start, end }) => [start, end]),
      [
        [5, 32],
        [8, 19],
        [20, 23],
        [33, 40],
      ],
    );
    await vscode.commands.executeCommand('editor.foldAll');
    await vscode.commands.executeCommand('outline.focus');
    await workbench.screenshot('outline-and-folds', { width: 1500, height: 900 });
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('leaves files alone that are no exports', async () => {
    const export_ = writeExport('text/RECV2026030215-1.LOG', receiveLog(1, 1).text);
    const other = writeExport('text/other.csv', `name,value\nversion,"S:tlsversion=TLS1.0"\n`);
    await openAsText(export_);
    await lensOf(export_);
    await openAsText(other);
    assert.deepEqual(await lensesOf(other), []);
    assert.equal(await hoverAt(other, 1, 'S:tlsversion'), '');
    assert.equal(await symbolsOf(other), undefined);
  });

  it('offers nothing any more once it is closed', async () => {
    const uri = writeExport('text/RECV2026030216-1.LOG', receiveLog(1, 1).text);
    await openAsText(uri);
    await lensOf(uri);
    await closeAllEditors();
    await waitUntil(async () => {
      await vscode.workspace.openTextDocument(uri);
      return (await lensesOf(uri)).length === 0;
    }, 'no lens');
  });
});
