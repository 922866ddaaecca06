import type { BaselineVerdict } from '../compare/baseline';
import { DIRECTIONS } from '../model/connector';
import type { Severity } from '../model/ruleTable';
import { knownOf, TLS_STATES, type TlsCounts, volumeOf } from '../model/tls';
import { amount } from './amount';
import { directionFigures, protectedOf, sumDays } from './figures';
import { baselineLines, causeLines, hostChangeLines, quietLines } from './insightText';
import { formatCount, formatPercent } from './percent';
import { printable } from './printable';
import type {
  ClientSubmission,
  ConnectorFlow,
  FileReport,
  Insight,
  MailFlowReport,
  ProofLine,
  TlsReportEntry,
} from './report';
import { trendLines } from './trendText';
import { connectorLabel, ENGLISH_WORDING, insightMessage, leftOutMessage, problemMessage } from './wording';

const NAMES: Readonly<Record<(typeof TLS_STATES)[number], string>> = {
  none: 'No TLS',
  'ssl3.0': 'SSL 3.0',
  tls: 'TLS, version not told',
  'tls1.0': 'TLS 1.0',
  'tls1.1': 'TLS 1.1',
  'tls1.2': 'TLS 1.2',
  'tls1.3': 'TLS 1.3',
  unknown: 'Unknown',
};

/** How many problems of a file are printed. */
const MOST_PROBLEMS = 10;
/** How many clients are printed. */
const MOST_CLIENTS = 25;

/** What parts of the text are, for a terminal that has colours. */
export type TextPart = 'heading' | Severity;

/** How the report is printed. */
export interface TextOptions {
  /** Gives a part of the text its look; it gets and returns whole words of a line. */
  readonly paint?: (part: TextPart, text: string) => string;
  /** Where the lines for other programs say that something is proven; as the report has it where this is not given. */
  readonly locate?: (proof: ProofLine) => ProofLine;
  /** The report held against a baseline: what is known from it is listed, and not warned about. */
  readonly baseline?: BaselineVerdict;
  /** Sentences that are said first: what was redacted. */
  readonly notes?: readonly string[];
}

/** The report for a terminal, in English; the last lines are one per insight, as `FILE:LINE:1: severity RULE: message`. */
export function reportText(
  report: MailFlowReport,
  { paint = (_, text) => text, notes = [], baseline, locate = (proof) => proof }: TextOptions = {},
): string {
  const lines = [paint('heading', 'Mail Flow Insights'), ...notes, ''];
  const { period } = report;
  lines.push(period === null ? 'Period: no message was counted.' : `Period: ${period.start} to ${period.end} (UTC)`);
  if (report.missingTlsMeansNone) {
    lines.push('Inbound Exchange Online rows without a TLS version are counted as No TLS.');
  }
  lines.push('', ...DIRECTIONS.map((direction) => directionLine(report, direction)));
  lines.push(`Internal: ${amount(report.internal, 'message')}`);
  if (report.shared > 0) {
    lines.push(`In more than one file: ${amount(report.shared, 'message')}, each counted once`);
  }
  if (report.connectors.length > 0) {
    lines.push('', paint('heading', 'Connectors'), ...report.connectors.flatMap(connectorLines));
  }
  if (report.tlsReports.length > 0) {
    lines.push(
      '',
      paint('heading', 'SMTP TLS reports (sessions, not messages)'),
      ...report.tlsReports.map(tlsReportLine),
    );
  }
  if (report.clientSubmission !== null) {
    lines.push('', paint('heading', 'SMTP AUTH clients'), ...submissionLines(report.clientSubmission));
  }
  lines.push('', paint('heading', 'Files'), ...report.files.flatMap(fileLines));
  for (const [heading, section] of [
    ['Over time', report.connectors.length === 0 ? [] : trendLines(report)],
    ['Who is behind the warnings', causeLines(report)],
    ['Hosts that gave up TLS 1.0 and 1.1', hostChangeLines(report)],
    ['Muted insights', quietLines(report.mutedInsights)],
    ['Against the baseline', baseline === undefined ? [] : baselineLines(report, baseline)],
  ] as const) {
    lines.push(...(section.length === 0 ? [] : ['', paint('heading', heading), ...section]));
  }
  const told = report.insights.filter((_, index) => baseline?.states[index] !== 'known');
  lines.push(...(told.length === 0 ? [] : ['']), ...told.map((insight) => insightLine(insight, paint, locate)));
  return `${lines.join('\n')}\n`;
}

/** As compilers write it: other programs look for that. */
function insightLine(
  insight: Insight,
  paint: NonNullable<TextOptions['paint']>,
  locate: NonNullable<TextOptions['locate']>,
): string {
  const { file, line } = locate(insight.first);
  const message = insightMessage(ENGLISH_WORDING, insight, 'en');
  const severity = paint(insight.severity, insight.severity);
  return `${printable(file)}:${line}:1: ${severity} ${insight.rule}: ${printable(message)}`;
}

