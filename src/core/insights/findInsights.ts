import type { ConnectorSummary } from '../aggregate/connectorSummary';
import { formatDay, type Period } from '../model/day';
import type { SourceLine } from '../model/messageFlow';
import { factsOf, type Severity, type Thresholds } from '../model/ruleTable';
import { addCounts, noCounts } from '../model/tls';
import { isInside } from '../report/figures';
import type { Insight, ProofLine } from '../report/report';
import type { Finding, Rule, Subject } from './rule';
import { RULES } from './rules';
import type { ThresholdsOf } from './thresholds';

/** A near miss reaches this part of both thresholds. */
const NEAR = 0.5;
const MOST_HOSTS = 5;

/** Holds every rule against every connector over the period: warnings first, then the rest, each in the rules' order. */
export function findInsights(
  connectors: readonly ConnectorSummary[],
  period: Period,
  thresholdsOf: ThresholdsOf,
  pathOf: (file: number) => string,
): Insight[] {
  const subjects = connectors.map((connector) => subjectOf(connector, period));
  const insights = RULES.flatMap((rule) =>
    subjects.flatMap((subject) => insightOf(rule, subject, thresholdsOf, pathOf) ?? []),
  );
  return insights.sort((a, b) => Number(a.severity === 'information') - Number(b.severity === 'information'));
}

function subjectOf(connector: ConnectorSummary, period: Period): Subject {
  const isInPeriod = (day: number): boolean => isInside(formatDay(day), period);
  const tls = noCounts();
  for (const [day, { counts }] of connector.days) {
    if (isInPeriod(day)) {
      addCounts(tls, counts);
    }
  }
  return { connector, period, tls, isInPeriod };
}

function insightOf(
  rule: Rule,
  subject: Subject,
  thresholdsOf: ThresholdsOf,
  pathOf: (file: number) => string,
): Insight | undefined {
  const finding = rule.find(subject);
  const { connector, period } = subject;
  const thresholds = thresholdsOf(rule.id, connector.name);
  const severity = finding === undefined ? undefined : severityOf(rule, finding, thresholds);
  if (finding === undefined || severity === undefined) {
    return undefined;
  }
  const at = ({ file, line }: SourceLine): ProofLine => ({ file: pathOf(file), line });
  const { messages, known, first, last, hosts, values = [] } = finding;
  return {
    rule: rule.id,
    severity: severity.severity,
    isNearMiss: severity.isNearMiss,
    direction: connector.direction,
    connector: connector.name,
    connectorType: connector.type,
    messages,
    known,
    share: messages / known,
    approximate: [...connector.days].some(([day, { approximate }]) => approximate && subject.isInPeriod(day)),
    period,
    thresholds,
    values,
    first: at(first),
    last: at(last),
    hosts: hosts
      .filter(({ host }) => host !== '')
      .slice(0, MOST_HOSTS)
      .map((peer) => ({ host: peer.host, messages: peer.messages, ...at(peer.first) })),
  };
}

/** How much a finding weighs; undefined where it is too little to mention. What only informs has no near misses. */
function severityOf(
  { id }: Rule,
  { messages, known }: Finding,
  thresholds: Thresholds,
): { readonly severity: Severity; readonly isNearMiss: boolean } | undefined {
  const { severity } = factsOf(id);
  if (messages === 0 || known === 0) {
    return undefined;
  }
  const share = messages / known;
  if (share >= thresholds.share && messages >= thresholds.messages) {
    return { severity, isNearMiss: false };
  }
  const isNear = share >= thresholds.share * NEAR && messages >= thresholds.messages * NEAR;
  return isNear && severity === 'warning' ? { severity: 'information', isNearMiss: true } : undefined;
}
