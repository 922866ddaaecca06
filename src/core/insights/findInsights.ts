import type { ConnectorSummary } from '../aggregate/connectorSummary';
import type { Direction } from '../model/connector';
import { formatDay, holdsDay, type Period } from '../model/day';
import { type HostNote, namesIn } from '../model/hostNote';
import type { SourceLine } from '../model/messageFlow';
import { factsOf, type Severity, type Thresholds } from '../model/ruleTable';
import { addCounts, noCounts } from '../model/tls';
import type { Insight, OffendingHost, OffendingName, ProofLine } from '../report/report';
import { culprits, offendingName, repairOf } from './culprits';
import type { Finding, Rule, Subject } from './rule';
import { RULES } from './rules';
import type { ThresholdsOf } from './thresholds';

/** A near miss reaches this part of both thresholds. */
const NEAR = 0.5;
/** How many hosts, senders and ciphers are named. */
const MOST_NAMED = 20;

/** What things are called. */
export interface NameSource {
  pathOf(file: number): string;
  /** What a host said of itself. */
  notesOf(direction: Direction, host: string): readonly HostNote[];
}

/** Holds every rule against every connector over the period: warnings first, then the rest, each in the rules' order. In small steps. */
export function* findInsights(
  connectors: readonly ConnectorSummary[],
  period: Period,
  thresholdsOf: ThresholdsOf,
  names: NameSource,
): Generator<void, Insight[]> {
  const subjects = connectors.map((connector) => subjectOf(connector, period));
  const insights: Insight[] = [];
  for (const rule of RULES) {
    for (const subject of subjects) {
      const insight = insightOf(rule, subject, thresholdsOf, names);
      if (insight !== undefined) {
        insights.push(insight);
      }
      yield;
    }
  }
  return insights.sort((a, b) => Number(a.severity === 'information') - Number(b.severity === 'information'));
}

function introduced(notes: readonly HostNote[]): Pick<OffendingHost, 'names' | 'certificates'> {
  return {
    names: namesIn(notes),
    certificates: notes
      .filter(({ kind }) => kind === 'certificate')
      .map(({ text, expires }) => ({ subject: text, expires: expires === null ? null : formatDay(expires) })),
  };
}

function subjectOf(connector: ConnectorSummary, period: Period): Subject {
  const isInPeriod = holdsDay(period);
  const tls = noCounts();
  for (const [day, { counts }] of connector.days) {
    if (isInPeriod(day)) {
      addCounts(tls, counts);
    }
  }
  return { connector, period, tls, isInPeriod };
}

function insightOf(rule: Rule, subject: Subject, thresholdsOf: ThresholdsOf, names: NameSource): Insight | undefined {
  const finding = rule.find(subject);
  const { connector, period } = subject;
  const thresholds = thresholdsOf(rule.id, connector.name);
  const severity = finding === undefined ? undefined : severityOf(rule, finding, thresholds);
  if (finding === undefined || severity === undefined) {
    return undefined;
  }
  const at = ({ file, line }: SourceLine): ProofLine => ({ file: names.pathOf(file), line });
  const { messages, known, first, last, peers, isSelection = false, values = [] } = finding;
  const hosts = culprits(peers, 'host');
  const named = (kind: 'sender' | 'cipher'): OffendingName[] =>
    culprits(peers, kind).slice(0, MOST_NAMED).map(offendingName);
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
    hosts: hosts.slice(0, MOST_NAMED).map((host) => {
      const { name, ...seen } = offendingName(host);
      return { host: name, ...seen, ...introduced(names.notesOf(connector.direction, name)), ...at(host.first) };
    }),
    hostCount: hosts.length,
    hostUntold: isSelection ? null : messages - hosts.reduce((sum, host) => sum + host.messages, 0),
    senders: named('sender'),
    ciphers: named('cipher'),
    repair: severity.severity === 'warning' ? repairOf(finding, hosts, thresholds) : null,
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
