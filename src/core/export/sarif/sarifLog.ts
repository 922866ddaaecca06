import { RULE_IDS } from '../../model/ruleTable';
import type { FileReport, Insight, ProofLine } from '../../report/report';
import { connectorLabel, ENGLISH_WORDING, insightAdvice, insightMessage, problemMessage } from '../../report/wording';
import type { ExportContent } from '../content';
import type { SarifInvocation, SarifLocation, SarifLog, SarifNotification, SarifResult } from './sarif';
import { SarifArtifacts, type SarifPlace, URI_BASE } from './sarifArtifacts';
import { levelOf, sarifRules } from './sarifRules';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** What a log is made with beside the report. */
export interface SarifContext {
  /** The program's. */
  readonly version: string;
  readonly placeOf: (path: string) => SarifPlace;
  /** What relative URIs are relative to, as a URI that ends with a slash; not told where undefined. */
  readonly base?: string;
  /** False where something could not be read. */
  readonly isSuccessful: boolean;
}

/**
 * The report as a SARIF log for code scanning services: a result per insight and connector, at the first line that proves it.
 * No text of files is in it.
 */
export function sarifLog({ report, baseline }: ExportContent, context: SarifContext): SarifLog {
  const artifacts = new SarifArtifacts(report.files, context.placeOf);
  const { period } = report;
  const days = period === null ? 'none' : `${period.start}..${period.end}`;
  const results = [
    ...report.insights.map((insight, index) => ({
      ...resultOf(insight, artifacts),
      ...stateOf(baseline?.states[index]),
    })),
    ...report.mutedInsights.map((insight) => ({ ...resultOf(insight, artifacts), suppressions: [MUTED] })),
  ];
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Mail Flow Insights',
            version: context.version,
            semanticVersion: context.version,
            rules: sarifRules(),
          },
        },
        automationDetails: {
          id: `mail-flow-insights/${days}`,
          description: { text: `TLS of the mail flow in the period ${days} (UTC).` },
        },
        invocations: [invocationOf(report.files, artifacts, context.isSuccessful)],
        ...(context.base === undefined ? {} : { originalUriBaseIds: { [URI_BASE]: { uri: context.base } } }),
        artifacts: artifacts.all,
        results,
        columnKind: 'utf16CodeUnits',
        language: 'en',
        properties: { period, silentRules: report.silentRules.map(({ rule }) => rule) },
      },
    ],
  };
}

const MUTED = { kind: 'external', justification: 'Muted.' } as const;

function stateOf(state: 'new' | 'worse' | 'known' | undefined): Pick<SarifResult, 'baselineState'> {
  switch (state) {
    case undefined:
      return {};
    case 'new':
      return { baselineState: 'new' };
    case 'worse':
      return { baselineState: 'updated' };
    case 'known':
      return { baselineState: 'unchanged' };
  }
}

function resultOf(insight: Insight, artifacts: SarifArtifacts): SarifResult {
  const { rule, severity, direction, connector, connectorType, first } = insight;
  const label = connectorLabel(ENGLISH_WORDING, { direction, name: connector, type: connectorType });
  const sentence = insightMessage(ENGLISH_WORDING, insight, 'en');
  const fingerprint = `${rule}:${direction}:${connector?.toLowerCase() ?? `(${connectorType})`}`;
  return {
    ruleId: rule,
    ruleIndex: RULE_IDS.indexOf(rule),
    level: levelOf(severity),
    message: { text: `${sentence} ${insightAdvice(ENGLISH_WORDING, rule)}` },
    locations: [{ ...artifacts.location(first), logicalLocations: [{ name: label, kind: 'resource' }] }],
    relatedLocations: relatedLocations(insight, artifacts),
    // What stays the same from run to run is the rule and the connector: lines do not, since each run reads other files.
    partialFingerprints: { 'insight/v1': fingerprint, primaryLocationLineHash: fingerprint },
    occurrenceCount: insight.messages,
    properties: {
      direction,
      connector,
      messages: insight.messages,
      known: insight.known,
      share: insight.share,
      nearMiss: insight.isNearMiss,
      approximate: insight.approximate,
      hostCount: insight.hostCount,
      hostUntold: insight.hostUntold,
      repair: insight.repair,
    },
  };
}

function relatedLocations({ first, last, hosts }: Insight, artifacts: SarifArtifacts): SarifLocation[] {
  const isOne = first.file === last.file && first.line === last.line;
  const lines: readonly (readonly [ProofLine, string])[] = [
    ...(isOne ? [] : [[last, 'The last line that proves it'] as const]),
    ...hosts.map((host) => [host, `${host.host}: ${host.messages} of these messages, first`] as const),
  ];
  return lines.map(([line, text], index) => ({ id: index, message: { text }, ...artifacts.location(line) }));
}

function invocationOf(
  files: readonly FileReport[],
  artifacts: SarifArtifacts,
  executionSuccessful: boolean,
): SarifInvocation {
  const toolExecutionNotifications = files.flatMap((file) =>
    file.problems.map(
      ({ line, reason, detail }): SarifNotification => ({
        descriptor: { id: reason },
        level: 'warning',
        message: { text: problemMessage(ENGLISH_WORDING, reason, detail) },
        locations: [artifacts.location({ file: file.path, line })],
      }),
    ),
  );
  return { executionSuccessful, toolExecutionNotifications };
}
