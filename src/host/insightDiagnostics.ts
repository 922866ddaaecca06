import * as vscode from 'vscode';
import type { Insight, MailFlowReport, ProofLine } from '../core/report/report';
import { fill, insightMessage } from '../core/report/wording';
import type { PageStrings } from '../protocol/strings';
import type { AnalysisStore } from './analysisStore';
import type { ExportAnalysis } from './exportAnalysis';
import { guidanceLink } from './insights/guidance';
import { KeptFiles } from './keptFiles';
import { openUris } from './openExports';
import { type LinePlace, placeOf } from './openLine';
import { keepsProblems } from './settings';

/** What stands behind each entry in the Problems panel. */
const SOURCE = 'Mail Flow Insights';

/** Where entries about files in a container stand. */
const FIRST_LINE = new vscode.Range(0, 0, 0, 1);

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
    this.code = { value: insight.rule, target: guidanceLink(insight.rule) };
  }
}

/**
 * Keeps one entry per insight and connector in the Problems panel, at the first proving line: while the file is open or, by a
 * setting, until the window is closed.
 */
export class InsightDiagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('mailFlow');
  readonly #subscription: vscode.Disposable;
  readonly #strings: PageStrings;
  readonly #kept = new KeptFiles((uri) => this.#collection.delete(uri));

  constructor(store: AnalysisStore, strings: PageStrings) {
    this.#strings = strings;
    this.#subscription = vscode.Disposable.from(
      this.#kept,
      store.onDidChange((analysis) => this.#update(analysis)),
      store.onDidRemove(({ uri }) => this.#remove(uri)),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#collection.dispose();
  }

  /** Partial figures make no problem: the entries of the last whole reading stay until another one is done. */
  #update(analysis: ExportAnalysis): void {
    const { state, uri } = analysis;
    this.#kept.release(uri);
    if (state.kind === 'done' && !state.cancelled) {
      this.#collection.set(uri, this.#diagnostics(state.report, analysis));
    } else if (state.kind === 'failed') {
      this.#collection.delete(uri);
    }
  }

  /** A file that is closed may keep its entries; one that is open and no export any more does not. */
  #remove(uri: vscode.Uri): void {
    const hasEntries = (this.#collection.get(uri)?.length ?? 0) > 0;
    if (hasEntries && !openUris().has(uri.toString()) && keepsProblems(uri)) {
      this.#kept.keep(uri);
    } else {
      this.#collection.delete(uri);
    }
  }

  /** Of a container nothing but its name can be shown: there the entry says which line of which file it is about. */
  #diagnostics(report: MailFlowReport, analysis: ExportAnalysis): InsightDiagnostic[] {
    return report.insights.map((insight) => {
      const { file, line } = insight.first;
      const place = placeOf(analysis, file, line);
      const sentence = insightMessage(this.#strings, insight, vscode.env.language);
      const message = place.isEvidence
        ? vscode.l10n.t('{0}, line {1}: {2}', file, new Intl.NumberFormat(vscode.env.language).format(line), sentence)
        : sentence;
      const range = place.isEvidence ? FIRST_LINE : rangeOf(place);
      const diagnostic = new InsightDiagnostic(insight, range, message);
      diagnostic.relatedInformation = this.#related(insight, analysis);
      return diagnostic;
    });
  }

  #related(insight: Insight, analysis: ExportAnalysis): vscode.DiagnosticRelatedInformation[] {
    const at = (proof: ProofLine, message: string): vscode.DiagnosticRelatedInformation => {
      const place = placeOf(analysis, proof.file, proof.line);
      return new vscode.DiagnosticRelatedInformation(new vscode.Location(place.uri, rangeOf(place)), message);
    };
    const hosts = insight.hosts.map((host) =>
      at(host, fill(vscode.l10n.t('{0}: {1} of these messages'), host.host, String(host.messages))),
    );
    const last =
      insight.last.line === insight.first.line ? [] : [at(insight.last, vscode.l10n.t('Last line that proves it'))];
    return [at(insight.first, vscode.l10n.t('First line that proves it')), ...last, ...hosts];
  }
}

/** The whole line where VS Code has the document, else its beginning: documents above 50 MB never reach extensions. */
function rangeOf({ uri, row }: LinePlace): vscode.Range {
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  return document !== undefined && row < document.lineCount
    ? document.lineAt(row).range
    : new vscode.Range(row, 0, row, 1);
}
