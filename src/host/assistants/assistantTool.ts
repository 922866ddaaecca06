import * as vscode from 'vscode';
import { type AskedAnalysis, assistantAnswer } from '../../core/assistant/answer';
import { readQuestion } from '../../core/assistant/question';
import type { AnalysisStore } from '../analysis/analysisStore';
import { SECTION } from '../settings/settingNames';

/** Tells assistants which connectors of the open analyses have mail under TLS 1.0, or in other states: sums, and no names. */
export class AssistantTool implements vscode.LanguageModelTool<unknown> {
  readonly #store: AnalysisStore;

  constructor(store: AnalysisStore) {
    this.#store = store;
  }

  /** Asks the user: what is told leaves VS Code. */
  prepareInvocation(): vscode.PreparedToolInvocation {
    const message = namesAreAllowed()
      ? vscode.l10n.t('The assistant gets counts by connector and TLS version, with the names of connectors and files.')
      : vscode.l10n.t('The assistant gets counts by connector and TLS version. Names are replaced by stand-ins.');
    return {
      invocationMessage: vscode.l10n.t('Looking at the mail flow of open exports'),
      confirmationMessages: { title: vscode.l10n.t('Tell the assistant about mail flow?'), message },
    };
  }

  /** Answers as JSON. */
  invoke({ input }: vscode.LanguageModelToolInvocationOptions<unknown>): vscode.LanguageModelToolResult {
    const question = readQuestion(input);
    const analyses = [...this.#store.all].flatMap(({ title, state }): AskedAnalysis[] =>
      state.kind === 'done' ? [{ title, report: state.report }] : [],
    );
    const text =
      analyses.length === 0
        ? 'No mail export is open in VS Code, or none has been read yet. Ask the user to open one.'
        : JSON.stringify(assistantAnswer(analyses, question, namesAreAllowed()));
    return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
  }
}

function namesAreAllowed(): boolean {
  const settings = vscode.workspace.getConfiguration(SECTION);
  return settings.get('assistants.names') === true;
}
