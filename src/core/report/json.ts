import type { BaselineVerdict } from '../compare/baseline';
import { DIRECTIONS, type Direction } from '../model/connector';
import { knownOf, TLS_STATES, type TlsCounts, volumeOf } from '../model/tls';
import { weakOf } from './change';
import { directionFigures, sumDays } from './figures';
import type { ClientSubmission, ConnectorFlow, FileReport, Insight, MailFlowReport } from './report';
import { type FlowTrend, type Trend, trendOf } from './trend';
import { connectorLabel, ENGLISH_WORDING, insightAdvice, insightMessage, problemMessage } from './wording';

/** The version of the contract (docs/report.schema.json): fields may be added, never renamed. */
const VERSION = 1;

/** What was replaced in a report that was redacted. */
export type RedactedKind = 'hosts' | 'connectors' | 'files' | 'folders' | 'texts';

/**
 * The report as the published JSON contract has it. Labels and messages are always in English. `redacted`: what was replaced
 * in it, where anything was. `baseline`: the report held against one.
 */
export function reportJson(
  report: MailFlowReport,
  redacted?: readonly RedactedKind[],
  baseline?: BaselineVerdict,
): object {
  const directions = DIRECTIONS.map((direction) => [direction, directionJson(report, direction)]);
  return {
    version: VERSION,
    ...(redacted === undefined ? {} : { redacted }),
    period: report.period,
    files: report.files.map(fileJson),
    directions: Object.fromEntries(directions),
    internal: report.internal,
    shared: report.shared,
    missingTlsMeansNone: report.missingTlsMeansNone,
    connectors: report.connectors.map(connectorJson),
    insights: report.insights.map((insight, index) => ({
      ...insightJson(insight),
      ...(baseline === undefined ? {} : { baseline: baseline.states[index] }),
    })),
    mutedInsights: report.mutedInsights.map(insightJson),
    hostChanges: report.hostChanges,
    trend: trendJson(trendOf(report)),
    ...(baseline === undefined ? {} : { baseline: { period: baseline.period, gone: baseline.gone } }),
    silentRules: report.silentRules,
    tlsReports: report.tlsReports.map((entry) => ({ ...entry })),
    clientSubmission: submissionJson(report.clientSubmission),
  };
}

function fileJson(file: FileReport): object {
  return {
    path: file.path,
    format: file.format,
    ...(file.chosen === undefined ? {} : { chosen: file.chosen }),
    encoding: file.encoding,
    records: file.records,
    used: file.used,
    leftOut: file.leftOut,
    ...(file.dates === undefined ? {} : { dates: file.dates }),
    ...(file.sessions === undefined ? {} : { sessions: file.sessions }),
    problems: file.problems.map(({ line, reason, detail }) => ({
      line,
      reason,
      message: problemMessage(ENGLISH_WORDING, reason, detail),
    })),
    problemCount: file.problemCount,
  };
}

function directionJson(report: MailFlowReport, direction: Direction): object {
  const { messages, tls, protectedPercent, approximate } = directionFigures(report.connectors, direction, null);
  return { messages, tls: tlsJson(tls), protectedPercent, approximate };
}

function connectorJson(connector: ConnectorFlow): object {
  const { messages, tls, approximate } = sumDays(connector.days, null);
  return {
    direction: connector.direction,
    name: connector.name,
    type: connector.type,
    label: connectorLabel(ENGLISH_WORDING, connector),
    forcedTls: connector.forcedTls,
    definition: definitionJson(connector),
    messages,
    tls: tlsJson(tls),
    approximate,
    days: connector.days.map((day) => ({
      date: day.date,
      messages: volumeOf(day.tls),
      tls: tlsJson(day.tls),
      approximate: day.approximate,
    })),
  };
}

function definitionJson({ definition }: ConnectorFlow): object | null {
  if (definition === undefined) {
    return null;
  }
  const { certificate, isEnabled, file, line } = definition;
  return { certificate, enabled: isEnabled, file, line };
}

function insightJson(insight: Insight): object {
  return {
    rule: insight.rule,
    severity: insight.severity,
    nearMiss: insight.isNearMiss,
    direction: insight.direction,
    connector: insight.connector,
    connectorType: insight.connectorType,
    messages: insight.messages,
    share: insight.share,
    approximate: insight.approximate,
    message: insightMessage(ENGLISH_WORDING, insight, 'en'),
    advice: insightAdvice(ENGLISH_WORDING, insight.rule),
    file: insight.first.file,
    line: insight.first.line,
    hosts: insight.hosts,
    hostCount: insight.hostCount,
    hostUntold: insight.hostUntold,
    senders: insight.senders,
    ciphers: insight.ciphers,
    repair: insight.repair,
  };
}

function trendJson({ days, isTold, directions, connectors }: Trend): object {
  const one = ({ direction, connector, weeks, sinceLast, sinceFirst }: FlowTrend): object => ({
    direction,
    ...(connector === null ? {} : { connector: connector.name, type: connector.type }),
    sinceLastWeek: sinceLast,
    sinceFirstWeek: sinceFirst,
    weeks: weeks.map(({ start, end, tls, approximate }) => ({
      start,
      end,
      messages: volumeOf(tls),
      known: knownOf(tls),
      weak: weakOf(tls),
      tls: tlsJson(tls),
      approximate,
    })),
  });
  return { days, told: isTold, directions: directions.map(one), connectors: connectors.map(one) };
}

function submissionJson(submission: ClientSubmission | null): object | null {
  return submission === null
    ? null
    : {
        messages: volumeOf(submission.tls),
        tls: tlsJson(submission.tls),
        approximate: submission.approximate,
        clients: submission.clients.map(({ sender, tls, approximate, file, line }) => ({
          sender,
          messages: volumeOf(tls),
          tls: tlsJson(tls),
          approximate,
          file,
          line,
        })),
      };
}

/** States without messages are left out. */
function tlsJson(counts: TlsCounts): Record<string, number> {
  return Object.fromEntries(
    TLS_STATES.map((state, position) => [state, counts[position] ?? 0] as const).filter(([, count]) => count > 0),
  );
}
