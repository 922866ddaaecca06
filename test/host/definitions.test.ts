import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAllEditors, codeOf, openAsText, openReport, problemsOf, REPORT_PAGE } from './editor';
import { receiveLog, writeExport } from './exports';
import { waitUntil, webview, workbench } from './page';

const page = webview(REPORT_PAGE);
const HEADER = 'Enabled,ConnectorType,RequireTls,TlsSenderCertificateName,Name';
const PARTNER = 'True,Partner,True,mail.fabrikam.example,mx\\PARTNERS';
const csv = (...rows: readonly string[]): string => [HEADER, ...rows, ''].join('\r\n');

/** As `Get-InboundConnector | Format-List > FILE` writes it in Windows PowerShell. */
function listOf(type: string): Uint8Array {
  const lines = ['', '', 'Name          : MX\\Partners', `ConnectorType : ${type}`, 'RequireTls    : True', '', ''];
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf16le');
}

/** Waits until the file's one entry in Problems is of this rule. */
async function ruleOf(uri: vscode.Uri, rule: string): Promise<void> {
  await waitUntil(async () => codeOf((await problemsOf(uri, 1))[0]) === rule, rule);
}

describe('Connector definitions', () => {
  afterEach(closeAllEditors);

  it('beside an export tell the type and whether TLS is forced, and where that stands', async () => {
    writeExport('beside/notes.csv', 'a,b\n1,2\n');
    writeExport('beside/connectors.csv', csv(PARTNER, 'False,OnPremises,False,,Quiet', 'True,Friend,True,,Odd'));
    const uri = writeExport('beside/RECV2026030200-1.LOG', receiveLog(20, 30).text);
    await openReport(uri);
    await page.waitFor('[data-state="done"]');
    await ruleOf(uri, 'inbound-partner-tls10');
    assert.deepEqual(await page.texts('#files h3'), ['beside/RECV2026030200-1.LOG', 'beside/connectors.csv']);
    const row = '#details .grid-body [data-row="0"]';
    assert.equal(await page.text(`${row} [data-column="type"]`), 'Partner');
    assert.equal(await page.text(`${row} [data-column="forcedTls"]`), 'Yes');
    assert.equal(
      await page.attribute(`${row} [data-column="type"] span`, 'title'),
      'Defined in beside/connectors.csv, line 2',
    );
    const choose =
      'const e = document.querySelector("#show-data-for"); e.value = arg; e.dispatchEvent(new Event("change", { bubbles: true }))';
    await page.evaluate(choose, 'inbound:named:mx\\partners');
    assert.match(
      await page.text('#definition'),
      /TLS is forced\. The certificate has to name mail\.fabrikam\.example\./,
    );
    await page.evaluate(choose, 'inbound:named:quiet');
    await page.waitFor('#definition:has-text("switched off")');
    assert.match(await page.text('.chart-panel'), /No message of these days matches the filters/);
    assert.deepEqual(await page.axe(), []);
    await workbench.screenshot('definitions', { width: 1280, height: 1700 });
    await page.click('#definition .to-definition');
    await waitUntil(() => isAt('connectors.csv', 3), 'the line that defines it');
    await openReport(uri);
    await page.click('[data-problem="unknownSetting"] .line');
    await waitUntil(() => isAt('connectors.csv', 4), 'the line of the problem');
  });

  it('that have changed are read with the export that has grown', async () => {
    const definitions = writeExport('grown/connectors.csv', csv(PARTNER));
    const uri = writeExport('grown/RECV2026030200-1.LOG', receiveLog(20, 30).text);
    const grow = (about: string): void => {
      const rows = receiveLog(10, 10)
        .text.split('\r\n')
        .filter((line) => line !== '' && !line.startsWith('#'));
      appendFileSync(uri.fsPath, rows.map((line) => `${line.replaceAll(',08DC', `,0${about}C`)}\r\n`).join(''));
    };
    await openReport(uri);
    await ruleOf(uri, 'inbound-partner-tls10');
    grow('9A');
    await vscode.commands.executeCommand('mailFlow.readAgain');
    await page.waitFor('[data-direction="inbound"] .count:has-text("70")');
    await ruleOf(uri, 'inbound-partner-tls10');
    grow('9B');
    writeExport('grown/connectors.csv', csv(PARTNER.replace('Partner', 'OnPremises')));
    await vscode.commands.executeCommand('mailFlow.readAgain');
    await page.waitFor('[data-direction="inbound"] .count:has-text("90")');
    await ruleOf(uri, 'inbound-onpremises-tls10');
    await vscode.workspace.fs.delete(definitions);
    await vscode.commands.executeCommand('mailFlow.readAgain');
    await ruleOf(uri, 'inbound-unknown-tls10');
  });

  it('that are edited count as soon as they are saved', async () => {
    const definitions = writeExport('edited/connectors.csv', csv(PARTNER));
    const uri = writeExport('edited/RECV2026030200-1.LOG', receiveLog(20, 30).text);
    await openAsText(uri);
    await ruleOf(uri, 'inbound-partner-tls10');
    const editor = await vscode.window.showTextDocument(definitions, { preview: false });
    await editor.edit((edit) => edit.replace(new vscode.Range(1, 5, 1, 12), 'OnPremises'));
    await editor.document.save();
    await ruleOf(uri, 'inbound-onpremises-tls10');
  });

  it('that a setting names are read at run time, and what is wrong with them is said', async () => {
    const definitions = writeExport('elsewhere/list.txt', listOf('OnPremises'));
    writeExport('elsewhere/other.log', receiveLog(3, 3).text);
    const uri = writeExport('named/RECV2026030200-1.LOG', receiveLog(20, 30).text);
    const settings = vscode.workspace.getConfiguration('mailFlow');
    const name = (paths: unknown): Thenable<void> =>
      settings.update('definitionFiles', paths, vscode.ConfigurationTarget.Workspace);
    await openReport(uri);
    await ruleOf(uri, 'inbound-unknown-tls10');
    try {
      await name(['elsewhere/list.txt', 'elsewhere/other.log', 'elsewhere/missing.csv', 7, '']);
      await ruleOf(uri, 'inbound-onpremises-tls10');
      await page.waitFor('[data-state="done"] [data-file="elsewhere/list.txt"]:has-text("Connector definitions")');
      await page.waitFor('[data-file="elsewhere/other.log"] [data-problem="noDefinitions"]');
      await page.waitFor('[data-file="elsewhere/missing.csv"] [data-problem="unreadable"]');
      assert.equal(await page.text('[data-direction="inbound"] .count'), '50');
      await name(definitions.fsPath);
      await ruleOf(uri, 'inbound-unknown-tls10');
      await name([definitions.fsPath]);
      await ruleOf(uri, 'inbound-onpremises-tls10');
    } finally {
      await name(undefined);
    }
    await ruleOf(uri, 'inbound-unknown-tls10');
  });

  it('alone are no error, and say what they are for', async () => {
    await openReport(writeExport('alone/connectors.csv', csv(PARTNER)));
    await page.waitFor('[data-state="done"] #nothing-counted:has-text("These are connector definitions")');
    assert.equal(await page.count('#failed'), 0);
    assert.deepEqual(await page.axe(), []);
  });

  function isAt(name: string, line: number): boolean {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.path.endsWith(name) === true && editor.selection.active.line === line - 1;
  }
});
