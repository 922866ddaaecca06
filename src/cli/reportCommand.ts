import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Analysis, type AnalysisOptions } from '../core/analyze';
import { type ExpandedFile, expandFiles, mostReaders } from '../core/expandFiles';
import { DEFAULT_THRESHOLDS } from '../core/insights/thresholds';
import { dayOf } from '../core/model/day';
import { readFiles } from '../core/readFiles';
import { reportJson } from '../core/report/json';
import type { FileReport, MailFlowReport } from '../core/report/report';
import { reportText } from '../core/report/text';
import { ENGLISH_WORDING, problemMessage } from '../core/report/wording';
import { filesBelow } from '../platform/node/findFiles';
import { pause } from '../platform/node/pause';
import { threadReaders, threadsFor } from '../platform/node/threadReaders';
import type { ReportArguments } from './arguments';
import { UsageError } from './arguments';

/** What a run prints, and its exit status: 0 nothing found, 1 warnings found, 2 unreadable input. */
export interface ReportResult {
  readonly output: string;
  readonly errors: readonly string[];
  readonly status: 0 | 1 | 2;
}

/** Reads the files and prints their report. Throws {@link UsageError} for a name that does not exist. */
export async function report(args: ReportArguments): Promise<ReportResult> {
  const { paths, named } = await findInputs(args.files);
  const { result, files } = await analyzeFiles(paths, optionsOf(args));
  const errors = unknownFiles(result, files, named).map(errorOf);
  const isUnreadable = errors.length > 0 || nothingReadable(result) || result.files.some(failed);
  return {
    output: args.format === 'json' ? `${JSON.stringify(reportJson(result), null, 2)}\n` : reportText(result),
    errors,
    status: isUnreadable ? 2 : result.insights.some((insight) => insight.severity === 'warning') ? 1 : 0,
  };
}

/** What an analysis gives, and its files in the same order. */
interface Analyzed {
  readonly result: MailFlowReport;
  readonly files: readonly ExpandedFile[];
}

async function analyzeFiles(paths: readonly string[], options: AnalysisOptions): Promise<Analyzed> {
  const readers = threadReaders(options, 1);
  try {
    const named = paths.map((path) => ({ path, input: { location: resolve(path) } }));
    const files = await expandFiles(named, readers);
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    readers.count = Math.min(threadsFor(bytes), mostReaders(files));
    const analysis = new Analysis(
      files.map(({ path }) => path),
      options,
    );
    const inputs = files.map(({ input }) => input);
    await readFiles(analysis, inputs, readers, { pause, isCancelled: () => false });
    await analysis.finish({ pause });
    return { result: analysis.report(), files };
  } finally {
    readers.dispose();
  }
}

/** What was named outright and is no known export; of a container that holds none, its first file. */
function unknownFiles(
  { files: reports }: MailFlowReport,
  files: readonly ExpandedFile[],
  named: ReadonlySet<string>,
): FileReport[] {
  const first = new Map<string, FileReport>();
  const known = new Set<string>();
  for (const [index, { container }] of files.entries()) {
    const report = reports[index] as FileReport;
    if (report.format !== null) {
      known.add(container);
    } else if (!first.has(container)) {
      first.set(container, report);
    }
  }
  return [...first].flatMap(([container, report]) => (named.has(container) && !known.has(container) ? [report] : []));
}

/** True where not one record could be used of anything that was named: an audit must not take that for a good sign. */
function nothingReadable({ files }: MailFlowReport): boolean {
  const known = files.filter((file) => file.format !== null);
  const isMalformed = known.some((file) => (file.leftOut.malformed ?? 0) > 0);
  return known.length === 0 || (isMalformed && known.every((file) => file.used === 0));
}

function failed(file: FileReport): boolean {
  return file.problems.some(({ reason }) => reason === 'unreadable' || reason === 'damagedContainer');
}

/** What is to be read. */
interface Inputs {
  readonly paths: readonly string[];
  /** Those that were named outright. */
  readonly named: ReadonlySet<string>;
}

/** Folders are searched through. */
async function findInputs(names: readonly string[]): Promise<Inputs> {
  const paths = new Set<string>();
  const named = new Set<string>();
  for (const name of names) {
    const found = await stat(name).catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(error.code === 'ENOENT' ? `no such file or folder: ${name}` : error.message);
    });
    if (found.isDirectory()) {
      for (const file of await filesBelow(name)) {
        paths.add(file);
      }
    } else {
      paths.add(name);
      named.add(name);
    }
  }
  if (paths.size === 0) {
    throw new UsageError(`no files in ${names.join(', ')}`);
  }
  return { paths: [...paths], named };
}

function optionsOf(args: ReportArguments): AnalysisOptions {
  return {
    missingTlsMeansNone: args.missingTlsMeansNone,
    dateOrder: args.dateOrder,
    today: dayOf(Date.now()),
    thresholds: {
      share: args.minimumShare ?? DEFAULT_THRESHOLDS.share,
      messages: args.minimumMessages ?? DEFAULT_THRESHOLDS.messages,
    },
    typeOf: (_direction, name) => args.connectorTypes.get(name.toLowerCase()) ?? 'Unknown',
    lastWeek: args.lastWeek,
    ...(args.from === undefined ? {} : { from: args.from }),
    ...(args.to === undefined ? {} : { to: args.to }),
  };
}

function errorOf(file: MailFlowReport['files'][number]): string {
  const [problem] = file.problems;
  const reason =
    problem === undefined ? 'cannot be used' : problemMessage(ENGLISH_WORDING, problem.reason, problem.detail);
  return `${file.path}: ${reason}`;
}
