import * as vscode from 'vscode';
import { InsightDiagnostic } from '../insightDiagnostics';
import { refOf } from './insightRef';

/** What can be done about an insight, at the light bulb and in the Problems panel. */
export class QuickFixes implements vscode.CodeActionProvider, vscode.Disposable {
  readonly #registration: vscode.Disposable;

  /** For files of any kind: only entries of ours get any. */
  constructor() {
    this.#registration = vscode.languages.registerCodeActionsProvider('*', this, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    });
  }

  dispose(): void {
    this.#registration.dispose();
  }

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics, only }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    if (only !== undefined && !only.contains(vscode.CodeActionKind.QuickFix)) {
      return [];
    }
    const ours = diagnostics.filter((diagnostic) => diagnostic instanceof InsightDiagnostic);
    return ours.flatMap((diagnostic) => actionsFor(diagnostic, document.uri));
  }
}

function actionsFor(diagnostic: InsightDiagnostic, uri: vscode.Uri): vscode.CodeAction[] {
  const action = (title: string, command: string): vscode.CodeAction => {
    const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    made.command = { command, title, arguments: [uri, refOf(diagnostic)] };
    made.diagnostics = [diagnostic];
    return made;
  };
  return [
    action(vscode.l10n.t('Show in Connector report'), 'mailFlow.showInsight'),
    action(vscode.l10n.t('Copy evidence'), 'mailFlow.copyEvidence'),
    action(vscode.l10n.t('Draft a notice to the partner'), 'mailFlow.draftNotice'),
    action(vscode.l10n.t('Adjust threshold…'), 'mailFlow.adjustThreshold'),
    action(vscode.l10n.t('Mute this connector'), 'mailFlow.muteConnector'),
  ];
}
