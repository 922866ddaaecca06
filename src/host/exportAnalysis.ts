import path from 'node:path';
import * as vscode from 'vscode';
import { Analysis } from '../core/analyze';
import type { MailFlowReport } from '../core/report/report';
import { pause } from '../platform/node/fileSource';
import { scanning } from '../platform/node/scanning';
import type { AnalysisState } from '../protocol/messages';
import { exportSource, pathOf, sizeOf } from './exportSource';
import { analysisOptions } from './settings';

/** Least time between two partial states, in milliseconds. */
const PARTIAL_EVERY = 150;

/**
 * The analysis of one export, from the first byte to the report. Pages, Problems and the widget all show its state;
 * each reading has a generation, so that a slow one never overwrites a later one.
 */
export class ExportAnalysis implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<ExportAnalysis>();
  readonly #log: vscode.LogOutputChannel;
  #generation = 0;
  #cancelled = false;
  #state: AnalysisState;

  /** Fires when {@link state} has changed. */
  readonly onDidChange = this.#changed.event;

  constructor(
    readonly uri: vscode.Uri,
    log: vscode.LogOutputChannel,
  ) {
    this.#log = log;
    this.#state = { kind: 'reading', progress: { file: this.title, bytesRead: 0, bytesTotal: 0 }, report: null };
  }

  get state(): AnalysisState {
    return this.#state;
  }

  /** The file's name. */
  get title(): string {
    return path.posix.basename(this.uri.path);
  }

  /** Stops reading; what has been read stays. */
  cancel(): void {
    this.#cancelled = true;
  }

  /** Reads the file, anew if it had been read before. Resolves when reading has ended, one way or another. */
  async read(): Promise<void> {
    const generation = ++this.#generation;
    this.#cancelled = false;
    const isStale = (): boolean => generation !== this.#generation;
    const bytesTotal = await sizeOf(this.uri);
    if (isStale()) {
      return;
    }
    const analysis = new Analysis([pathOf(this.uri)], analysisOptions(this.uri), scanning);
    const started = Date.now();
    let shown = started;
    this.#show({ kind: 'reading', progress: { file: this.title, bytesRead: 0, bytesTotal }, report: null });
    await analysis.read(0, exportSource(this.uri), {
      pause,
      isCancelled: () => this.#cancelled || isStale(),
      onProgress: (_file, bytesRead) => {
        if (!isStale() && Date.now() - shown >= PARTIAL_EVERY) {
          shown = Date.now();
          const progress = { file: this.title, bytesRead, bytesTotal };
          this.#show({ kind: 'reading', progress, report: analysis.partialReport() });
        }
      },
    });
    await analysis.finish({ pause });
    if (!isStale()) {
      this.#end(analysis.report(), Date.now() - started);
    }
  }

  dispose(): void {
    this.#generation++;
    this.#changed.dispose();
  }

  #end(report: MailFlowReport, milliseconds: number): void {
    const [file] = report.files;
    this.#log.info(
      `${file?.format ?? 'no known format'}: ${file?.records ?? 0} records, ${file?.used ?? 0} used, ` +
        `${file?.problemCount ?? 0} problems, ${report.insights.length} insights, ${milliseconds} ms`,
    );
    this.#show(
      file?.format === null
        ? { kind: 'failed', files: report.files }
        : { kind: 'done', report, cancelled: this.#cancelled },
    );
  }

  #show(state: AnalysisState): void {
    this.#state = state;
    this.#changed.fire(this);
  }
}
