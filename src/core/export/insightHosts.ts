import { RULES } from '../insights/findInsights';
import { TLS_STATES } from '../model/tls';
import { keyOf } from '../report/connectorReport';
import type { HostRow } from '../report/drillDown';
import type { Insight, MailFlowReport, OffendingHost, ProofLine } from '../report/report';
import type { ExportContent } from './content';

/** How many hosts are named with an insight. */
const MOST_HOSTS = 5;

/**
 * The hosts with most of an insight's messages. Where the content has remote hosts these are the messages of the period, to the
 * last one; else those that the insight names.
 */
export function hostsBehind({ report, peers }: ExportContent, insight: Insight): readonly OffendingHost[] {
  const state = RULES.find(({ id }) => id === insight.rule)?.state;
  const connector = report.connectors.find(
    ({ direction, name, type }) =>
      direction === insight.direction && name === insight.connector && type === insight.connectorType,
  );
  const found = peers.find((one) => connector !== undefined && one.connector === keyOf(connector));
  if (found === undefined || state === undefined) {
    return insight.hosts;
  }
  return found.hosts
    .filter((host) => host.host !== '' && (host.tls[state] ?? 0) > 0)
    .sort((a, b) => (b.tls[state] ?? 0) - (a.tls[state] ?? 0))
    .slice(0, MOST_HOSTS)
    .map((host) => ({ host: host.host, messages: host.tls[state] ?? 0, ...firstIn(report, host, state) }));
}

function firstIn(report: MailFlowReport, host: HostRow, state: number): ProofLine {
  const lines = host.peers.filter(({ tls }) => tls === TLS_STATES[state]).map(({ first }) => first);
  return firstOf(report, lines) ?? host.first;
}

/** Lowest line of the first file in the report's order. */
export function firstOf({ files }: MailFlowReport, lines: readonly ProofLine[]): ProofLine | undefined {
  const place = ({ file }: ProofLine): number => files.findIndex(({ path }) => path === file);
  return lines.toSorted((a, b) => place(a) - place(b) || a.line - b.line)[0];
}
