import path from 'node:path';
import * as vscode from 'vscode';
import { Analysis } from '../core/analyze';
import { readFiles } from '../core/readFiles';
import type { MailFlowReport } from '../core/report/report';
import type { WorkerPool } from '../core/stretch/workerPool';
import { pause } from '../platform/node/pause';
import { threadReaders, threadsFor } from '../platform/node/threadReaders';
import type { AnalysisState } from '../protocol/messages';
import { exportInput, pathOf, sizeOf } from './exportSource';
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
  #readers: WorkerPool | undefined;
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
    this.#readers?.cancel();
  }

  /** Reads the file, anew if it had been read before. Resolves when reading has ended, one way or another. */
  async read(): Promise<void> {
    const generation = ++this.#generation;
    this.#readers?.dispose();
    this.#cancelled = false;
    const bytesTotal = await sizeOf(this.uri);
    if (generation !== this.#generation) {
      return;
    }
    const analysis = new Analysis([pathOf(this.uri)], analysisOptions(this.uri));
    const started = Date.now();
    this.#show({ kind: 'reading', progress: { file: this.title, bytesRead: 0, bytesTotal }, report: null });
    await this.#readAll(analysis, bytesTotal, () => generation !== this.#generation);
    if (generation === this.#generation) {
      this.#end(analysis.report(), Date.now() - started);
    }
  }

  /** Reads the file on threads of its own; those of a reading before are gone. */
  async #readAll(analysis: Analysis, bytesTotal: number, isStale: () => boolean): Promise<void> {
    const readers = threadReaders(analysis.options, threadsFor(bytesTotal));
    this.#readers = readers;
    let shown = Date.now();
    try {
      const input = await exportInput(this.uri, bytesTotal);
      await readFiles(analysis, [input], readers, {
        pause,
        isCancelled: () => this.#cancelled || isStale(),
        onProgress: (_file, bytesRead) => {
          if (!isStale() && (Date.now() - shown >= PARTIAL_EVERY || !this.#hasFigures)) {
            shown = Date.now();
            const progress = { file: this.title, bytesRead, bytesTotal };
            this.#show({ kind: 'reading', progress, report: analysis.partialReport() });
          }
        },
      });
      await analysis.finish({ pause });
    } catch (error) {
      analysis.fail(0, error);
    } finally {
      readers.dispose();
    }
  }

  /** True once a state of the reading that goes on shows figures. */
  get #hasFigures(): boolean {
    return this.#state.kind === 'reading' && this.#state.report !== null;
  }

  dispose(): void {
    this.#generation++;
    this.#readers?.dispose();
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
