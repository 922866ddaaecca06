import { Census } from '../aggregate/census';
import { type ConnectorSummary, summarize } from '../aggregate/connectorSummary';
import type { MailFlow } from '../aggregate/mailFlow';
import { MOST_PROBLEMS } from '../facts/account';
import type { FileAccount } from '../facts/fileAccount';
import { findInsights } from '../insights/findInsights';
import { hostChanges } from '../insights/hostChanges';
import { isMuted, type Mute } from '../insights/mute';
import { silentRules } from '../insights/silentRules';
import { type ThresholdSettings, thresholdsFrom } from '../insights/thresholds';
import type { ConnectorType, Direction } from '../model/connector';
import { formatDay, holdsDay, type Period, parseDay, weekEndingWith } from '../model/day';
import type { HostNote } from '../model/hostNote';
import type { LeftOutReason, ReadingProblem } from '../model/problem';
import { addCounts, noCounts, volumeOf } from '../model/tls';
import { inOneGo } from '../steps';
import { isInside } from './figures';
import type {
  ClientSubmission,
  ConnectorFlow,
  DayFlow,
  DefinitionFacts,
  FileReport,
  MailFlowReport,
  TlsReportEntry,
} from './report';

/** What the user decides about a report. */
export interface ReportOptions extends ThresholdSettings {
  /** Printed with the report. */
  readonly missingTlsMeansNone: boolean;
  /** The analysis period: all data where nothing is asked for. */
  readonly from?: string;
  readonly to?: string;
  readonly lastWeek?: boolean;
  /** What the user no longer wants to be warned about. */
  readonly muted?: readonly Mute[];
  /** Types that a setting gives to connectors of which no record tells the type. */
  readonly typeOf: (direction: Direction, name: string) => ConnectorType;
}

/**
 * The report of what has been read so far; reading may go on afterwards. Without a census it has no insights: they are about
 * everything that was read. Works in small steps, between which nothing may be added.
 */
export function* buildReport(
  flow: MailFlow,
  accounts: readonly FileAccount[],
  options: ReportOptions,
  census: Census | null,
): Generator<void, MailFlowReport> {
  const notes = new Notes();
  for (const account of census === null ? [] : accounts.filter(isReadForNothing)) {
    notes.problem(account.index, { line: 0, reason: 'nothingAsChosen' });
  }
  const summaries = yield* summarize(flow, census, options.typeOf, notes);
  for (const [reason, twins] of [
    ['hubTwin', flow.hubTwins],
    ['protocolLogTwin', flow.protocolTwins],
  ] as const) {
    for (const [file, rows] of twins.leftOut()) {
      notes.leaveOut(file, reason, rows);
    }
  }
  const period = periodOf(summaries, options);
  const isAsked = askedDays(period, options);
  const isWhole = period !== null && census !== null;
  const pathOf = (file: number): string => accounts[file]?.path ?? '';
  const notesOf = (direction: Direction, host: string): HostNote[] => flow.hostNotes.of(direction, host);
  const insights = isWhole ? yield* findInsights(summaries, period, thresholdsFrom(options), { pathOf, notesOf }) : [];
  const { muted = [] } = options;
  const clientSubmission = submissionOf(flow, notes, pathOf);
  const connectors: ConnectorFlow[] = [];
  for (const summary of summaries) {
    connectors.push(connectorFlow(summary, period, pathOf));
    yield;
  }
  return {
    period,
    files: accounts.map((account) => notes.fileReport(account)),
    connectors,
    internal: flow.internal(isAsked),
    shared: flow.shared(isAsked),
    insights: insights.filter((insight) => !isMuted(insight, muted)),
    mutedInsights: insights.filter((insight) => isMuted(insight, muted)),
    hostChanges: isWhole ? hostChanges(summaries) : [],
    silentRules: isWhole ? silentRules(summaries, accounts, period) : [],
    tlsReports: tlsReportsOf(flow, options, pathOf),
    clientSubmission,
    missingTlsMeansNone: options.missingTlsMeansNone,
  };
}

/** Records that are left out for these reasons may have been read as something that they are not. */
const PERHAPS_NOT_UNDERSTOOD: ReadonlySet<LeftOutReason> = new Set<LeftOutReason>([
  'malformed',
  'futureDay',
  'noMessageId',
  'otherEvent',
]);

/** True where nothing came of reading a file in the way that the user decided on. */
function isReadForNothing({ chosen, records, used, sessions, leftOut }: FileAccount): boolean {
  const hasSessions = sessions !== undefined && sessions.total > 0;
  return (
    chosen !== undefined &&
    records > 0 &&
    used === 0 &&
    !hasSessions &&
    [...leftOut.keys()].every((reason) => PERHAPS_NOT_UNDERSTOOD.has(reason))
  );
}

/** A look at every message of the period that will be reported, still to be taken: once all files have been read. */
export function* newCensus(flow: MailFlow, options: ReportOptions): Generator<void, Census> {
  const period = periodOf(yield* summarize(flow, null, options.typeOf, new Notes()), options);
  return new Census(flow, holdsDay(period));
}

/** What the summaries say about files: rows left out after all, and problems. */
class Notes {
  readonly #leftOut = new Map<number, Map<LeftOutReason, number>>();
  readonly #problems = new Map<number, ReadingProblem[]>();

