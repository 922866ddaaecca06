import * as vscode from 'vscode';
import { Analysis } from '../core/analyze';
import { type ExpandedFile, expandFiles, mostReaders } from '../core/expandFiles';
import { countingOptions } from '../core/formats/format';
import { readFiles, readOn } from '../core/readFiles';
import type { FileReport, MailFlowReport } from '../core/report/report';
import type { Checkpoint } from '../core/stretch/checkpoint';
import type { FileInput } from '../core/stretch/readers';
import type { WorkerPool } from '../core/stretch/workerPool';
import { Slices, type Surroundings } from '../core/surroundings';
import type { AnalysisState } from '../protocol/messages';
import { type DefinitionFile, definitionFiles, stampsOf } from './definitionFiles';
import { type ExportSource, pathOf, sizeOf } from './exportSource';
import { lookInto, seenFile } from './fileLook';
import type { Platform } from './platform';
import { analysisOptions } from './settings';

/** A reading that can be gone on with. */
interface ReadBefore {
  readonly analysis: Analysis;
  readonly checkpoint: Checkpoint;
  readonly definitions: readonly DefinitionFile[];
}

/** A file of the report: where it lies, or what it lies in. */
export interface ReportFile extends ExpandedFile {
  readonly uri: vscode.Uri;
}

/** Least time between two partial states, in milliseconds. */
const PARTIAL_EVERY = 150;

