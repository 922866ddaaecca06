import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, codeOf, openAsText, openReport, problemsOf, REPORT_PAGE } from './editor';
import { extension, receiveLog, workspaceFile, writeExport } from './exports';
import { waitUntil, webview, workbench } from './page';

const page = webview(REPORT_PAGE);
const DEFINITION =
  'Enabled,ConnectorType,RequireTls,TlsSenderCertificateName,Name\r\nTrue,Partner,True,,mx\\PARTNERS\r\n';

/** Writes the workspace's settings, as somebody may who hands a folder on. */
function writeSettings(settings: object): void {
  writeExport('.vscode/settings.json', JSON.stringify(settings));
}

describe('Restricted Mode', () => {
  const text = receiveLog(20, 30).text;

  afterEach(closeAllEditors);

  after(() => vscode.workspace.fs.delete(workspaceFile('.vscode/settings.json')));

  it('reads exports, and shows their report, Problems and figures @restricted', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const uri = writeExport('restricted/RECV2026031100-1.LOG', text);
    await openAsText(uri);
    await problemsOf(uri, 1);
    assert.equal(extension().isActive, true);
    await openReport(uri);
    await page.waitFor('[data-state="done"]');
    await waitUntil(
      async () => (await workbench.texts('[id$="mailFlow.glance"]')).some((shown) => shown.includes('on TLS 1.0')),
      'the status bar item',
    );
    await workbench.screenshot('restricted');
  });

  it('reads no file because a setting of the folder names it; other settings hold @restricted', async () => {
    writeExport('elsewhere/definitions.csv', DEFINITION);
    writeSettings({ 'mailFlow.definitionFiles': ['elsewhere/definitions.csv'], 'mailFlow.thresholds.messages': 31 });
    const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('mailFlow');
    await waitUntil(() => settings().get('thresholds.messages') === 31, "the folder's settings");
    assert.deepEqual(settings().get('definitionFiles'), []);
    const uri = writeExport('restricted/RECV2026031101-1.LOG', text);
    await openAsText(uri);
    const [problem] = await problemsOf(uri, 1);
    assert.equal(codeOf(problem), 'inbound-unknown-tls10');
    assert.equal(problem?.severity, vscode.DiagnosticSeverity.Information);
  });

  it('offers everything it offers elsewhere: lens, quick fixes, tree, commands, the tool for assistants @restricted', async () => {
    const uri = writeExport('restricted/RECV2026031102-1.LOG', text);
    await openAsText(uri);
    const [problem] = await problemsOf(uri, 1);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
    assert.equal(lenses.length, 1);
    const range = problem?.range ?? new vscode.Range(0, 0, 0, 0);
    const fixes = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
    );
    const ours = fixes.filter(({ command }) => command?.command.startsWith('mailFlow.'));
    assert.equal(ours.length, 5);
    const copy = ours.find(({ command }) => command?.command === 'mailFlow.copyEvidence')?.command;
    await vscode.commands.executeCommand('mailFlow.copyEvidence', ...(copy?.arguments ?? []));
    assert.match(await vscode.env.clipboard.readText(), /MX\\Partners|Partners/);
    await vscode.commands.executeCommand('mailFlow.showAnalyses');
    const rows = () => workbench.texts('.pane:has(> .pane-header[aria-label^="Analyses"]) .monaco-list-row');
    await waitUntil(async () => (await rows()).some((row) => row.includes('From connector')), 'the tree');
    const manifest = extension().packageJSON as { contributes: { commands: { command: string }[] } };
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      manifest.contributes.commands.filter(({ command }) => !known.has(command)),
      [],
    );
    assert.ok(vscode.lm.tools.some(({ name }) => name === 'mailFlow_connectors'));
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('follows the settings of the folder as soon as it is trusted @restricted', async () => {
    writeExport('elsewhere/definitions.csv', DEFINITION);
    const unopened = writeExport('background/RECV2026031104-1.LOG', text.replaceAll(',08DC', ',02DC'));
    writeSettings({
      'mailFlow.definitionFiles': ['elsewhere/definitions.csv'],
      'mailFlow.autoAnalyze': true,
    });
    const uri = writeExport('restricted/RECV2026031103-1.LOG', text);
    await openAsText(uri);
    await vscode.commands.executeCommand('workbench.action.keepEditor');
    const [before] = await problemsOf(uri, 1);
    assert.equal(codeOf(before), 'inbound-unknown-tls10');
    assert.deepEqual(vscode.languages.getDiagnostics(unopened), []);
    await vscode.commands.executeCommand('workbench.trust.manage');
    await workbench.click('.workspace-trust-editor .monaco-button:has-text("Trust") >> nth=0');
    await waitUntil(() => vscode.workspace.isTrusted, 'trust');
    await waitUntil(
      async () => codeOf(vscode.languages.getDiagnostics(uri)[0]) === 'inbound-partner-tls10',
      'the rule for a Partner connector, which the definitions tell of',
    );
    await waitUntil(() => vscode.languages.getDiagnostics(unopened).length > 0, 'what is read in the background');
    await workbench.screenshot('trusted');
  });
});
