import * as vscode from 'vscode';
import { formatCount } from '../../core/report/percent';
import type { Insight, ProofLine } from '../../core/report/report';
import { fill } from '../../core/report/wording';
import type { PageStrings } from '../../protocol/strings';
import type { AnalysisStore } from '../analysis/analysisStore';
import type { ExportAnalysis } from '../analysis/exportAnalysis';
import { type LinePlace, placeOf } from '../evidence/openLine';
import { guidanceLink } from '../insights/guidance';
import { openUris } from '../recognition/openExports';
import { keepsProblems } from '../settings/settings';
import type { SourceSet } from '../sources/sourceSet';
import { KeptFiles } from './keptFiles';
import { MatcherTraces, SOURCE } from './matcherTraces';
import { ProblemEntries, type ProblemEntry } from './problemEntries';
import { aboutOf, type HeldInsight, heldInsights, heldSentence, isWarning } from './warnings';

/** How many hosts are named with an entry. */
const MOST_HOSTS = 5;

/** Where entries about files in a container stand. */
const FIRST_LINE = new vscode.Range(0, 0, 0, 1);

/** An entry in the Problems panel that carries the insight it stands for. */
export class InsightDiagnostic extends vscode.Diagnostic {
  readonly insight: Insight;

  constructor(
    held: HeldInsight,
    /** What the report is of that has it. */
    readonly set: SourceSet,
    range: vscode.Range,
    message: string,
  ) {
    const { Warning, Information } = vscode.DiagnosticSeverity;
    super(range, message, isWarning(held) ? Warning : Information);
    this.insight = held.insight;
    this.source = SOURCE;
    this.code = { value: this.insight.rule, target: guidanceLink(this.insight.rule) };
  }
}

/**
 * Keeps one entry per insight and connector in the Problems panel, at the first proving line, while the analysis is open: of
 * several files, at the one with that line. Those of a file may stay when it is closed, by a setting.
 */
export class InsightDiagnostics implements vscode.Disposable {
  readonly #entries = new ProblemEntries(vscode.languages.createDiagnosticCollection('mailFlow'));
  readonly #subscription: vscode.Disposable;
  readonly #strings: PageStrings;
  readonly #kept = new KeptFiles();

  constructor(store: AnalysisStore, strings: PageStrings) {
    this.#strings = strings;
    this.#subscription = vscode.Disposable.from(
      store.onDidChange((analysis) => this.#update(analysis)),
      store.onDidRemove((analysis) => this.#remove(analysis)),
      this.#kept,
      new MatcherTraces((uris) => this.#entries.restore(uris)),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#entries.dispose();
  }

  /** Partial figures make no problem: the entries of the last whole reading stay until another one is done. */
  #update(analysis: ExportAnalysis): void {
    const { state } = analysis;
    if (state.kind === 'done' && !state.cancelled) {
      this.#entries.set(analysis, this.#problems(analysis), state.report.files.length);
    } else if (state.kind === 'failed') {
      this.#entries.delete(analysis);
    }
    if (analysis.set.kind === 'file' && state.kind !== 'reading') {
      this.#kept.drop(analysis.uri);
    }
  }

  /** A file that is closed may keep its entries; one that is open and no export any more does not. */
  #remove(analysis: ExportAnalysis): void {
    const { set, uri } = analysis;
    if (set.kind === 'file' && keepsProblems(uri) && !openUris().has(uri.toString())) {
      this.#kept.keep(uri, () => this.#entries.delete(analysis));
    } else {
      this.#entries.delete(analysis);
    }
  }

  /** Of a container nothing but its name can be shown: there the entry says which line of which file it is about. */
  #problems(analysis: ExportAnalysis): ProblemEntry[] {
    return heldInsights(analysis.state).map((held) => {
      const { insight } = held;
      const { file, line } = insight.first;
      const place = placeOf(analysis, file, line);
      const sentence = heldSentence(held, this.#strings, vscode.env.language);
      const message = place.isEvidence
        ? vscode.l10n.t('{0}, line {1}: {2}', file, formatCount(line, vscode.env.language), sentence)
        : sentence;
      const range = place.isEvidence ? FIRST_LINE : rangeOf(place);
      const diagnostic = new InsightDiagnostic(held, analysis.set, range, message);
      diagnostic.relatedInformation = this.#related(insight, analysis);
      const uri = analysis.fileNamed(file)?.uri ?? analysis.uri;
      return { uri, about: aboutOf(insight), diagnostic };
    });
  }

  #related(insight: Insight, analysis: ExportAnalysis): vscode.DiagnosticRelatedInformation[] {
    const at = (proof: ProofLine, message: string): vscode.DiagnosticRelatedInformation => {
      const place = placeOf(analysis, proof.file, proof.line);
      return new vscode.DiagnosticRelatedInformation(new vscode.Location(place.uri, rangeOf(place)), message);
    };
    const hosts = insight.hosts
      .slice(0, MOST_HOSTS)
      .map((host) => at(host, fill(vscode.l10n.t('{0}: {1} of these messages'), host.host, String(host.messages))));
    const { first, last: lastLine } = insight;
    const isOne = first.file === lastLine.file && first.line === lastLine.line;
    const last = isOne ? [] : [at(lastLine, vscode.l10n.t('Last line that proves it'))];
    return [at(first, vscode.l10n.t('First line that proves it')), ...last, ...hosts];
  }
}

/** The whole line where VS Code has the document, else its beginning: documents above 50 MB never reach extensions. */
function rangeOf({ uri, row }: LinePlace): vscode.Range {
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  return document !== undefined && row < document.lineCount
    ? document.lineAt(row).range
    : new vscode.Range(row, 0, row, 1);
}
