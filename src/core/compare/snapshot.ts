import type { ConnectorType, Direction } from '../model/connector';
import type { Period } from '../model/day';
import { RULE_IDS, type RuleId, type Severity } from '../model/ruleTable';
import { addCounts, noCounts, TLS_STATES, type TlsCounts } from '../model/tls';
import { isInside, sumDays } from '../report/figures';
import type { MailFlowReport } from '../report/report';

/** A connector as a snapshot holds it. */
export interface SnapshotConnector {
  readonly direction: Direction;
  readonly name: string | null;
  readonly type: ConnectorType;
  readonly tls: TlsCounts;
}

/** An insight as a snapshot holds it. */
export interface SnapshotInsight {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly direction: Direction;
  readonly connector: string | null;
  /** Tells connectors without a name apart; null where an earlier version did not tell it. */
  readonly connectorType: ConnectorType | null;
  readonly messages: number;
  readonly share: number;
}

/** What of a report can be held against another one: read from the JSON contract, so that saved reports serve too. */
export interface Snapshot {
  readonly period: Period | null;
  readonly connectors: readonly SnapshotConnector[];
  readonly insights: readonly SnapshotInsight[];
}

/** What of a report can be held against another one. */
export function snapshotOf({ period, connectors, insights }: MailFlowReport): Snapshot {
  return {
    period,
    connectors: connectors.map(({ direction, name, type, days }) => ({
      direction,
      name,
      type,
      tls: sumDays(days, null).tls,
    })),
    insights: insights.map(({ rule, severity, direction, connector, connectorType, messages, share }) => ({
      rule,
      severity,
      direction,
      connector,
      connectorType,
      messages,
      share,
    })),
  };
}

/** The same for the same rule and connector, whatever was found. */
export function insightKey({
  rule,
  direction,
  connector,
  connectorType,
}: Pick<SnapshotInsight, 'rule' | 'direction' | 'connector' | 'connectorType'>): string {
  const nameless = connectorType === 'Unknown' ? '\nuntold' : '\nnone';
  return `${rule} ${direction} ${connector?.toLowerCase() ?? nameless}`;
}

/** What is no report that `--format json` could have written. */
export class NoReport extends Error {}

/**
 * Reads a report in the JSON contract (docs/report.schema.json), of other versions of this program too. `period`: only these
 * days, without insights, which are about the whole. Throws {@link NoReport}.
 */
export function readSnapshot(json: unknown, period?: Period): Snapshot {
  const report = objectOf(json, 'the report');
  if (report.version !== 1) {
    throw new NoReport('it has no version that is known');
  }
  return {
    period: period ?? periodOf(report.period),
    connectors: listOf(report.connectors, 'connectors').map((one) => connectorOf(one, period)),
    insights: period === undefined ? listOf(report.insights, 'insights').flatMap(insightOf) : [],
  };
}

function connectorOf(json: unknown, period: Period | undefined): SnapshotConnector {
  const { direction, name, type, tls, days } = objectOf(json, 'a connector');
  return {
    direction: directionOf(direction),
    name: typeof name === 'string' ? name : null,
    type: typeOf(type),
    tls: period === undefined ? countsOf(tls) : sumOf(days, period),
  };
}

function sumOf(json: unknown, period: Period): TlsCounts {
  const total = noCounts();
  for (const day of listOf(json, 'days')) {
    const { date, tls } = objectOf(day, 'a day');
    if (typeof date === 'string' && isInside(date, period)) {
      addCounts(total, countsOf(tls));
    }
  }
  return total;
}

/** Insights of rules that this version does not know are left out. */
function insightOf(json: unknown): SnapshotInsight[] {
  const { rule, severity, direction, connector, connectorType, messages, share } = objectOf(json, 'an insight');
  const known = RULE_IDS.find((id) => id === rule);
  return known === undefined
    ? []
    : [
        {
          rule: known,
          severity: severity === 'warning' ? 'warning' : 'information',
          direction: directionOf(direction),
          connector: typeof connector === 'string' ? connector : null,
          connectorType: connectorType === undefined ? null : typeOf(connectorType),
          messages: numberOf(messages),
          share: numberOf(share),
        },
      ];
}

function countsOf(json: unknown): TlsCounts {
  const tls = objectOf(json, 'tls');
  return TLS_STATES.map((state) => (tls[state] === undefined ? 0 : numberOf(tls[state])));
}

function typeOf(json: unknown): ConnectorType {
  return json === 'Partner' || json === 'OnPremises' || json === 'NoConnector' ? json : 'Unknown';
}

function periodOf(json: unknown): Period | null {
  if (json === null) {
    return null;
  }
  const { start, end } = objectOf(json, 'period');
  if (typeof start !== 'string' || typeof end !== 'string') {
    throw new NoReport('its period has no beginning or no end');
  }
  return { start, end };
}

function directionOf(json: unknown): Direction {
  if (json !== 'inbound' && json !== 'outbound') {
    throw new NoReport('a direction is neither inbound nor outbound');
  }
  return json;
}

function numberOf(json: unknown): number {
  if (typeof json !== 'number' || !Number.isFinite(json) || json < 0) {
    throw new NoReport('a count is no number');
  }
  return json;
}

function listOf(json: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(json)) {
    throw new NoReport(`${what} is no list`);
  }
  return json;
}

function objectOf(json: unknown, what: string): Record<string, unknown> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new NoReport(`${what} is no object`);
  }
  return json as Record<string, unknown>;
}
