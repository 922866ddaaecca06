import type { ConnectorSummary } from '../aggregate/connectorSummary';
import { formatDay, type Period } from '../model/day';
import type { SourceLine } from '../model/messageFlow';
import { addCounts, knownOf, noCounts } from '../model/tls';
import { isInside } from '../report/figures';
import type { Insight, ProofLine, Severity, Thresholds } from '../report/report';
import type { Rule } from './rule';
import { inboundOnPremisesTls10 } from './rules/inboundOnPremisesTls10';
import { inboundPartnerTls10 } from './rules/inboundPartnerTls10';
import { inboundUnknownTls10 } from './rules/inboundUnknownTls10';

/** Every rule, in the order in which its insights are listed. */
export const RULES: readonly Rule[] = [inboundPartnerTls10, inboundOnPremisesTls10, inboundUnknownTls10];

/** A near miss reaches this part of both thresholds. */
const NEAR = 0.5;
const MOST_HOSTS = 3;

/** Holds every rule against every connector over the period: warnings first, then near misses. */
export function findInsights(
  connectors: readonly ConnectorSummary[],
  period: Period,
  thresholds: Thresholds,
  pathOf: (file: number) => string,
): Insight[] {
  const insights = RULES.flatMap((rule) =>
    connectors.flatMap((connector) => apply(rule, connector, period, thresholds, pathOf) ?? []),
  );
  return insights.sort((a, b) => Number(a.severity === 'information') - Number(b.severity === 'information'));
}

function apply(
  rule: Rule,
  connector: ConnectorSummary,
  period: Period,
  thresholds: Thresholds,
  pathOf: (file: number) => string,
): Insight | undefined {
  if (connector.direction !== rule.direction || connector.type !== rule.connectorType) {
    return undefined;
  }
  const isInPeriod = (day: number): boolean => isInside(formatDay(day), period);
  const tls = noCounts();
  let approximate = false;
  for (const [day, figures] of connector.days) {
    if (isInPeriod(day)) {
      addCounts(tls, figures.counts);
      approximate ||= figures.approximate;
    }
  }
  const messages = tls[rule.state] ?? 0;
  const known = knownOf(tls);
  const severity = severityOf(messages, known, thresholds);
  const proofs = severity === undefined ? undefined : connector.proofs(rule.state, isInPeriod);
  if (severity === undefined || proofs === undefined) {
    return undefined;
  }
  const at = ({ file, line }: SourceLine): ProofLine => ({ file: pathOf(file), line });
  return {
    rule: rule.id,
    severity,
    direction: rule.direction,
    connector: connector.name,
    connectorType: connector.type,
    messages,
    known,
    share: messages / known,
    approximate,
    period,
    thresholds,
    first: at(proofs.first),
    last: at(proofs.last),
    hosts: connector
      .hosts(rule.state, MOST_HOSTS)
      .map((peer) => ({ host: peer.host, messages: peer.messages, ...at(peer.first) })),
  };
}

function severityOf(messages: number, known: number, thresholds: Thresholds): Severity | undefined {
  if (messages === 0) {
    return undefined;
  }
  const share = messages / known;
  if (share >= thresholds.share && messages >= thresholds.messages) {
    return 'warning';
  }
  return share >= thresholds.share * NEAR && messages >= thresholds.messages * NEAR ? 'information' : undefined;
}
