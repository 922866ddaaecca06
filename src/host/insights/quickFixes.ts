import * as vscode from 'vscode';
import { insightConnectorKey } from '../../core/report/connectorReport';
import type { Insight } from '../../core/report/report';
import { InsightDiagnostic } from '../problems/insightDiagnostics';
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
    return actionsFor(ours, document.uri);
  }
}

/** The actions of each insight, and the mute of each connector once. Where there are several, titles say which. */
function actionsFor(all: readonly InsightDiagnostic[], uri: vscode.Uri): vscode.CodeAction[] {
  const keys = all.map(({ insight }) => insightConnectorKey(insight));
  const connectors = all.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
  return [
    ...all.flatMap((diagnostic) => actionsOf(diagnostic, uri, nameAmong(all, diagnostic))),
    ...connectors.map((diagnostic) =>
      actionFor(
        diagnostic,
        uri,
        named(
          vscode.l10n.t('Mute this connector'),
          connectors.length === 1 ? undefined : connectorName(diagnostic.insight),
        ),
        'mailFlow.muteConnector',
      ),
    ),
  ];
}

/** What tells an insight from the others: nothing where it is alone, else its rule; the connector too where that is not enough. */
function nameAmong(all: readonly InsightDiagnostic[], { insight }: InsightDiagnostic): string | undefined {
  if (all.length === 1) {
    return undefined;
  }
  const alike = all.filter((other) => other.insight.rule === insight.rule);
  return alike.length === 1 ? insight.rule : `${insight.rule}, ${connectorName(insight)}`;
}

function actionsOf(diagnostic: InsightDiagnostic, uri: vscode.Uri, name: string | undefined): vscode.CodeAction[] {
  const action = (title: string, command: string) => actionFor(diagnostic, uri, named(title, name), command);
  return [
    action(vscode.l10n.t('Show in Connector report'), 'mailFlow.showInsight'),
    action(vscode.l10n.t('Copy evidence'), 'mailFlow.copyEvidence'),
    action(vscode.l10n.t('Draft a notice to the partner'), 'mailFlow.draftNotice'),
    action(vscode.l10n.t('Adjust threshold…'), 'mailFlow.adjustThreshold'),
  ];
}

function actionFor(diagnostic: InsightDiagnostic, uri: vscode.Uri, title: string, command: string): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  made.command = { command, title, arguments: [uri, refOf(diagnostic)] };
  made.diagnostics = [diagnostic];
  return made;
}

function named(title: string, name: string | undefined): string {
  return name === undefined ? title : `${title} (${name})`;
}

function connectorName({ connector, connectorType }: Insight): string {
  return connector ?? connectorType;
}
