import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { gzip, zip } from '../generate/archives';
import { closeAllEditors, openAsText, openReport, problemsOf, REPORT_PAGE } from './editor';
import { extension, receiveLog, slowToRead, writeExport } from './exports';
import { waitUntil, webview, workbench } from './page';

const page = webview(REPORT_PAGE);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The document with the lines around one of a file in a container, once it is the active one. */
async function evidence(): Promise<vscode.TextEditor> {
  return await waitUntil(() => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.scheme === 'mail-flow-evidence' && !editor.selection.isEmpty ? editor : undefined;
  }, 'the lines');
}

/** What is selected in an editor. */
const selectedIn = ({ document, selection }: vscode.TextEditor): string => document.getText(selection);

describe('A container', () => {
  const log = receiveLog(1000, 120);
  const members = [
    { name: 'readme.txt', bytes: utf8('Logs of last week\n') },
    { name: 'MX1/RECV2026030200-1.LOG.gz', bytes: gzip(utf8(log.text)), method: 0 },
    { name: 'other/notes.csv', bytes: utf8('a,b\n1,2\n') },
  ];
  const inside = 'MX1/RECV2026030200-1.LOG.gz';

  // As with other files that VS Code takes for binary, opening one does not start an extension.
  before(async () => {
    await extension().activate();
  });
  afterEach(closeAllEditors);

  it('with an export has its entry in Problems, which names the file and the line in it', async () => {
    const uri = writeExport('packed/logs.zip', zip(members));
    await openAsText(uri);
    const [problem] = await problemsOf(uri, 1);
    assert.equal(problem?.range.start.line, 0);
    const line = log.firstTls10Line.toLocaleString('en');
    assert.ok(
      problem?.message.startsWith(`packed/logs.zip/${inside}, line ${line}: Inbound connector`),
      problem?.message,
    );
    await workbench.screenshot('container-placeholder');
    const button = '.editor-actions .action-label[aria-label^="Open Connector Report"]';
    await waitUntil(async () => (await workbench.texts(button)).length === 1, 'the button in the title bar');
    const [first] = problem?.relatedInformation ?? [];
    assert.ok(first !== undefined && first.location.uri.scheme === 'mail-flow-evidence');
    const document = await vscode.workspace.openTextDocument(first.location.uri);
    assert.match(document.lineAt(first.location.range.start.line).text, /SP_PROT_TLS1_0_SERVER/);
  });

  it("leads from the report's page to the proving line, with the lines around it", async () => {
    const uri = writeExport('packed/logs2.zip', zip(members));
    await openReport(uri);
    await page.waitFor('[data-state="done"]');
    assert.equal(await page.text('[data-direction="inbound"] .count'), '1,120');
    assert.deepEqual(await page.axe(), []);
    await page.click('.insight .proof');
    const editor = await evidence();
    const lines = log.text.split('\r\n');
    assert.equal(selectedIn(editor), lines[log.firstTls10Line - 1]);
    const [from, to] = [log.firstTls10Line - 200, log.firstTls10Line + 200].map((each) => each.toLocaleString('en'));
    assert.equal(
      editor.document.lineAt(0).text,
      `Lines ${from} to ${to} of packed/logs2.zip/${inside}, around line ${log.firstTls10Line.toLocaleString('en')}`,
    );
    assert.equal(editor.document.lineCount, 402);
    assert.equal(editor.document.lineAt(1).text, lines[log.firstTls10Line - 201]);
    await workbench.screenshot('evidence');
    await vscode.commands.executeCommand('default:type', { text: 'x' });
    assert.equal(editor.document.isDirty, false);
  });

  it('that holds one file is that file, also in UTF-16', async () => {
    const { text, firstTls10Line } = receiveLog(2, 20);
    const uri = writeExport('packed/RECV2026030210-1.LOG.gz', gzip(Buffer.from(`\uFEFF${text}`, 'utf16le')));
    await openReport(uri);
    await page.waitFor('[data-state="done"]');
    const [problem] = await problemsOf(uri, 1);
    assert.ok(
      problem?.message.startsWith(`packed/RECV2026030210-1.LOG.gz, line ${firstTls10Line}: `),
      problem?.message,
    );
    await page.click('.insight .proof');
    const editor = await evidence();
    assert.equal(selectedIn(editor), text.split('\r\n')[firstTls10Line - 1]);
    // Those before it are all there are.
    assert.equal(editor.selection.start.line, firstTls10Line);
  });

  it('that is damaged gives what came before, and says so', async () => {
    const packed = gzip(utf8(receiveLog(3000, 500).text));
    const uri = writeExport('packed/cut.log.gz', packed.subarray(0, 0.7 * packed.length));
    await openReport(uri);
    await page.waitFor('[data-state="done"]');
    const problems = (await page.texts('#files [data-problem]')).join('\n');
    assert.match(problems, /The compressed file is damaged: it ends too early/);
    const inbound = Number((await page.text('[data-direction="inbound"] .count')).replace(/\D/g, ''));
    assert.ok(inbound > 1000 && inbound < 3500, String(inbound));
  });

  it('without an export is left alone, and says on its report what it holds', async () => {
    const uri = writeExport('packed/other.zip', zip([members[0], members[2]].flatMap((each) => (each ? [each] : []))));
    await openAsText(uri);
    await openReport(uri);
    await page.waitFor('[data-state="failed"]');
    assert.match(await page.text('#failed'), /other\.zip\/readme\.txt.*Logs of last week.*notes\.csv.*a,b/);
    await problemsOf(uri, 0);
  });

  it('is read under progress, and Cancel keeps what was read', async () => {
    const long = slowToRead(receiveLog(20_000, 20_000).text);
    const uri = writeExport(
      'packed/long.zip',
      zip([1, 2, 3].map((number) => ({ name: `RECV${number}.LOG`, bytes: long }))),
    );
    await openReport(uri);
    await page.waitFor('#progress #cancel');
    await page.click('#cancel');
    await page.waitFor('[data-state="done"] #cancelled');
  });

  it('speaks Italian @it', async () => {
    const uri = writeExport('packed/logs-it.zip', zip(members));
    await openAsText(uri);
    const [problem] = await problemsOf(uri, 1);
    assert.match(problem?.message ?? '', /^packed\/logs-it\.zip\/MX1\/.*, riga [\d.]+: /);
    const [first] = problem?.relatedInformation ?? [];
    assert.ok(first !== undefined);
    const document = await vscode.workspace.openTextDocument(first.location.uri);
    assert.match(document.lineAt(0).text, /^Righe da [\d.]+ a [\d.]+ di packed\/logs-it\.zip/);
  });

  it('shows no lines for an address that anyone made up', async () => {
    const address = (query: string) => vscode.Uri.from({ scheme: 'mail-flow-evidence', path: '/a.csv', query });
    for (const query of ['', 'x', '{}', '{"container":"file:///a.zip","inside":"/a","line":-1}', '{"line":"1"}']) {
      await assert.rejects(async () => await vscode.workspace.openTextDocument(address(query)), query);
    }
    const uri = writeExport('packed/few.zip', zip(members));
    const query = (more: object) =>
      JSON.stringify({ container: uri.toString(), inside: `/${inside}`, line: 1, ...more });
    await assert.rejects(async () => await vscode.workspace.openTextDocument(address(query({ inside: '/gone.csv' }))));
    const beyond = await vscode.workspace.openTextDocument(address(query({ line: 99_999_999 })));
    assert.equal(beyond.getText(), `packed/few.zip/${inside} has no line 99,999,999.`);
  });
});
