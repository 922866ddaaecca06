import { knownOf, type TlsCounts, volumeOf } from '../model/tls';
import { weakOf } from '../report/change';
import { formatCount, formatPercent } from '../report/percent';
import { printable } from '../report/printable';
import { connectorLabel, ENGLISH_WORDING, fill } from '../report/wording';
import type { Comparison, ConnectorChange } from './compare';
import { insightSentence } from './insightSentence';

/** A comparison for a terminal, in English. */
export function comparisonText(comparison: Comparison): string {
  const { before, now, directions, connectors, insights } = comparison;
  const wording = ENGLISH_WORDING;
  const show = (period: Comparison['now']): string =>
    period === null ? wording['compare.noPeriod'] : fill(wording['compare.period'], period.start, period.end);
  return `${[
    wording['compare.title'],
    '',
    fill(wording['compare.periods'], show(now), show(before)),
    wording['compare.note'],
    ...(comparison.redacted === undefined ? [] : [wording['compare.redacted']]),
    '',
    ...directions.map(line),
    '',
    wording['compare.connectors'],
    ...(connectors.length === 0 ? [`  ${wording['compare.noConnectors']}`] : connectors.map(line)),
    '',
    wording['compare.insights'],
    ...(insights.length === 0
      ? [`  ${wording['compare.noInsights']}`]
      : insights.map((change) => printable(`  ${insightSentence(change, wording, 'en')}`))),
  ].join('\n')}\n`;
}

function line({ direction, connector, change, before, now }: ConnectorChange): string {
  const label =
    connector === null ? ENGLISH_WORDING[`compare.${direction}`] : connectorLabel(ENGLISH_WORDING, connector);
  const word = ENGLISH_WORDING[`compare.change.${change}`];
  return printable(`  ${label}: ${word}; ${flow(before)} before, ${flow(now)} now`);
}

/** "5,000 messages, weak 1.2% (60 of 5,000)". */
function flow(tls: TlsCounts): string {
  const [all, known, weak] = [volumeOf(tls), knownOf(tls), weakOf(tls)];
  const counted = `${formatCount(all, 'en')} message${all === 1 ? '' : 's'}`;
  const share = `weak ${formatPercent(weak, known, 1, 'en')} (${formatCount(weak, 'en')} of ${formatCount(known, 'en')})`;
  return known === 0 ? counted : `${counted}, ${share}`;
}
