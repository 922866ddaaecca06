import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { AnalysisStore } from '../../src/host/analysis/analysisStore';
import { AssistantTool } from '../../src/host/assistants/assistantTool';
import { closeAllEditors, openAsText, problemsOf } from './editor';
import { receiveLog, writeExport } from './exports';

const TOOL = 'mailFlow_connectors';

/** Asks the tool as an assistant does. VS Code asks no user while tests run: it takes the answer to be yes. */
async function ask(input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(TOOL, { input, toolInvocationToken: undefined });
  return content.map((part) => (part as vscode.LanguageModelTextPart).value).join('');
}

/** What the user is asked before the tool says anything. */
function question(): string {
  const asked = new AssistantTool({ all: [] } as unknown as AnalysisStore).prepareInvocation().confirmationMessages;
  return `${asked?.title} ${asked?.message}`;
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

  it('it tells who still uses TLS 1.0, in sums and without names', async () => {
    assert.match(question(), /^Tell the assistant about mail flow\?.*Names are replaced by stand-ins/);
    const answer = await ask({});
    const { analyses } = JSON.parse(answer);
    assert.equal(analyses[0].found[0].tls['tls1.0'].messages, 12);
    assert.equal(analyses[0].found[0].connector, 'From connector - connector-1');
    assert.doesNotMatch(answer, /MX|Partners|RECV2026|203\.0\.113|fabrikam|contoso/i);
  });

  it('it names connectors where the setting allows it, and says so', async () => {
    const settings = vscode.workspace.getConfiguration('mailFlow');
    await settings.update('assistants.names', true, vscode.ConfigurationTarget.Global);
    try {
      assert.match(question(), /with the names of connectors and files/);
      const answer = await ask({ tls: ['tls1.2'] });
      assert.match(answer, /From connector - MX\\\\Partners/);
      assert.doesNotMatch(answer, /203\.0\.113|fabrikam/i);
    } finally {
      await settings.update('assistants.names', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('it refuses what it does not know', async () => {
    await assert.rejects(ask({ tls: ['tls9'] }), /"tls" is a list/);
  });

  it('it says where nothing is open', async () => {
    await closeAllEditors();
    assert.match(await ask({}), /^No mail export is open/);
  });
});