  leaveOut(file: number, reason: LeftOutReason, rows = 1): void {
    const reasons = this.#leftOut.get(file) ?? new Map<LeftOutReason, number>();
    reasons.set(reason, (reasons.get(reason) ?? 0) + rows);
    this.#leftOut.set(file, reasons);
  }

  problem(file: number, problem: ReadingProblem): void {
    const problems = this.#problems.get(file) ?? [];
    problems.push(problem);
    this.#problems.set(file, problems);
  }

  fileReport(account: FileAccount): FileReport {
    const leftOut = new Map(account.leftOut);
    let used = account.used;
    for (const [reason, rows] of this.#leftOut.get(account.index) ?? []) {
      leftOut.set(reason, (leftOut.get(reason) ?? 0) + rows);
      used -= rows;
    }
    const more = this.#problems.get(account.index) ?? [];
    return {
      path: account.path,
      format: account.format,
      ...(account.chosen === undefined ? {} : { chosen: account.chosen }),
      encoding: account.encoding,
      records: account.records,
      used,
      leftOut: Object.fromEntries(leftOut),
      ...(account.dates === undefined ? {} : { dates: account.dates }),
      ...(account.sessions === undefined ? {} : { sessions: { ...account.sessions } }),
      problems: [...account.problems, ...more].sort((a, b) => a.line - b.line).slice(0, MOST_PROBLEMS),
      problemCount: account.problemCount + more.length,
    };
  }
}

/** The SMTP TLS reports; where a period is asked for, those that share a day with it. */
function tlsReportsOf(flow: MailFlow, { from, to }: ReportOptions, path: (file: number) => string): TlsReportEntry[] {
  return flow.tlsReports
    .all()
    .map(({ reportId: _, position: __, start, end, proof, ...told }) => ({
      ...told,
      start: formatDay(start),
      end: formatDay(end),
      file: path(proof.file),
      line: proof.line,
    }))
    .filter(({ start, end }) => (from === undefined || end >= from) && (to === undefined || start <= to));
}

function submissionOf(flow: MailFlow, notes: Notes, path: (file: number) => string): ClientSubmission | null {
  const clients = flow.clients.summarize(notes);
  if (clients.length === 0) {
    return null;
  }
  const tls = noCounts();
  for (const { counts } of clients) {
    addCounts(tls, counts);
  }
  return {
    tls,
    approximate: clients.some(({ approximate }) => approximate),
    clients: clients.map(({ sender, counts, approximate, proof }) => ({
      sender,
      tls: counts,
      approximate,
      file: path(proof.file),
      line: proof.line,
    })),
  };
}

function connectorFlow(
  summary: ConnectorSummary,
  period: Period | null,
  pathOf: (file: number) => string,
): ConnectorFlow {
  const days: DayFlow[] = [...summary.days]
    .map(([day, { counts, approximate, forcedTls }]) => ({ date: formatDay(day), tls: counts, approximate, forcedTls }))
    .filter((day) => isInside(day.date, period))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const definition = definitionFacts(summary, pathOf);
  const defined = definition?.forcedTls ?? null;
  return {
    direction: summary.direction,
    name: summary.name,
    type: summary.type,
    forcedTls: days.findLast((day) => day.forcedTls !== null)?.forcedTls ?? defined,
    ...(definition === undefined ? {} : { definition }),
    days: days.map((day) => ({ ...day, forcedTls: day.forcedTls ?? defined })),
  };
}

function definitionFacts(
  { definition }: ConnectorSummary,
  pathOf: (file: number) => string,
): DefinitionFacts | undefined {
  if (definition === undefined) {
    return undefined;
  }
  const { forcedTls, certificate, isEnabled, first } = definition;
  return { forcedTls, certificate, isEnabled, file: pathOf(first.file), line: first.line };
}

/** Whether a UTC day is asked for; where no days are, every one is, also one outside of the period of what was counted. */
function askedDays(period: Period | null, { from, to, lastWeek }: ReportOptions): (day: number) => boolean {
  const [first, last] = lastWeek === true ? [period?.start, period?.end] : [from, to];
  const start = parseDay(first ?? '') ?? Number.NEGATIVE_INFINITY;
  const end = parseDay(last ?? '') ?? Number.POSITIVE_INFINITY;
  return (day) => day >= start && day <= end;
}

/** First and last UTC day of all that was counted, whatever is asked for; null where nothing was. */
export function countedDays(flow: MailFlow, { typeOf }: Pick<ReportOptions, 'typeOf'>): Period | null {
  return periodOf(inOneGo(summarize(flow, null, typeOf, new Notes())), {});
}

/** The analysis period; null where nothing was counted and none was asked for. */
export function periodOf(
  summaries: readonly ConnectorSummary[],
  options: Pick<ReportOptions, 'from' | 'to' | 'lastWeek'>,
): Period | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const summary of summaries) {
    for (const [day, { counts }] of summary.days) {
      if (volumeOf(counts) > 0) {
        first = Math.min(first, day);
        last = Math.max(last, day);
      }
    }
  }
  if (last < first) {
    return options.from !== undefined && options.to !== undefined ? { start: options.from, end: options.to } : null;
  }
  if (options.lastWeek === true) {
    return weekEndingWith(formatDay(last));
  }
  const [start, end] = [options.from ?? formatDay(first), options.to ?? formatDay(last)];
  // Where one end was asked for and lies outside of the data, the other one goes along.
  return start <= end ? { start, end } : { start: options.from ?? end, end: options.to ?? start };
}
