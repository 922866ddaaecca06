import * as vscode from 'vscode';
import { Analysis } from '../../core/analyze';
import { countingOptions } from '../../core/formats/format';
import type { MailFlowReport } from '../../core/report/report';
import type { FileInput } from '../../core/stretch/readers';
import type { WorkerPool } from '../../core/stretch/workerPool';
import { Slices } from '../../core/surroundings';
import type { AnalysisState, ReadingProgress, SourceNotes } from '../../protocol/messages';
import { heldBaseline, readBaselineOf } from '../baseline/baselineFile';
import { errorKind, readingLine } from '../messages/logLines';
import type { Platform } from '../platform';
import { lookInto, seenFile } from '../recognition/fileLook';
import { isExport } from '../recognition/recognizeExport';
import { analysisOptions } from '../settings/settings';
import { type ExportSource, pathOf } from '../sources/exportSource';
import type { ReportFile } from '../sources/openSources';
import type { ReadSources } from '../sources/readSources';
import { SourceChanges } from '../sources/sourceChanges';
import { notesOf } from '../sources/sourceNotes';
import { homeOf, keyOf, type SourceSet, titleOf } from '../sources/sourceSet';
import { ExportReading } from './exportReading';
import type { ReadExports } from './readExports';
import { isUseless, ownFiles } from './readingResult';

/** Least time between two partial states, in milliseconds; with many files, a millisecond for each. */
const PARTIAL_EVERY = 150;

/**
 * Where no more than this is left to be read, in bytes, and reading began less than so many milliseconds ago, the whole is there so
 * soon that to draw a part of it first would only keep it waiting.
 */
const LITTLE = 16 * 1024 * 1024;
const JUST_NOW = 300;
/** Where no more than this is left, the whole follows at once, however long it took up to there. */
const NOTHING_MUCH = 1024 * 1024;

/** What an analysis needs of its surroundings. */
export interface AnalysisContext {
  readonly log: vscode.LogOutputChannel;
  readonly platform: Platform;
  readonly source: ExportSource;
}

/**
 * The analysis of a set of sources, from the first byte to the report. Pages, Problems and the widget all show its state; a
 * later reading takes the place of an earlier one, which then changes nothing any more.
 */
