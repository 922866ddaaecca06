import * as vscode from 'vscode';
import { changeOfReports } from '../settings/settings';
import { fileSet, keyOf, type SourceSet } from '../sources/sourceSet';
import { type AnalysisContext, ExportAnalysis } from './exportAnalysis';

/** The analyses that are open, one a set of sources, and which of them the widget shows. */
export class AnalysisStore implements vscode.Disposable {
  readonly #byKey = new Map<string, ExportAnalysis>();
  /** How many hold on to an analysis, apart from the tabs with its file. */
  readonly #holds = new Map<ExportAnalysis, number>();
  readonly #changed = new vscode.EventEmitter<ExportAnalysis>();
  readonly #notesChanged = new vscode.EventEmitter<ExportAnalysis>();
  readonly #removed = new vscode.EventEmitter<ExportAnalysis>();
  readonly #currentChanged = new vscode.EventEmitter<ExportAnalysis | undefined>();
  readonly #settings: vscode.Disposable;
  readonly #context: AnalysisContext;
  #isOpen: (uri: vscode.Uri) => boolean = () => true;
  #current: ExportAnalysis | undefined;

  /** Fires when an analysis has a new state. */
  readonly onDidChange = this.#changed.event;
  /** Fires when there is something else to be said of an analysis' sources. */
  readonly onDidChangeNotes = this.#notesChanged.event;
  /** Fires when an analysis is dropped. */
  readonly onDidRemove = this.#removed.event;
  /** Fires when another analysis is the current one, or the current one has a new state. */
  readonly onDidChangeCurrent = this.#currentChanged.event;

  constructor(context: AnalysisContext) {
    this.#context = context;
    this.#settings = vscode.workspace.onDidChangeConfiguration((event) => {
      for (const analysis of this.#byKey.values()) {
        const change = changeOfReports(event, analysis.uri);
        if (change !== undefined) {
          void (change === 'judged' ? analysis.judge() : analysis.read());
        }
      }
    });
  }

  /** All that are open. */
  get all(): Iterable<ExportAnalysis> {
    return this.#byKey.values();
  }

  /** The analysis that the widget shows: that of what was looked at last. */
  get current(): ExportAnalysis | undefined {
    return this.#current;
  }

  /** The analysis of one file. */
  get(uri: vscode.Uri): ExportAnalysis | undefined {
    return this.known(fileSet(uri));
  }

  /** The analysis of a set, where there is one. */
  known(set: SourceSet): ExportAnalysis | undefined {
    return this.#byKey.get(keyOf(set));
  }

  /** True until an analysis is dropped. */
  has(analysis: ExportAnalysis): boolean {
    return this.#byKey.get(analysis.key) === analysis;
  }

  /** The analysis of a file; starts it where there is none. */
  open(uri: vscode.Uri): ExportAnalysis {
    return this.openSet(fileSet(uri));
  }

  /** The analysis of a set; starts it where there is none. One of several files stays as long as somebody holds it. */
  openSet(set: SourceSet): ExportAnalysis {
    const known = this.known(set);
    if (known !== undefined) {
      return known;
    }
    const analysis = new ExportAnalysis(set, this.#context);
    this.#byKey.set(analysis.key, analysis);
    analysis.onDidChange(() => this.#tell(this.#changed, analysis));
    analysis.onDidChangeNotes(() => this.#tell(this.#notesChanged, analysis));
    void analysis.read();
    return analysis;
  }

  /** Keeps an analysis until what is returned is disposed of. */
  hold(analysis: ExportAnalysis): vscode.Disposable {
    this.#holds.set(analysis, (this.#holds.get(analysis) ?? 0) + 1);
    return new vscode.Disposable(() => {
      const holds = (this.#holds.get(analysis) ?? 0) - 1;
      this.#holds.set(analysis, holds);
      if (holds <= 0) {
        this.#holds.delete(analysis);
        this.keep(this.#isOpen);
      }
    });
  }

  /** Reads again what is read from a file: it has changed. */
  readAgain(uri: vscode.Uri): void {
    for (const analysis of this.#byKey.values()) {
      if (analysis.reads(uri)) {
        void analysis.read();
      }
    }
  }

  /** Says what the user looks at. */
  setCurrent(analysis: ExportAnalysis | undefined): void {
    if (analysis !== this.#current) {
      this.#current = analysis;
      this.#currentChanged.fire(analysis);
    }
  }

  /** Drops the analyses that nobody holds, but for those of files that `isOpen` finds, now and later. */
  keep(isOpen: (uri: vscode.Uri) => boolean): void {
    this.#isOpen = isOpen;
    this.#drop(({ set }) => !(set.kind === 'file' && isOpen(set.uri)));
  }

  /** Drops the analysis of a file that turned out to be no export. */
  close(uri: vscode.Uri): void {
    this.#drop((analysis) => analysis === this.get(uri));
  }

  #drop(isUnwanted: (analysis: ExportAnalysis) => boolean): void {
    for (const analysis of this.#byKey.values()) {
      if (!this.#holds.has(analysis) && isUnwanted(analysis)) {
        this.#byKey.delete(analysis.key);
        analysis.dispose();
        this.#removed.fire(analysis);
      }
    }
    if (this.#current !== undefined && !this.has(this.#current)) {
      this.setCurrent([...this.#byKey.values()].at(-1));
    }
  }

  dispose(): void {
    this.#settings.dispose();
    for (const analysis of this.#byKey.values()) {
      analysis.dispose();
    }
    for (const emitter of [this.#changed, this.#notesChanged, this.#removed, this.#currentChanged]) {
      emitter.dispose();
    }
  }

  #tell(emitter: vscode.EventEmitter<ExportAnalysis>, analysis: ExportAnalysis): void {
    emitter.fire(analysis);
    if (analysis === this.#current) {
      this.#currentChanged.fire(analysis);
    }
  }
}
