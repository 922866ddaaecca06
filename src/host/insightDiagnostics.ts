import * as vscode from 'vscode';
import type { Insight, MailFlowReport, ProofLine } from '../core/report/report';
import { fill, insightMessage } from '../core/report/wording';
import type { PageStrings } from '../protocol/strings';
import type { AnalysisStore } from './analysisStore';
import type { ExportAnalysis } from './exportAnalysis';

/** What stands behind each entry in the Problems panel. */
const SOURCE = 'Mail Flow Insights';

/** An entry in the Problems panel that carries the insight it stands for. */
export class InsightDiagnostic extends vscode.Diagnostic {
  constructor(
    readonly insight: Insight,
    range: vscode.Range,
    message: string,
  ) {
    const isWarning = insight.severity === 'warning';
    super(range, message, isWarning ? vscode.DiagnosticSeverity.Warning : vscode.DiagnosticSeverity.Information);
    this.source = SOURCE;
    this.code = insight.rule;
  }
}

/** Keeps one entry per insight and connector in the Problems panel, at the first proving line, while the file is open. */
export class InsightDiagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('mailFlow');
  readonly #subscription: vscode.Disposable;
  readonly #strings: PageStrings;

  constructor(store: AnalysisStore, strings: PageStrings) {
    this.#strings = strings;
    this.#subscription = vscode.Disposable.from(
      store.onDidChange((analysis) => this.#update(analysis)),
      store.onDidRemove(({ uri }) => this.#collection.delete(uri)),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#collection.dispose();
  }

  /** Partial figures make no problem: the entries of the last whole reading stay until another one is done. */
  #update({ state, uri }: ExportAnalysis): void {
    if (state.kind === 'done' && !state.cancelled) {
      this.#collection.set(uri, this.#diagnostics(state.report, uri));
    } else if (state.kind === 'failed') {
      this.#collection.delete(uri);
    }
  }

  #diagnostics(report: MailFlowReport, uri: vscode.Uri): InsightDiagnostic[] {
    return report.insights.map((insight) => {
      const message = insightMessage(this.#strings, insight, vscode.env.language);
      const diagnostic = new InsightDiagnostic(insight, rangeOf(insight.first, uri), message);
      diagnostic.relatedInformation = this.#related(insight, uri);
      return diagnostic;
    });
  }

  #related(insight: Insight, uri: vscode.Uri): vscode.DiagnosticRelatedInformation[] {
    const at = (proof: ProofLine, message: string): vscode.DiagnosticRelatedInformation =>
      new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, rangeOf(proof, uri)), message);
    const hosts = insight.hosts.map((host) =>
      at(host, fill(vscode.l10n.t('{0}: {1} of these messages'), host.host, String(host.messages))),
    );
    const last =
      insight.last.line === insight.first.line ? [] : [at(insight.last, vscode.l10n.t('Last line that proves it'))];
    return [at(insight.first, vscode.l10n.t('First line that proves it')), ...last, ...hosts];
  }
}

/** The whole line where VS Code has the document, else its beginning: documents above 50 MB never reach extensions. */
function rangeOf(proof: ProofLine, uri: vscode.Uri): vscode.Range {
  const line = Math.max(0, proof.line - 1);
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  return document !== undefined && line < document.lineCount
    ? document.lineAt(line).range
    : new vscode.Range(line, 0, line, 1);
}
