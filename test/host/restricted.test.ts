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
});
