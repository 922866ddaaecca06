import type { ConnectorSummary } from '../aggregate/connectorSummary';
import type { FileAccount } from '../facts/fileAccount';
import { type Period, parseDay } from '../model/day';
import { EXPORT_KINDS, type Told } from '../model/exportKind';
import { factsOf, RULE_IDS } from '../model/ruleTable';
import type { SilentRule } from '../report/report';
import { TREND_DAYS } from '../report/trend';

/** The rule that compares two weeks. */
const TREND = 'protection-fell';

/** The rules that say nothing because no file tells what they need: silence that is no good sign. */
export function silentRules(
  connectors: readonly ConnectorSummary[],
  files: readonly FileAccount[],
  period: Period,
): SilentRule[] {
  const told = toldBy(connectors, files);
  const isShort = (parseDay(period.end) ?? 0) - (parseDay(period.start) ?? 0) + 1 < TREND_DAYS;
  return RULE_IDS.flatMap((rule) => {
    const missing = factsOf(rule).needs.filter((need) => !told.has(need));
    const tooShort = rule === TREND && isShort;
    return missing.length > 0 || tooShort ? [{ rule, missing, tooShort }] : [];
  });
}

/** What the files tell by what they are; types and forced TLS may also come from a definition or a setting. */
function toldBy(connectors: readonly ConnectorSummary[], files: readonly FileAccount[]): Set<Told> {
  const told = new Set<Told>();
  for (const { format, used } of files) {
    for (const what of format === null || used === 0 ? [] : EXPORT_KINDS[format]) {
      told.add(what);
    }
  }
  if (connectors.some(({ type }) => type === 'Partner' || type === 'OnPremises')) {
    told.add('connectorType');
  }
  if (connectors.some(tellsForcedTls)) {
    told.add('forcedTls');
  }
  return told;
}

function tellsForcedTls({ days, definition }: ConnectorSummary): boolean {
  return (definition?.forcedTls ?? null) !== null || [...days.values()].some(({ forcedTls }) => forcedTls !== null);
}
