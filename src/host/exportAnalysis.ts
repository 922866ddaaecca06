import * as vscode from 'vscode';
import { Analysis } from '../core/analyze';
import { type ExpandedFile, expandFiles, mostReaders } from '../core/expandFiles';
import { countingOptions } from '../core/formats/format';
import { readFiles, readOn } from '../core/readFiles';
import type { MailFlowReport } from '../core/report/report';
import type { Checkpoint } from '../core/stretch/checkpoint';
import type { WorkerPool } from '../core/stretch/workerPool';
import type { Surroundings } from '../core/surroundings';
import type { AnalysisState } from '../protocol/messages';
import { type ExportSource, pathOf, sizeOf } from './exportSource';
import type { Platform } from './platform';
import { analysisOptions } from './settings';

/** A reading that can be gone on with. */
interface ReadBefore {
  readonly analysis: Analysis;
  readonly checkpoint: Checkpoint;
}

/** Least time between two partial states, in milliseconds. */
const PARTIAL_EVERY = 150;

/**
 * The analysis of one export, from the first byte to the report. Pages, Problems and the widget all show its state;
 * each reading has a generation, so that a slow one never overwrites a later one.
 */
export class ExportAnalysis implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<ExportAnalysis>();
  readonly #log: vscode.LogOutputChannel;
  readonly #platform: Platform;
  readonly #source: ExportSource;
  #generation = 0;
  #cancellation = new AbortController();
  #readers: WorkerPool | undefined;
  #before: ReadBefore | undefined;
  #state: AnalysisState;
  /** The files that the report is of, in its order. */
  #files: readonly ExpandedFile[] = [];

  /** Fires when {@link state} has changed. */
  readonly onDidChange = this.#changed.event;

  constructor(
    readonly uri: vscode.Uri,
    log: vscode.LogOutputChannel,
    platform: Platform,
    source: ExportSource,
  ) {
    this.#log = log;
    this.#platform = platform;
    this.#source = source;
    this.#state = { kind: 'reading', progress: { file: this.title, bytesRead: 0, bytesTotal: 0 }, report: null };
  }

  get state(): AnalysisState {
    return this.#state;
  }

  /** The file's name. */
  get title(): string {
    return this.uri.path.slice(this.uri.path.lastIndexOf('/') + 1);
  }

  /**
   * Of a file in a container: what its path in reports has more than the container's. Undefined of the file itself, where it is
   * no container.
   */
  insideOf(path: string): string | undefined {
    const file = this.#files.find((each) => each.path === path);
    return file?.input.entry === undefined ? undefined : path.slice(file.container.length);
  }

  /** What the report calls the file at a position; undefined where there is none. */
  pathAt(position: number): string | undefined {
    return this.#files[position]?.path;
  }

  /** Stops reading; what has been read stays. */
  cancel(): void {
    this.#cancellation.abort();
    this.#readers?.cancel();
  }

  /**
   * Reads the file, all of it, also if it had been read before. Resolves when reading has ended, one way or another.
   * `isGrowing`: nothing but its end can have changed, as with a log that is being written: where it has grown, only what is
   * new is read.
   */
  async read(isGrowing = false): Promise<void> {
    const generation = ++this.#generation;
    this.#readers?.dispose();
    this.#cancellation = new AbortController();
    const bytesTotal = await sizeOf(this.uri);
    if (generation !== this.#generation) {
      return;
    }
    const before = isGrowing ? this.#goOnFrom(bytesTotal) : undefined;
    this.#before = undefined;
    const started = Date.now();
    if (before === undefined) {
      this.#show({ kind: 'reading', progress: { file: this.title, bytesRead: 0, bytesTotal }, report: null });
    }
    const analysis = await this.#readAll(before, bytesTotal, () => generation !== this.#generation);
    if (generation === this.#generation) {
      this.#end(analysis.report(), Date.now() - started);
    }
  }

  /** The reading before, where the file has grown since and is to be counted in the same way. */
  #goOnFrom(bytesTotal: number): ReadBefore | undefined {
    const before = this.#before;
    const asked = before === undefined ? '' : JSON.stringify(countingOptions(before.analysis.options));
    const isSame = asked === JSON.stringify(countingOptions(analysisOptions(this.uri)));
    return before !== undefined && isSame && bytesTotal > before.checkpoint.end ? before : undefined;
  }

  /** Reads the file on threads of its own; those of a reading before are gone. */
  async #readAll(before: ReadBefore | undefined, bytesTotal: number, isStale: () => boolean): Promise<Analysis> {
    const options = analysisOptions(this.uri);
    const path = pathOf(this.uri);
    let analysis = before?.analysis ?? new Analysis([path], options);
    const readers = this.#platform.readers(options);
    this.#readers = readers;
    const surroundings = this.#surroundings(() => analysis, bytesTotal, isStale);
    try {
      const input = await this.#unlessCancelled(this.#source.input(this.uri));
      const files = input === undefined ? [] : await expandFiles([{ path, input }], readers);
      const bytes = files.reduce((sum, { size }) => sum + size, 0);
      readers.count = Math.min(this.#platform.threadsFor(bytes), mostReaders(files));
      let checkpoint: Checkpoint | undefined | false = false;
      if (before !== undefined && input !== undefined) {
        checkpoint = await readOn(analysis, input, before.checkpoint, readers, surroundings);
      }
      if (checkpoint === false) {
        analysis = new Analysis(files.length === 0 ? [path] : files.map((file) => file.path), options);
        if (!isStale()) {
          this.#files = files;
        }
        const inputs = files.map((file) => file.input);
        checkpoint = await readFiles(analysis, inputs, readers, surroundings);
      }
      await analysis.finish(this.#platform);
      if (checkpoint !== undefined && !isStale()) {
        this.#before = { analysis, checkpoint };
      }
    } catch (error) {
      analysis.fail(0, error);
    } finally {
      readers.dispose();
    }
    return analysis;
  }

  /** Shows partial figures on the way: the first ones at once, then from time to time. */
  #surroundings(analysis: () => Analysis, bytesTotal: number, isStale: () => boolean): Surroundings {
    let shown = Date.now();
    return {
      pause: this.#platform.pause,
      isCancelled: () => this.#isCancelled || isStale(),
      onProgress: (_file, bytesRead) => {
        if (!isStale() && (Date.now() - shown >= PARTIAL_EVERY || !this.#hasFigures)) {
          shown = Date.now();
          const progress = { file: this.title, bytesRead, bytesTotal };
          this.#show({ kind: 'reading', progress, report: analysis().partialReport() });
        }
      },
    };
  }

  get #isCancelled(): boolean {
    return this.#cancellation.signal.aborted;
  }

  /** What a file system gives, which cannot be stopped: undefined as soon as reading is cancelled. */
  #unlessCancelled<T>(given: Promise<T>): Promise<T | undefined> {
    const { signal } = this.#cancellation;
    const cancelled = new Promise<undefined>((resolve) => {
      if (signal.aborted) {
        resolve(undefined);
      }
      signal.addEventListener('abort', () => resolve(undefined), { once: true });
    });
    return Promise.race([given, cancelled]);
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
    const { files } = report;
    const formats = new Set(files.map(({ format }) => format ?? 'no known format'));
    const sum = (of: 'records' | 'used' | 'problemCount'): number => files.reduce((total, file) => total + file[of], 0);
    this.#log.info(
      `${[...formats].join(', ')}: ${sum('records')} records, ${sum('used')} used, ` +
        `${sum('problemCount')} problems, ${report.insights.length} insights, ${milliseconds} ms`,
    );
    this.#show(
      files.every(({ format }) => format === null) && !this.#isCancelled
        ? { kind: 'failed', files: report.files }
        : { kind: 'done', report, cancelled: this.#isCancelled },
    );
  }

  #show(state: AnalysisState): void {
    this.#state = state;
    this.#changed.fire(this);
  }
}
