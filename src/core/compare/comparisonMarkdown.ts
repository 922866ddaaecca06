import { markdownTable, markdownText } from '../export/markdown/markdownText';
import { knownOf, type TlsCounts, volumeOf } from '../model/tls';
import { weakOf } from '../report/change';
import { formatCount, formatPercent } from '../report/percent';
import { connectorLabel, fill, type Wording } from '../report/wording';
import type { Comparison, ConnectorChange } from './compare';
import { insightSentence } from './insightSentence';

/** A comparison as a Markdown document: what got worse, appeared, improved, disappeared, with its counts. */
export function comparisonMarkdown(comparison: Comparison, wording: Wording, locale: string): string {
  const { before, now } = comparison;
  const show = (period: Comparison['now']): string =>
    period === null ? wording['compare.noPeriod'] : fill(wording['compare.period'], period.start, period.end);
  const insights = comparison.insights.map((change) => `- ${markdownText(insightSentence(change, wording, locale))}`);
  return [
    `# ${wording['compare.title']}`,
    '',
    fill(wording['compare.periods'], show(now), show(before)),
    '',
    wording['compare.note'],
    '',
    ...(comparison.redacted === undefined ? [] : [wording['compare.redacted'], '']),
    table(comparison.directions, wording, locale),
    '',
    `## ${wording['compare.connectors']}`,
    '',
    ...(comparison.connectors.length === 0
      ? [wording['compare.noConnectors']]
      : [table(comparison.connectors, wording, locale)]),
    '',
    `## ${wording['compare.insights']}`,
    '',
    ...(insights.length === 0 ? [wording['compare.noInsights']] : insights),
    '',
  ].join('\n');
}

function table(changes: readonly ConnectorChange[], wording: Wording, locale: string): string {
  const titles = ['connector', 'before', 'now', 'weakBefore', 'weakNow', 'change'] as const;
  return markdownTable(
    titles.map((title) => wording[`compare.column.${title}`]),
    changes.map((change) => row(change, wording, locale)),
    new Set([1, 2, 3, 4]),
  );
}

function row(
  { direction, connector, change, before, now }: ConnectorChange,
  wording: Wording,
  locale: string,
): string[] {
  const label = connector === null ? wording[`compare.${direction}`] : connectorLabel(wording, connector);
  return [
    markdownText(label),
    formatCount(volumeOf(before), locale),
    formatCount(volumeOf(now), locale),
    weak(before, locale),
    weak(now, locale),
    wording[`compare.change.${change}`],
  ];
}

/** "1.2% (60 of 5,000)"; a dash where nothing is known. */
function weak(tls: TlsCounts, locale: string): string {
  const known = knownOf(tls);
  const share = formatPercent(weakOf(tls), known, 1, locale);
  return known === 0 ? '–' : `${share} (${formatCount(weakOf(tls), locale)} / ${formatCount(known, locale)})`;
}
