import { resolve } from 'node:path';
import { Analysis } from '../core/analyze';
import { type ExpandedFile, expandFiles, mostReaders } from '../core/expandFiles';
import { readFiles } from '../core/readFiles';
import type { MailFlowReport } from '../core/report/report';
import { pause } from '../platform/node/pause';
import { threadReaders, threadsFor } from '../platform/node/threadReaders';
import type { AnalysisArguments } from './arguments/analysisArguments';
import { noMessageOn } from './countedDays';
import { findInputs, type Inputs, mappingsIn } from './inputs';
import { Progress, type ProgressLine } from './progress';
import { isUnreadable, uselessFiles } from './usefulness';

/** What was read. */
export interface ReadExports {
  readonly analysis: Analysis;
  /** Of the whole analysis period. */
  readonly report: MailFlowReport;
  /** The report's files, in the same order. */
  readonly files: readonly ExpandedFile[];
  /** What was named and cannot be used, in sentences. */
  readonly errors: readonly string[];
  /** True where an audit must not take the report for a good sign: something could not be read. */
  readonly isUnreadable: boolean;
  /** Why there is nothing to be said about the days that were asked for; undefined where there is. */
  readonly noMessage: string | undefined;
}

/** Reads what the command line names. Throws UsageError for a name that does not exist. */
export async function readExports(
  args: AnalysisArguments,
  line: ProgressLine,
  check: (inputs: Inputs) => Promise<void> = async () => {},
): Promise<ReadExports> {
  const inputs = await findInputs(args.files, args.definitions);
  await check(inputs);
  const columnMappings = args.mapping === undefined ? [] : await mappingsIn(args.mapping);
  const { analysis, files } = await analyzeFiles(inputs, { ...args.options, columnMappings }, line);
  const report = analysis.report();
  const errors = uselessFiles(report, files, inputs.named);
  const noMessage = noMessageOn(args.options, report.connectors, analysis);
  return { analysis, report, files, errors, isUnreadable: errors.length > 0 || isUnreadable(report), noMessage };
}

/** An analysis, and its files in the same order. */
interface Analyzed {
  readonly analysis: Analysis;
  readonly files: readonly ExpandedFile[];
}

async function analyzeFiles(
  { paths, definitionsFrom }: Inputs,
  options: Analysis['options'],
  line: ProgressLine,
): Promise<Analyzed> {
  const readers = threadReaders(options, 1);
  const named = paths.map((path) => ({ path, input: { location: resolve(path) } }));
  const files = await expandFiles(named.slice(0, definitionsFrom), readers);
  const definitions = await expandFiles(named.slice(definitionsFrom), readers);
  const all = [...files, ...definitions];
  const progress = new Progress(
    line,
    all.map(({ size }) => size),
  );
  const bytes = all.reduce((sum, { size }) => sum + size, 0);
  readers.count = Math.min(threadsFor(bytes), mostReaders(all));
  const analysis = new Analysis(
    all.map(({ path }) => path),
    options,
    files.length,
  );
  const onProgress = (file: number, bytesRead: number): void => progress.read(file, bytesRead);
  try {
    const inputs = all.map(({ input }) => input);
    await readFiles(analysis, inputs, readers, { pause, isCancelled: () => false, onProgress });
    await analysis.finish({ pause });
    return { analysis, files: all };
  } finally {
    readers.dispose();
    progress.end();
  }
}
