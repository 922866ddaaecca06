import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAllEditors, openAsText } from './editor';
import { receiveLog, sampleExport, workspaceFile, writeExport } from './exports';
import { tokenizer } from './grammars';
import { waitUntil, workbench } from './page';

const THEMES = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
  'dark-2026': 'Dark 2026',
  'light-2026': 'Light 2026',
};

async function languageOf(uri: vscode.Uri): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).languageId;
}

/** How far two colours lie apart, as `rgb(…)` writes them. */
function distance(a: string, b: string): number {
  const [one = [], other = []] = [a, b].map((color) => [...color.matchAll(/\d+/g)].slice(0, 3).map(Number));
  return Math.hypot(...one.map((part, index) => part - (other[index] ?? 0)));
}

describe('Highlighting', () => {
  afterEach(closeAllEditors);

  it('takes files by the names that Exchange gives them, in any case, and by their first line', async () => {
    const log = receiveLog(1, 1).text;
    for (const name of [
      'RECV2026030208-1.LOG',
      'recv20260302-0001.log',
      'SEND2026030208-12.LOG',
      'MSGTRKMD2026030208-1.LOG',
    ]) {
      assert.equal(await languageOf(writeExport(`names/${name}`, log)), 'exchange-log', name);
    }
    assert.equal(await languageOf(writeExport('names/receive', log)), 'exchange-log');
    assert.equal(await languageOf(writeExport('names/rows', log.split('\r\n').slice(5).join('\r\n'))), 'exchange-log');
    const trace = readFileSync(sampleExport().fsPath);
    assert.equal(await languageOf(writeExport('names/trace', trace)), 'exchange-message-trace');
    assert.equal(await languageOf(writeExport('names/trace.csv', trace)), 'exchange-message-trace');
  });

  it('leaves files alone that another language has claimed, until it is asked for', async () => {
    const uri = writeExport('names/server.log', receiveLog(1, 1).text);
    assert.equal(await languageOf(uri), 'log');
    assert.equal(await languageOf(writeExport('names/RECVother.log', 'nothing\n')), 'log');
    assert.equal(await languageOf(writeExport('names/other.csv', 'a,b\n')), 'plaintext');
    await openAsText(uri);
    await vscode.commands.executeCommand('mailFlow.useHighlighting');
    await waitUntil(async () => (await languageOf(uri)) === 'exchange-log', 'our language');
    const json = writeExport('names/trace.json', readFileSync(workspaceFile('message-trace/array.json').fsPath));
    await openAsText(json);
    const refused = vscode.commands.executeCommand('mailFlow.useHighlighting', json);
    await waitUntil(
      async () => (await workbench.texts('.notification-toast')).some((text) => text.includes('has a highlighting')),
      'a notification',
    );
    await vscode.commands.executeCommand('notifications.clearAll');
    await refused;
    assert.equal(await languageOf(json), 'json');
  });

  it('tells the fields of a protocol log apart', async () => {
    const tokens = await tokenizer('exchange-log');
    assert.deepEqual(tokens('#Fields: date-time,data'), [
      ['#', 'punctuation.definition.comment.exchange'],
      ['Fields', 'variable.language.directive.exchange'],
      [': date-time,data', 'comment.line.number-sign.directive.exchange'],
    ]);
    assert.deepEqual(
      tokens(
        '2026-03-02T08:00:01.100Z,"EX1\\Name, two",08DE000000000001,5,192.0.2.1:25,[2001:db8::1]:5000,<,EHLO a.example,',
      ),
      [
        ['2026-03-02T08:00:01.100Z', 'constant.numeric.timestamp.exchange'],
        ['"EX1\\Name, two"', 'entity.name.type.connector.exchange'],
        ['08DE000000000001', 'variable.other.session.exchange'],
        ['5', 'constant.numeric.sequence.exchange'],
        ['192.0.2.1:25', 'constant.numeric.endpoint.local.exchange'],
        ['[2001:db8::1]:5000', 'constant.numeric.endpoint.remote.exchange'],
        ['<', 'support.function.event.exchange'],
        ['EHLO', 'support.function.smtp.exchange'],
      ],
    );
  });

  it('tells the fields of a message tracking log apart', async () => {
    const tokens = await tokenizer('exchange-log');
    const scopes = tokens(
      '2026-03-02T08:00:01.200Z,192.0.2.1,a.example,192.0.2.2,EX1,"x, ""y""",EX1\\Default EX1,SMTP,RECEIVE,4,<m1@mail.example>,,,,,,,,,,,Incoming,,,,S:FromEntity=Internet',
    );
    const of = (text: string) => scopes.find(([found]) => found === text)?.[1];
    assert.equal(of('EX1\\Default EX1'), 'entity.name.type.connector.exchange');
    assert.equal(of('SMTP'), 'variable.language.source.exchange');
    assert.equal(of('RECEIVE'), 'support.function.event.exchange');
    assert.equal(of('FromEntity'), 'variable.other.item.exchange');
  });

  it('marks old versions and weak ciphers, and no others', async () => {
    const tokens = await tokenizer('exchange-message-trace');
    const scopeOf = (text: string) => tokens(`,${text},`).find(([found]) => found === text)?.[1];
    for (const old of [
      'SP_PROT_TLS1_0_SERVER',
      'SP_PROT-TLS1_1_CLIENT',
      'SP_PROT_TLS1_SERVER',
      'SP_PROT_SSL3_SERVER',
      'TLS1.0',
      'TLS 1.1',
      'TLSv1',
      'TLS1_0',
      'SSLv3',
    ]) {
      assert.equal(scopeOf(old), 'invalid.deprecated.tls-version.exchange', old);
    }
    for (const current of ['SP_PROT_TLS1_2_SERVER', 'SP_PROT_TLS1_3_CLIENT', 'TLS1.2', 'TLS1_3', 'TLSv1.3']) {
      assert.equal(scopeOf(current), 'constant.language.tls-version.exchange', current);
    }
    for (const weak of ['CALG_RC4', 'CALG_3DES', 'TLS_RSA_WITH_3DES_EDE_CBC_SHA', 'TLS_RSA_WITH_RC4_128_MD5']) {
      assert.equal(scopeOf(weak), 'invalid.deprecated.cipher.exchange', weak);
    }
    for (const cipher of ['CALG_AES_256', 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384']) {
      assert.equal(scopeOf(cipher), 'support.type.cipher.exchange', cipher);
    }
  });

  it('names the connector of a message trace', async () => {
    const tokens = await tokenizer('exchange-message-trace');
    const scopes = tokens(
      `"2026-03-02T08:00:01.2000000Z","SMTP","RECEIVE","'S:InboundConnectorData=Name=Contoso HQ;ConnectorType=OnPremises';S:tlsversion=SP_PROT_TLS1_0_SERVER"`,
    );
    assert.deepEqual(
      scopes.filter(([, scope]) => /connector|version|event|source/.test(scope)),
      [
        ['SMTP', 'variable.language.source.exchange'],
        ['RECEIVE', 'support.function.event.exchange'],
        ['Contoso HQ', 'entity.name.type.connector.exchange'],
        ['SP_PROT_TLS1_0_SERVER', 'invalid.deprecated.tls-version.exchange'],
      ],
    );
  });

  it('gets to the end of lines that are made to hold it up', async () => {
    for (const language of ['exchange-log', 'exchange-message-trace']) {
      const tokens = await tokenizer(language);
      for (const part of ['""', '",', 'TLS_', 'SP_PROT_', 'S:a', '<', '2026-03-02T00:00:00', 'date_time_utc', ',']) {
        const line = part.repeat(20_000);
        const covered = tokens(line).reduce((sum, [text]) => sum + text.length, 0);
        assert.ok(covered <= line.length, part);
        tokens(`2026-03-02T00:00:00Z,${line}`);
        tokens(`2026-03-02T00:00:00Z,"${line}`);
      }
    }
  });

  for (const [name, theme] of Object.entries(THEMES)) {
    it(`makes old versions stand out in ${theme}`, async () => {
      const workbenchSettings = vscode.workspace.getConfiguration('workbench');
      await workbenchSettings.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
      try {
        await openAsText(writeExport('names/RECV2026030299-1.LOG', receiveLog(1, 1).text));
        const colors = await waitUntil(async () => {
          const found = await workbench.tokenColors();
          // Lines that are drawn anew meanwhile have no colour, and colours of a theme come after the text.
          const isDrawn = found.every(([, color]) => color !== '');
          const isThere = found.some(([text]) => text.startsWith('SP_PROT_TLS1_0'));
          return isDrawn && isThere && new Set(found.map(([, color]) => color)).size > 4 ? found : undefined;
        }, 'the line that tells TLS 1.0');
        const old = colors.find(([text]) => text.startsWith('SP_PROT_TLS1_0'))?.[1];
        const others = colors.filter(([text]) => !text.startsWith('SP_PROT_TLS1_0'));
        assert.deepEqual(
          others.filter(([, color]) => distance(color, old ?? '') < 65),
          [],
        );
        await workbench.screenshot(`highlighting-${name}`, { width: 1500, height: 800 });
      } finally {
        await workbenchSettings.update('colorTheme', undefined, vscode.ConfigurationTarget.Global);
      }
    });
  }
});