export class ExportAnalysis implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<ExportAnalysis>();
  readonly #notesChanged = new vscode.EventEmitter<ExportAnalysis>();
  readonly #context: AnalysisContext;
  #reading: ExportReading | undefined;
  /** What was read, once reading has ended: it answers questions. */
  #read: ReadExports | undefined;
  #files: readonly ReportFile[] = [];
  #sources: ReadSources | undefined;
  #changes: SourceChanges | undefined;
  #unsaved = 0;
  #milliseconds = 0;
  #state: AnalysisState;

  /** Fires when {@link state} has changed. */
  readonly onDidChange = this.#changed.event;
  /** Fires when {@link notes} have changed. */
  readonly onDidChangeNotes = this.#notesChanged.event;

  constructor(
    readonly set: SourceSet,
    context: AnalysisContext,
  ) {
    this.#context = context;
    this.#state = this.#beginning;
  }

  get state(): AnalysisState {
    return this.#state;
  }

  /** Tells it from the analyses of other sets. */
  get key(): string {
    return keyOf(this.set);
  }

  /** What settings are asked for: the file, the folder, or the first one of a selection. */
  get uri(): vscode.Uri {
    return homeOf(this.set);
  }

  /** The files that are read: those of the set, then those that are read for connector definitions. */
  get sources(): readonly vscode.Uri[] {
    const { found, definitions = [] } = this.#sources ?? {};
    return [...(found?.files ?? [this.uri]), ...definitions.map(({ uri }) => uri)];
  }

  /** True where a file is one of {@link sources}. */
  reads(uri: vscode.Uri): boolean {
    return this.#sources?.stamps.has(uri.toString()) ?? uri.toString() === this.uri.toString();
  }

  /** The folders that were searched through. */
  get folders(): readonly vscode.Uri[] {
    return this.#sources?.found.folders ?? [];
  }

  /** How long reading took last, in milliseconds. */
  get milliseconds(): number {
    return this.#milliseconds;
  }

  /** The file at a position of the report; undefined where there is none. */
  fileAt(position: number): ReportFile | undefined {
    return this.#files[position];
  }

  /** The file that the report calls `path`. */
  fileNamed(path: string): ReportFile | undefined {
    return this.#files.find((file) => file.path === path);
  }

  /** The name of the file or of the folder; of a selection, how many files it has. */
  get title(): string {
    return titleOf(this.set, this.#sources?.found.files.length);
  }

  /** What is to be said of the sources beside the report; null where there is nothing. */
  get notes(): SourceNotes | null {
    return notesOf(this.set, this.#sources, this.#changes, this.#unsaved);
  }

  /** Asks about what was read, in slices; null while the files are being read, or where they were meanwhile. */
  async ask<T>(question: (analysis: Analysis) => Generator<void, T | undefined>): Promise<T | null> {
    const read = this.#read;
    const answer = read && (await new Slices(this.#context.platform).all(question(read.analysis)));
    return read === this.#read ? (answer ?? null) : null;
  }

  /** The bytes of the file that the report calls `path`, or of what it lies in, in pieces. Throws where it cannot be read. */
  pieces(path: string): AsyncGenerator<Uint8Array> {
    return this.#context.source.pieces(this.fileNamed(path)?.uri ?? this.uri);
  }

  /** Looks at files that something may have happened to since they were read. */
  async look(uris: Iterable<vscode.Uri>): Promise<void> {
    if (await this.#changes?.look(uris)) {
      this.#notesChanged.fire(this);
    }
  }

  /** Says of how many of the sources an editor has changes that are not saved. */
  setUnsaved(count: number): void {
    if (count !== this.#unsaved) {
      this.#unsaved = count;
      this.#notesChanged.fire(this);
    }
  }

  /** A file of the report, to be opened once more. Rejects where it cannot be read. */
  async inputOf({ uri, input: { entry } }: ReportFile): Promise<FileInput> {
    const input = await this.#context.source.input(uri);
    return entry === undefined ? input : { ...input, entry };
  }

  /** Readers for questions about the report's files. Dispose of them afterwards. */
  newReaders(): WorkerPool {
    return this.#context.platform.readers(analysisOptions(this.uri));
  }

  /** Stops reading; what has been read stays. */
  cancel(): void {
    this.#reading?.cancel();
  }

  /**
   * Reads all there is, also if it had been read before. Resolves when reading has ended, one way or another. `isGrowing`: where
   * nothing has changed but the end of a file, as with a log that is being written, only what is new is read.
   */
  async read(isGrowing = false): Promise<void> {
    const before = isGrowing ? this.#read : undefined;
    this.#read = undefined;
    this.#reading?.dispose();
    this.#reading = undefined;
    let reading: ExportReading | undefined;
    try {
      reading = this.#newReading();
      this.#reading = reading;
      if (!isGrowing) {
        this.#show(this.#beginning);
      }
      const started = Date.now();
      const read = await reading.run(before);
      if (reading === this.#reading) {
        this.#read = read;
        this.#milliseconds = Date.now() - started;
        await this.#end(read.analysis, reading);
      }
    } catch (error) {
      const { log } = this.#context;
      log.error(`reading: ${errorKind(error)}`);
      log.debug(error instanceof Error ? (error.stack ?? error.message) : String(error));
      if (reading === this.#reading) {
        this.#fail(error);
      }
    }
  }

  /** Judges what was read by the settings as they are now; reads again where that is not enough. */
  async judge(): Promise<void> {
    const options = analysisOptions(this.uri);
    const analysis = this.#read?.analysis;
    const asked = [analysis?.options, options].map((each) => each && countingOptions(each));
    if (
      analysis === undefined ||
      this.#state.kind !== 'done' ||
      JSON.stringify(asked[0]) !== JSON.stringify(asked[1])
    ) {
      await this.read();
      return;
    }
    const read = this.#read;
    const baseline = await readBaselineOf(this.uri);
    if (read !== this.#read || this.#state.kind !== 'done') {
      return;
    }
    // The settings as they are now: they may have changed once more meanwhile, or do so before the report is there.
    const newest = analysisOptions(this.uri);
    analysis.judge(newest);
    const report = await this.#reportOf(analysis);
    const isCurrent = read === this.#read && analysis.options === newest;
    if (report !== undefined && isCurrent && this.#state.kind === 'done') {
      this.#show({ ...this.#state, report, baseline: heldBaseline(baseline, report) });
    }
  }

  /** Holds the report against its baseline as that is now. */
  async holdAgainstBaseline(): Promise<void> {
    const baseline = await readBaselineOf(this.uri);
    if (this.#state.kind === 'done') {
      this.#show({ ...this.#state, baseline: heldBaseline(baseline, this.#state.report) });
    }
  }

  dispose(): void {
    this.#reading?.dispose();
    this.#reading = undefined;
    // Entries in Problems may keep it for long.
    this.#read = undefined;
    this.#changed.dispose();
    this.#notesChanged.dispose();
  }

  #newReading(): ExportReading {
    const { source, platform } = this.#context;
    const begun = Date.now();
    let shown = begun;
    const reading = new ExportReading(this.set, source, platform, {
      found: (sources) => current(() => this.#found(sources)),
      begins: () => current(() => this.#show(this.#beginning)),
      opened: ({ files }) =>
        current(() => {
          this.#files = files;
        }),
      read: (progress, analysis) =>
        current(() => {
          const now = Date.now();
          const least = Math.max(PARTIAL_EVERY, analysis.accounts.length);
          const left = progress.bytesTotal - progress.bytesRead;
          const isNearlyRead = left < (now - begun < JUST_NOW ? LITTLE : NOTHING_MUCH);
          if ((now - shown >= least || !this.#hasFigures) && !isNearlyRead) {
            shown = now;
            this.#show({ kind: 'reading', progress, report: analysis.partialReport() });
          }
        }),
    });
    const current = (hear: () => void): void => {
      if (reading === this.#reading) {
        hear();
      }
    };
    return reading;
  }

  #found(sources: ReadSources): void {
    const { source, platform } = this.#context;
    this.#sources = sources;
    this.#changes = new SourceChanges(sources, platform, (uri) => isExport(uri, source, platform));
    this.#notesChanged.fire(this);
  }

  get #beginning(): AnalysisState {
    const files = this.#sources?.found.files.length ?? (this.set.kind === 'file' ? 1 : 0);
    const progress: ReadingProgress = { file: this.title, number: 0, files, bytesRead: 0, bytesTotal: 0 };
    return { kind: 'reading', progress, report: null };
  }

  /** True once a state of the reading that goes on shows figures. */
  get #hasFigures(): boolean {
    return this.#state.kind === 'reading' && this.#state.report !== null;
  }

  async #end(analysis: Analysis, reading: ExportReading): Promise<void> {
    const { isStopped } = reading;
    const report = await this.#reportOf(analysis);
    if (report === undefined || reading !== this.#reading) {
      return;
    }
    const own = ownFiles(report, this.#files, this.#sources?.definitions ?? []);
    this.#context.log.info(readingLine(report, own, this.#milliseconds));
    if (isStopped || !own.every(isUseless)) {
      const baseline = await readBaselineOf(this.uri);
      if (reading === this.#reading) {
        this.#show({ kind: 'done', report, cancelled: isStopped, baseline: heldBaseline(baseline, report) });
      }
      return;
    }
    const look = this.set.kind === 'file' ? await lookInto(this.#context.source, this.uri) : undefined;
    if (reading === this.#reading) {
      this.#show({ kind: 'failed', files: own, seen: look === undefined ? null : seenFile(look) });
    }
  }

  /** What was read, as a report, which is shown in a turn of its own; undefined where reading has gone on meanwhile. */
  async #reportOf(analysis: Analysis): Promise<MailFlowReport | undefined> {
    const slices = new Slices(this.#context.platform);
    const report = await slices.all(analysis.reportInSteps());
    await slices.pause();
    return report;
  }

  /** Says of an error that nobody has reckoned with what is said of a file that cannot be read: nothing stays at reading. */
  #fail(error: unknown): void {
    const analysis = new Analysis([pathOf(this.uri)], analysisOptions(this.uri));
    analysis.fail(0, error);
    this.#show({ kind: 'failed', files: analysis.report().files, seen: null });
  }

  #show(state: AnalysisState): void {
    this.#state = state;
    this.#changed.fire(this);
  }
}
