import { Analysis, type AnalysisOptions } from '../../core/analyze';
import { mostReaders } from '../../core/expandFiles';
import { readFiles, readOn } from '../../core/readFiles';
import type { WorkerPool } from '../../core/stretch/workerPool';
import type { Surroundings } from '../../core/surroundings';
import type { ReadingProgress } from '../../protocol/messages';
import { Cancellation } from '../cancellation';
import type { Platform } from '../platform';
import { analysisOptions } from '../settings/settings';
import type { ExportSource } from '../sources/exportSource';
import { type OpenedSources, openSources, withoutBytes } from '../sources/openSources';
import { progressThrough, readingOrder } from '../sources/readingOrder';
import { NO_SOURCES, type ReadSources, sourcesOf } from '../sources/readSources';
import { homeOf, type SourceSet } from '../sources/sourceSet';
import { hasOnlyGrown, type ReadExports, settled } from './readExports';

/** What whoever waits for a reading hears of it. */
export interface ReadingListener {
  /** What is read is known. */
  found(sources: ReadSources): void;
  /** All files are read from their beginnings. */
  begins(): void;
  /** The files of the report are known. */
  opened(opened: OpenedSources): void;
  /** More has been read. */
  read(progress: ReadingProgress, analysis: Analysis): void;
}

/** One reading of a set of sources, from the search for files to the last figure. */
export class ExportReading {
  readonly #set: SourceSet;
  readonly #source: ExportSource;
  readonly #platform: Platform;
  readonly #listener: ReadingListener;
  readonly #options: AnalysisOptions;
  readonly #readers: WorkerPool;
  readonly #cancellation = new Cancellation();
  #isStopped = false;

  constructor(set: SourceSet, source: ExportSource, platform: Platform, listener: ReadingListener) {
    this.#set = set;
    this.#source = source;
    this.#platform = platform;
    this.#listener = listener;
    this.#options = analysisOptions(homeOf(set));
    this.#readers = platform.readers(this.#options);
  }

  /** True where something is left unread since the user did not want more. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** Stops reading; what has been read stays. */
  cancel(): void {
    this.#cancellation.cancel();
    this.#readers.cancel();
  }

  /** Stops reading; nobody wants what has been read. */
  dispose(): void {
    this.#cancellation.cancel();
    this.#readers.dispose();
  }

  /** Reads everything; only what a file has grown by since the reading `before`, where nothing else has changed. */
  async run(before?: ReadExports): Promise<ReadExports> {
    // While files are looked for.
    this.#readers.start();
    try {
      const sources = await this.#find();
      this.#listener.found(sources);
      const read = (before && (await this.#readOn(before, sources))) ?? (await this.#readAll(sources));
      await read.analysis.finish(this.#platform);
      return read;
    } finally {
      this.#readers.dispose();
    }
  }

  async #find(): Promise<ReadSources> {
    const search = {
      source: this.#source,
      platform: this.#platform,
      readers: this.#readers,
      isCancelled: () => this.#cancellation.isCancelled,
    };
    const found = await this.#cancellation.unless(sourcesOf(this.#set, search));
    this.#isStopped = this.#cancellation.isCancelled;
    return found ?? NO_SOURCES;
  }

  /** Reads what has come to the file that was read last. Undefined where that is not all that has changed. */
  async #readOn(before: ReadExports, sources: ReadSources): Promise<ReadExports | undefined> {
    const { analysis, checkpoint, opened, order } = before;
    const last = opened.files[order.at(-1) ?? -1];
    if (checkpoint === undefined || last === undefined || !hasOnlyGrown(before, sources, this.#options)) {
      return undefined;
    }
    const progress = progressThrough(opened.files, order, sources.stamps);
    const surroundings = this.#surroundings(analysis, progress);
    try {
      const input = await this.#source.input(last.uri);
      const next = await readOn(analysis, input, checkpoint, this.#readers, surroundings);
      return next === false ? undefined : await settled({ ...before, sources, checkpoint: next }, this.#platform);
    } catch {
      if (this.#cancellation.isCancelled) {
        this.#isStopped = true;
        return { ...before, sources, checkpoint: undefined };
      }
      // What could not be read on is read from its beginning, which says why it cannot be read.
      return undefined;
    }
  }

  async #readAll(sources: ReadSources): Promise<ReadExports> {
    this.#listener.begins();
    const opening = openSources(sources, this.#source, this.#readers, this.#platform);
    const opened = (await this.#cancellation.unless(opening)) ?? { files: [], definitionsFrom: 0 };
    this.#isStopped ||= this.#cancellation.isCancelled;
    const kept = withoutBytes(opened);
    this.#listener.opened(kept);
    const { files } = opened;
    const paths = files.map(({ path }) => path);
    const analysis = new Analysis(paths, this.#options, opened.definitionsFrom);
    const order = readingOrder(opened, sources.stamps);
    const read = order.flatMap((position) => files[position] ?? []);
    const bytes = read.reduce((sum, { size }) => sum + size, 0);
    this.#readers.count = Math.min(this.#platform.threadsFor(bytes), mostReaders(read));
    const inputs = files.map(({ input }) => input);
    const surroundings = this.#surroundings(analysis, progressThrough(files, order, sources.stamps));
    const checkpoint = await readFiles(analysis, inputs, this.#readers, surroundings, order).catch((error: unknown) => {
      analysis.fail(order[0] ?? 0, error);
      return undefined;
    });
    for (const [position, { error, unknown }] of files.entries()) {
      if (unknown !== undefined) {
        analysis.begin(position, unknown.beginning);
      } else if (error !== undefined) {
        analysis.fail(position, error);
      }
    }
    return await settled({ analysis, sources, opened: kept, order, checkpoint }, this.#platform);
  }

  #surroundings(analysis: Analysis, progress: ReturnType<typeof progressThrough>): Surroundings {
    return {
      pause: this.#platform.pause,
      isCancelled: () => this.#cancellation.isCancelled,
      onStopped: () => {
        this.#isStopped = true;
      },
      onProgress: (file, bytesRead) => this.#listener.read(progress(file, bytesRead), analysis),
    };
  }
}
