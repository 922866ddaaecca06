import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Analysis, type AnalysisOptions } from '../core/analyze';
import { type ExpandedFile, expandFiles, mostReaders } from '../core/expandFiles';
import { readColumnMappings } from '../core/formats/readColumnMappings';
import { DEFAULT_THRESHOLDS } from '../core/insights/thresholds';
import type { ColumnMapping } from '../core/model/columnMapping';
import { dayOf } from '../core/model/day';
import { readFiles } from '../core/readFiles';
import type { FileReport, MailFlowReport } from '../core/report/report';
import { ENGLISH_WORDING, problemMessage } from '../core/report/wording';
import { filesBelow } from '../platform/node/findFiles';
import { pause } from '../platform/node/pause';
import { threadReaders, threadsFor } from '../platform/node/threadReaders';
import type { ReportArguments } from './arguments';
import { UsageError } from './arguments';
import { findDefinitions } from './findDefinitions';
import { outputOf } from './output';
import { Progress, type ProgressLine } from './progress';

/** Where a run says how far it is, and what its output is shown on. */
export interface Surface {
  readonly progress: ProgressLine;
  /** The output goes to a terminal that shows colours. */
  readonly isColoured: boolean;
}

/** What a run prints, and its exit status: 0 nothing found, 1 warnings found, 2 unreadable input. */
export interface ReportResult {
  readonly output: string;
  readonly errors: readonly string[];
  readonly status: 0 | 1 | 2;
}

/** Reads the files and prints their report. Throws {@link UsageError} for a name that does not exist. */
export async function report(args: ReportArguments, surface: Surface): Promise<ReportResult> {
  const inputs = await findInputs(args.files, args.definitions);
  if (args.output !== undefined) {
    await checkOutput(args.output, inputs.paths);
  }
  const columnMappings = args.mapping === undefined ? [] : await mappingsIn(args.mapping);
  const options = { ...optionsOf(args), columnMappings };
  const { analysis, files } = await analyzeFiles(inputs, options, surface.progress);
  const result = analysis.report();
  const errors = uselessFiles(result, files, inputs.named).map(errorOf);
  const isUnreadable = errors.length > 0 || nothingReadable(result) || result.files.some(failed);
  return {
    output: await outputOf(analysis, result, args, surface.isColoured),
    errors,
    status: isUnreadable ? 2 : result.insights.some((insight) => insight.severity === 'warning') ? 1 : 0,
  };
}

/** An analysis, and its files in the same order. */
interface Analyzed {
  readonly analysis: Analysis;
  readonly files: readonly ExpandedFile[];
}

async function analyzeFiles(
  { paths, definitionsFrom }: Inputs,
  options: AnalysisOptions,
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

/** An export must not be overwritten by its report, and a folder that is not there is no surprise for the end. */
async function checkOutput(output: string, paths: readonly string[]): Promise<void> {
  const folder = await stat(dirname(resolve(output))).catch(() => undefined);
  if (folder?.isDirectory() !== true) {
    throw new UsageError(`no such folder: ${dirname(output)}`);
  }
  const target = await stat(output).catch(() => undefined);
  for (const path of target === undefined ? [] : paths) {
    const input = await stat(path).catch(() => undefined);
    if (input !== undefined && target?.ino === input.ino && target.dev === input.dev) {
      throw new UsageError(`--output would overwrite ${path}, which is to be read`);
    }
  }
}

/** Reads a list of mappings. Throws {@link UsageError} where it is none, or an entry of it is not right. */
async function mappingsIn(path: string): Promise<readonly ColumnMapping[]> {
  let value: unknown;
  try {
    value = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError(`--mapping ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { mappings, faults } = readColumnMappings(value);
  if (faults.length > 0) {
    throw new UsageError(`--mapping ${path}: ${faults.join('; ')}`);
  }
  return mappings;
}

/**
 * What was named outright and is no known export; of a container that holds none, its first file. And files of which nothing
 * came when they were read as the mapping says.
 */
function uselessFiles(
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
  const unknown = [...first].flatMap(([container, report]) =>
    named.has(container) && !known.has(container) ? [report] : [],
  );
  return [...unknown, ...reports.filter(({ problems }) => problems.some(({ reason }) => reason === 'nothingAsChosen'))];
}

/**
 * True where not one record could be used of anything that was named: an audit must not take that for a good sign. Connector
 * definitions are no mail; alone, they are all that was asked about.
 */
function nothingReadable({ files }: MailFlowReport): boolean {
  const known = files.filter((file) => file.format !== null);
  const mail = known.filter((file) => file.format !== 'connector-definitions');
  if (mail.length === 0 && known.length < files.length) {
    return true;
  }
  const asked = mail.length > 0 ? mail : known;
  const isMalformed = asked.some((file) => (file.leftOut.malformed ?? 0) > 0);
  return asked.length === 0 || (isMalformed && asked.every((file) => file.used === 0));
}

function failed(file: FileReport): boolean {
  return file.problems.some(({ reason }) => reason === 'unreadable' || reason === 'damagedContainer');
}

/** What is to be read. */
interface Inputs {
  readonly paths: readonly string[];
  /** Position of the first one that is only read for connector definitions. */
  readonly definitionsFrom: number;
  /** Those that were named outright. */
  readonly named: ReadonlySet<string>;
}

/** Folders are searched through; those of named files, only for connector definitions. */
async function findInputs(names: readonly string[], definitions: readonly string[]): Promise<Inputs> {
  const paths = new Set<string>();
  const named = new Set<string>(definitions);
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
  const files = names.filter((name) => paths.has(name));
  const more = await findDefinitions(definitions, files, paths);
  return { paths: [...paths, ...more], definitionsFrom: paths.size, named };
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