function directionLine(report: MailFlowReport, direction: (typeof DIRECTIONS)[number]): string {
  const { messages, tls, approximate } = directionFigures(report.connectors, direction, null);
  const known = knownOf(tls);
  const protectedShare = formatPercent(protectedOf(tls), known, 1, 'en');
  const share = known === 0 ? 'TLS not told' : `${protectedShare} protected in transit (by TLS)`;
  const name = direction === 'inbound' ? 'Inbound' : 'Outbound';
  return `${name}: ${approximate ? 'about ' : ''}${amount(messages, 'message')}, ${share}${detail(tls)}`;
}

function connectorLines(connector: ConnectorFlow): string[] {
  const { messages, tls, approximate } = sumDays(connector.days, null);
  const about = approximate ? 'about ' : '';
  const forced = connector.forcedTls === null ? '' : `, Forced TLS: ${connector.forcedTls ? 'yes' : 'no'}`;
  const off = connector.definition?.isEnabled === false ? ', switched off' : '';
  const label = printable(connectorLabel(ENGLISH_WORDING, connector));
  return [`  ${label}: ${about}${amount(messages, 'message')}${forced}${off}${detail(tls)}`];
}

function tlsReportLine(entry: TlsReportEntry): string {
  const { organization, domain, start, end, policy, successful, failed, notEncrypted, failures } = entry;
  const days = start === end ? start : `${start} to ${end}`;
  const count = (value: number): string => formatCount(value, 'en');
  const plain = notEncrypted === 0 ? '' : ` (${count(notEncrypted)} offered no TLS)`;
  const ways = failures.map(({ result, sessions }) => `${result} ${count(sessions)}`).join(' · ');
  const told = `${amount(successful, 'session')} encrypted, ${count(failed)} failed${plain}`;
  const about = policy === '' ? '' : `, ${policy}`;
  return printable(`  ${organization}: ${domain}, ${days}${about}: ${told}${ways === '' ? '' : ` – ${ways}`}`);
}

function submissionLines({ tls, approximate, clients }: ClientSubmission): string[] {
  const line = (name: string, counts: TlsCounts, isAbout: boolean): string =>
    printable(`  ${name}: ${isAbout ? 'about ' : ''}${amount(volumeOf(counts), 'message')}${detail(counts)}`);
  const shown = clients.slice(0, MOST_CLIENTS);
  const more = clients.length - shown.length;
  return [
    line('All', tls, approximate),
    ...shown.map((client) => line(client.sender, client.tls, client.approximate)),
    ...(more > 0 ? [`  and ${amount(more, 'more client')}`] : []),
  ];
}

function detail(tls: TlsCounts): string {
  const known = knownOf(tls);
  const cells = TLS_STATES.flatMap((state, position) => {
    const count = tls[position] ?? 0;
    const isUnknown = state === 'unknown';
    const share = formatPercent(count, isUnknown ? volumeOf(tls) : known, 1, 'en');
    return count === 0 ? [] : [`${NAMES[state]} ${share}${isUnknown ? ' of all' : ''} (${formatCount(count, 'en')})`];
  });
  return cells.length === 0 ? '' : ` – ${cells.join(' · ')}`;
}

function fileLines(file: FileReport): string[] {
  const format = file.format ?? 'not understood';
  const lines = [`  ${printable(file.path)} (${[format, file.encoding].filter((part) => part !== '').join(', ')})`];
  if (file.chosen !== undefined) {
    lines.push(`    read ${file.chosen === 'columns' ? 'with your column mapping' : 'in the format that you chose'}`);
  }
  if (file.format !== null) {
    lines.push(`    ${amount(file.records, 'record')} read, ${formatCount(file.used, 'en')} used`);
  }
  for (const [reason, count] of Object.entries(file.leftOut)) {
    const text = leftOutMessage(ENGLISH_WORDING, reason as keyof FileReport['leftOut']);
    lines.push(`    ${formatCount(count, 'en')} left out: ${text}`);
  }
  if (file.sessions !== undefined) {
    const { total, withoutMessage } = file.sessions;
    lines.push(`    ${amount(total, 'session')}, ${formatCount(withoutMessage, 'en')} without a message`);
  }
  for (const { line, reason, detail } of file.problems.slice(0, MOST_PROBLEMS)) {
    const where = line === 0 ? '' : `line ${line}: `;
    lines.push(`    ${where}${printable(problemMessage(ENGLISH_WORDING, reason, detail))}`);
  }
  const more = file.problemCount - Math.min(file.problems.length, MOST_PROBLEMS);
  return more > 0 ? [...lines, `    and ${amount(more, 'more problem')}`] : lines;
}