/**
 * The analysis of one export, or of those that a container holds, and of connector definitions for them, from the first byte
 * to the report. Pages, Problems and the widget all show its state; each reading has a generation, so that a slow one never
 * overwrites a later one.
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
  /** Files that are read for connector definitions. */
  #definitions: readonly DefinitionFile[] = [];
  /** The files of the report, in its order: the export's, then those that are read for connector definitions. */
  #files: readonly ReportFile[] = [];
  /** What was read, once reading has ended: it answers questions. */
  #read: Analysis | undefined;
  #state: AnalysisState;

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

  /** What the report is of: the export, then the files that are read for connector definitions. */
  get sources(): readonly vscode.Uri[] {
    return [this.uri, ...this.#definitions.map(({ uri }) => uri)];
  }

  /** The file at a position of the report; undefined where there is none. */
  fileAt(position: number): ReportFile | undefined {
    return this.#files[position];
  }

  /** The file that the report calls `path`. */
  fileNamed(path: string): ReportFile | undefined {
    return this.#files.find((file) => file.path === path);
  }

  /** The file's name. */
  get title(): string {
    return this.uri.path.slice(this.uri.path.lastIndexOf('/') + 1);
  }

  /** Asks about what was read, in slices; null while the file is being read, or where it was meanwhile. */
  async ask<T>(question: (analysis: Analysis) => Generator<void, T | undefined>): Promise<T | null> {
    const analysis = this.#read;
    const answer = analysis === undefined ? undefined : await new Slices(this.#platform).all(question(analysis));
    return analysis === this.#read ? (answer ?? null) : null;
  }

  /** The file's bytes from its beginning, in pieces. Throws where it cannot be read. */
  pieces(): AsyncGenerator<Uint8Array> {
    return this.#source.pieces(this.uri);
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
    this.#read = undefined;
    this.#readers?.dispose();
    this.#cancellation = new AbortController();
    const bytesTotal = await sizeOf(this.uri);
    if (generation !== this.#generation) {
      return;
    }
    if (!isGrowing) {
      this.#begin(bytesTotal);
    }
    const definitions = (await this.#unlessCancelled(definitionFiles(this.uri, this.#source))) ?? [];
    if (generation !== this.#generation) {
      return;
    }
    this.#definitions = definitions;
    const before = isGrowing ? this.#goOnFrom(bytesTotal) : undefined;
    this.#before = undefined;
    const started = Date.now();
    if (isGrowing && before === undefined) {
      this.#begin(bytesTotal);
    }
    const analysis = await this.#readAll(before, bytesTotal, () => generation !== this.#generation);
    if (generation === this.#generation) {
      this.#read = analysis;
      await this.#end(analysis.report(), Date.now() - started, () => generation === this.#generation);
    }
  }

  /** Follows the settings: reads again only where they decide about more than what the report makes of what was read. */
  async followSettings(): Promise<void> {
    const options = analysisOptions(this.uri);
    const analysis = this.#read;
    const isSame =
      JSON.stringify(analysis && countingOptions(analysis.options)) === JSON.stringify(countingOptions(options));
    if (analysis === undefined || this.#state.kind !== 'done' || !isSame) {
      await this.read();
      return;
    }
    analysis.judge(options);
    this.#show({ ...this.#state, report: analysis.report() });
  }

  #begin(bytesTotal: number): void {
    this.#show({ kind: 'reading', progress: { file: this.title, bytesRead: 0, bytesTotal }, report: null });
  }

  /** The reading before, where the file has grown since and is to be counted in the same way. */
  #goOnFrom(bytesTotal: number): ReadBefore | undefined {
    const before = this.#before;
    const asked = before && [countingOptions(before.analysis.options), stampsOf(before.definitions)];
    const now = [countingOptions(analysisOptions(this.uri)), stampsOf(this.#definitions)];
    const isSame = JSON.stringify(asked) === JSON.stringify(now);
    return before !== undefined && isSame && bytesTotal > before.checkpoint.end ? before : undefined;
  }

  /** Reads the files on threads of their own; those of a reading before are gone. */
  async #readAll(before: ReadBefore | undefined, bytesTotal: number, isStale: () => boolean): Promise<Analysis> {
    const options = analysisOptions(this.uri);
    const definitions = this.#definitions;
    let analysis = before?.analysis ?? new Analysis(this.sources.map(pathOf), options, 1);
    const readers = this.#platform.readers(options);
    this.#readers = readers;
    const surroundings = this.#surroundings(() => analysis, bytesTotal, isStale);
    try {
      let checkpoint: Checkpoint | undefined | false = false;
      if (before !== undefined) {
        const input = await this.#source.input(this.uri);
        checkpoint = await readOn(analysis, input, before.checkpoint, readers, surroundings);
      }
      if (checkpoint === false) {
        const found = await this.#unlessCancelled(this.#expand(readers));
        if (found !== undefined && !isStale()) {
          this.#files = found.files;
          const paths = found.files.map(({ path }) => path);
          analysis = new Analysis(paths, options, found.definitionsFrom);
          const bytes = found.files.reduce((sum, { size }) => sum + size, 0);
          readers.count = Math.min(this.#platform.threadsFor(bytes), mostReaders(found.files));
          const inputs = found.files.map(({ input }) => input);
          checkpoint = await readFiles(analysis, inputs, readers, surroundings, readingOrder(found));
        }
      }
      await analysis.finish(this.#platform);
      if (checkpoint !== undefined && checkpoint !== false && !isStale()) {
        this.#before = { analysis, checkpoint, definitions };
      }
    } catch (error) {
      analysis.fail(0, error);
    } finally {
      readers.dispose();
    }
    return analysis;
  }

  /** The files of the report; a container stands for what it holds. Definitions that cannot be opened are left to say so. */
  async #expand(readers: WorkerPool): Promise<FoundFiles> {
    const own = await this.#expandOne(this.uri, await this.#source.input(this.uri), readers);
    const definitions = await Promise.all(
      this.#definitions.map(async ({ uri }) => {
        const input = await this.#source.input(uri).catch(() => ({ location: uri.fsPath }));
        return this.#expandOne(uri, input, readers);
      }),
    );
    return { files: [...own, ...definitions.flat()], definitionsFrom: own.length };
  }

  async #expandOne(uri: vscode.Uri, input: FileInput, readers: WorkerPool): Promise<ReportFile[]> {
    const files = await expandFiles([{ path: pathOf(uri), input }], readers);
    return files.map((file) => ({ ...file, uri }));
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

  async #end(report: MailFlowReport, milliseconds: number, isCurrent: () => boolean): Promise<void> {
    const own = report.files.filter(({ path }) => (this.fileNamed(path)?.uri ?? this.uri) === this.uri);
    const formats = new Set(own.map(({ format }) => format ?? 'no known format'));
    const sum = (of: 'records' | 'used' | 'problemCount'): number => own.reduce((total, file) => total + file[of], 0);
    this.#log.info(
      `${[...formats].join(', ')}: ${sum('records')} records, ${sum('used')} used, ` +
        `${sum('problemCount')} problems, ${report.insights.length} insights, ${milliseconds} ms`,
    );
    if (this.#isCancelled || !own.every(isUseless)) {
      this.#show({ kind: 'done', report, cancelled: this.#isCancelled });
      return;
    }
    const look = await lookInto(this.#source, this.uri);
    if (isCurrent()) {
      this.#show({ kind: 'failed', files: own, seen: look === undefined ? null : seenFile(look) });
    }
  }

  #show(state: AnalysisState): void {
    this.#state = state;
    this.#changed.fire(this);
  }
}

/** True where a file is of no known format, or nothing came of reading it in the way that the user decided on. */
function isUseless({ format, problems }: FileReport): boolean {
  return format === null || problems.some(({ reason }) => reason === 'nothingAsChosen');
}

/** The files of a report, and the position of the first one that is read for connector definitions. */
interface FoundFiles {
  readonly files: readonly ReportFile[];
  readonly definitionsFrom: number;
}

/** Definitions first, the export last: then it can be read on once it has grown. */
function readingOrder({ files, definitionsFrom }: FoundFiles): readonly number[] {
  const positions = [...files.keys()];
  return [...positions.slice(definitionsFrom), ...positions.slice(0, definitionsFrom)];
}
