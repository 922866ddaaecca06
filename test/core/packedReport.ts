// Files in containers, read as the terminal and VS Code read them.
import { Analysis, type AnalysisOptions } from '../../src/core/analyze';
import { expandFiles } from '../../src/core/expandFiles';
import { readFiles } from '../../src/core/readFiles';
import type { MailFlowReport } from '../../src/core/report/report';
import { WorkerPool } from '../../src/core/stretch/workerPool';
import { FakeThreads, type Mischief } from './fakeThreads';
import { shown, TELLING, type WholeFile } from './inStretches';

/** What a test wants of a reading. */
export interface PackedReading {
  readonly options?: AnalysisOptions;
  /** How many threads. */
  readonly count?: number;
  readonly mischief?: Mischief;
  onProgress?(bytes: number, cancel: () => void): void;
  onStopped?(): void;
}

/** The report of files, of which some are containers. */
export async function packedReport(files: readonly WholeFile[], reading: PackedReading = {}): Promise<MailFlowReport> {
  const { options = TELLING, count = 2, mischief = {} } = reading;
  const pool = new WorkerPool(new FakeThreads(files, options, mischief), count);
  let isCancelled = false;
  const cancel = (): void => {
    isCancelled = true;
    pool.cancel();
  };
  const surroundings = {
    pause: () => Promise.resolve(),
    isCancelled: () => isCancelled,
    onProgress: (_: number, bytes: number) => reading.onProgress?.(bytes, cancel),
    onStopped: () => reading.onStopped?.(),
  };
  try {
    const expanded = await expandFiles(
      files.map(({ path }) => ({ path, input: { location: path } })),
      pool,
    );
    const analysis = new Analysis(
      expanded.map(({ path }) => path),
      options,
    );
    await readFiles(
      analysis,
      expanded.map(({ input }) => input),
      pool,
      surroundings,
    );
    await analysis.finish(surroundings);
    return shown(analysis.report());
  } finally {
    pool.dispose();
  }
}

/** A report whose files are called without the container that they were in. */
export function withoutContainer(report: MailFlowReport, container: string): MailFlowReport {
  return JSON.parse(JSON.stringify(report).replaceAll(`"${container}/`, '"')) as MailFlowReport;
}

/** A file's problems, each with what is said of it. */
export function problemsOf(report: MailFlowReport, path: string): string[] {
  const file = report.files.find((each) => each.path === path);
  return file === undefined
    ? [`no ${path} among ${report.files.map((each) => each.path).join(', ')}`]
    : file.problems.map(({ reason, detail }) => (detail === undefined ? reason : `${reason}: ${detail}`));
}
