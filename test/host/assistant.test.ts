import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, openAsText, problemsOf } from './editor';
import { receiveLog, writeExport } from './exports';
import { waitUntil, workbench } from './page';

const TOOL = 'mailFlow_connectors';
const DIALOG = '.monaco-dialog-box';

/** Asks the tool as an assistant does, and presses a button where the user is asked; the answer's text. */
async function ask(input: object, press: 'Yes' | 'Cancel' = 'Yes'): Promise<{ answer: string; asked: string }> {
  const invoked = Promise.resolve(vscode.lm.invokeTool(TOOL, { input, toolInvocationToken: undefined }));
  // Who waits for it below hears of it.
  invoked.catch(() => {});
  const asked = await waitUntil(async () => (await workbench.texts(DIALOG))[0], 'the question to the user');
  await workbench.screenshot('assistant-confirmation');
  await workbench.click(`${DIALOG} .dialog-buttons .monaco-button >> nth=${press === 'Yes' ? 0 : 1}`);
  const { content } = await invoked;
  return { answer: content.map((part) => (part as vscode.LanguageModelTextPart).value).join(''), asked };
}

describe('For assistants', () => {
  before(async () => {
    const uri = writeExport('logs/RECV2026030800-1.LOG', receiveLog(30, 12).text);
    await openAsText(uri);
    await problemsOf(uri, 1);
  });

  after(closeAllEditors);

  it('there is one tool', () => {
    const tools = vscode.lm.tools.filter(({ name }) => name.startsWith('mailFlow'));
    assert.deepEqual(
      tools.map(({ name }) => name),
      [TOOL],
    );
  });

  it('it tells who still uses TLS 1.0, in sums and without names, once the user has agreed', async () => {
    const { answer, asked } = await ask({});
    assert.match(asked, /Tell the assistant about mail flow\?.*Names are replaced by stand-ins/);
    const { analyses } = JSON.parse(answer);
    assert.equal(analyses[0].found[0].tls['tls1.0'].messages, 12);
    assert.equal(analyses[0].found[0].connector, 'From connector - connector-1');
    assert.doesNotMatch(answer, /MX|Partners|RECV2026|203\.0\.113|fabrikam|contoso/i);
  });

  it('it tells nothing where the user says no', async () => {
    await assert.rejects(ask({}, 'Cancel'));
  });

  it('it names connectors where the setting allows it, and says so', async () => {
    const settings = vscode.workspace.getConfiguration('mailFlow');
    await settings.update('assistants.names', true, vscode.ConfigurationTarget.Global);
    try {
      const { answer, asked } = await ask({ tls: ['tls1.2'] });
      assert.match(asked, /with the names of connectors and files/);
      assert.match(answer, /From connector - MX\\\\Partners/);
      assert.doesNotMatch(answer, /203\.0\.113|fabrikam/i);
    } finally {
      await settings.update('assistants.names', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('it refuses what it does not know', async () => {
    await assert.rejects(ask({ tls: ['tls9'] }), /"tls" is a list/);
  });
});
