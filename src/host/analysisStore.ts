import * as vscode from 'vscode';
import { ExportAnalysis } from './exportAnalysis';
import type { ExportSource } from './exportSource';
import type { Platform } from './platform';
import { SECTION } from './settings';

/** The analyses of the exports that are open, one a file, and which of them the widget shows. */
export class AnalysisStore implements vscode.Disposable {
  readonly #byUri = new Map<string, ExportAnalysis>();
  readonly #changed = new vscode.EventEmitter<ExportAnalysis>();
  readonly #removed = new vscode.EventEmitter<ExportAnalysis>();
  readonly #currentChanged = new vscode.EventEmitter<ExportAnalysis | undefined>();
  readonly #settings: vscode.Disposable;
  readonly #log: vscode.LogOutputChannel;
  readonly #platform: Platform;
  readonly #source: ExportSource;
  #current: ExportAnalysis | undefined;

  /** Fires when an analysis has a new state. */
  readonly onDidChange = this.#changed.event;
  /** Fires when an analysis is dropped. */
  readonly onDidRemove = this.#removed.event;
  /** Fires when another analysis is the current one, or the current one has a new state. */
  readonly onDidChangeCurrent = this.#currentChanged.event;

  constructor(log: vscode.LogOutputChannel, platform: Platform, source: ExportSource) {
    this.#log = log;
    this.#platform = platform;
    this.#source = source;
    this.#settings = vscode.workspace.onDidChangeConfiguration((event) => {
      for (const analysis of this.#byUri.values()) {
        if (event.affectsConfiguration(SECTION, analysis.uri)) {
          void analysis.read();
        }
      }
    });
  }

  /** All that are open, in the order in which they were opened. */
  get all(): readonly ExportAnalysis[] {
    return [...this.#byUri.values()];
  }

  /** The analysis that the widget shows: that of the export looked at last. */
  get current(): ExportAnalysis | undefined {
    return this.#current;
  }

  get(uri: vscode.Uri): ExportAnalysis | undefined {
    return this.#byUri.get(uri.toString());
  }

  /** The analysis of a file; starts it where there is none. */
  open(uri: vscode.Uri): ExportAnalysis {
    const known = this.get(uri);
    if (known !== undefined) {
      return known;
    }
    const analysis = new ExportAnalysis(uri, this.#log, this.#platform, this.#source);
    this.#byUri.set(uri.toString(), analysis);
    analysis.onDidChange(() => {
      this.#changed.fire(analysis);
      if (analysis === this.#current) {
        this.#currentChanged.fire(analysis);
      }
    });
    void analysis.read();
    return analysis;
  }

  /** Reads again what is read from a file: it has changed. */
  readAgain(uri: vscode.Uri): void {
    for (const analysis of this.#byUri.values()) {
      if (analysis.sources.some((file) => file.toString() === uri.toString())) {
        void analysis.read();
      }
    }
  }

  /** Says which export the user looks at. */
  setCurrent(analysis: ExportAnalysis | undefined): void {
    if (analysis !== this.#current) {
      this.#current = analysis;
      this.#currentChanged.fire(analysis);
    }
  }

  /** Drops the analyses of files that `isOpen` no longer finds. */
  keep(isOpen: (uri: vscode.Uri) => boolean): void {
    for (const [key, analysis] of this.#byUri) {
      if (!isOpen(analysis.uri)) {
        this.#byUri.delete(key);
        analysis.dispose();
        this.#removed.fire(analysis);
      }
    }
    if (this.#current !== undefined && !this.#byUri.has(this.#current.uri.toString())) {
      this.setCurrent([...this.#byUri.values()].at(-1));
    }
  }

  dispose(): void {
    this.#settings.dispose();
    for (const analysis of this.#byUri.values()) {
      analysis.dispose();
    }
    this.#changed.dispose();
    this.#removed.dispose();
    this.#currentChanged.dispose();
  }
}
