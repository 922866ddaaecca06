import { Analysis, type AnalysisOptions } from '../core/analyze';
import { mostReaders } from '../core/expandFiles';
import { countingOptions } from '../core/formats/format';
import { readFiles, readOn } from '../core/readFiles';
import type { Checkpoint } from '../core/stretch/checkpoint';
import type { WorkerPool } from '../core/stretch/workerPool';
import type { Surroundings } from '../core/surroundings';
import type { ReadingProgress } from '../protocol/messages';
import { Cancellation } from './cancellation';
import type { ExportSource } from './exportSource';
import { isSameStamp, stampOf } from './fileStamp';
import { type OpenedSources, openSources } from './openSources';
import type { Platform } from './platform';
import { progressThrough, readingOrder } from './readingOrder';
import { NO_SOURCES, type ReadSources, sourcesOf } from './readSources';
import { analysisOptions } from './settings';
import { homeOf, type SourceSet } from './sourceSet';

/** What a reading came to: it answers questions, and can be gone on with. */
export interface ReadExports {
  readonly analysis: Analysis;
  readonly sources: ReadSources;
  readonly opened: OpenedSources;
  /** Positions of the files, as they were read. */
  readonly order: readonly number[];
  /** Where the file that was read last can be read on from. */
  readonly checkpoint: Checkpoint | undefined;
}

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

  constructor(set: SourceSet, source: ExportSource, platform: Platform, listener: ReadingListener) {
    this.#set = set;
    this.#source = source;
    this.#platform = platform;
    this.#listener = listener;
    this.#options = analysisOptions(homeOf(set));
    this.#readers = platform.readers(this.#options);
  }

  get isCancelled(): boolean {
    return this.#cancellation.isCancelled;
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
      isCancelled: () => this.isCancelled,
    };
    return (await this.#cancellation.unless(sourcesOf(this.#set, search))) ?? NO_SOURCES;
  }

  /** Reads what has come to the file that was read last. Undefined where that is not all that has changed. */
  async #readOn(before: ReadExports, sources: ReadSources): Promise<ReadExports | undefined> {
    const { analysis, checkpoint, opened, order } = before;
    const last = opened.files[order.at(-1) ?? -1];
    const isSame = JSON.stringify(countingOptions(this.#options)) === JSON.stringify(countingOptions(analysis.options));
    if (checkpoint === undefined || last === undefined || !isSame || !hasOnlyGrown(before, sources)) {
      return undefined;
    }
    const progress = progressThrough(opened.files, order, sources.stamps);
    const surroundings = this.#surroundings(analysis, progress);
    try {
      const input = await this.#source.input(last.uri);
      const next = await readOn(analysis, input, checkpoint, this.#readers, surroundings);
      return next === false
        ? undefined
        : { ...before, sources, checkpoint: await this.#settled(next, before, sources) };
    } catch {
      // What could not be read on is read from its beginning, which says why it cannot be read.
      return undefined;
    }
  }

  async #readAll(sources: ReadSources): Promise<ReadExports> {
    this.#listener.begins();
    const opening = openSources(sources, this.#source, this.#readers);
    const opened = (await this.#cancellation.unless(opening)) ?? { files: [], definitionsFrom: 0 };
    this.#listener.opened(opened);
    const { files } = opened;
    const paths = files.map(({ path }) => path);
    const analysis = new Analysis(paths, this.#options, opened.definitionsFrom);
    const order = readingOrder(opened, sources.stamps);
    const read = files.filter((_, position) => order.includes(position));
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
    const whole = { analysis, sources, opened: withoutBytes(opened), order, checkpoint };
    return { ...whole, checkpoint: await this.#settled(checkpoint, whole, sources) };
  }

  /** A file that was written while it was read, and of which nothing is left to be read, counts as it stands now. */
  async #settled(
    checkpoint: Checkpoint | undefined,
    { opened, order }: Pick<ReadExports, 'opened' | 'order'>,
    { stamps }: ReadSources,
  ): Promise<Checkpoint | undefined> {
    const last = opened.files[order.at(-1) ?? -1];
    const now = checkpoint === undefined || last === undefined ? undefined : await stampOf(last.uri);
    if (now !== undefined && now.size === checkpoint?.end) {
      stamps.set(String(last?.uri), now);
    }
    return checkpoint;
  }

  #surroundings(analysis: Analysis, progress: ReturnType<typeof progressThrough>): Surroundings {
    return {
      pause: this.#platform.pause,
      isCancelled: () => this.isCancelled,
      onProgress: (file, bytesRead) => this.#listener.read(progress(file, bytesRead), analysis),
    };
  }
}

/** True where the same files are read and none of them has changed, but for the one that was read last, which has grown. */
function hasOnlyGrown({ sources, opened, order, checkpoint }: ReadExports, { stamps }: ReadSources): boolean {
  const last = String(opened.files[order.at(-1) ?? -1]?.uri);
  const others = [...stamps].filter(([uri]) => uri !== last);
  return (
    stamps.size === sources.stamps.size &&
    others.every(([uri, stamp]) => isSameStamp(stamp, sources.stamps.get(uri))) &&
    (stamps.get(last)?.size ?? 0) > (checkpoint?.end ?? Number.POSITIVE_INFINITY)
  );
}

/** They are not needed any more, and may be many. */
function withoutBytes({ files, definitionsFrom }: OpenedSources): OpenedSources {
  return {
    files: files.map(({ input: { bytes: _, ...input }, ...file }) => ({ ...file, input })),
    definitionsFrom,
  };
}
