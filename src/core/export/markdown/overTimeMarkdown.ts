import { TREND_DAYS } from '../../report/trend';
import { fill } from '../../report/wording';
import type { DocumentParts } from '../documentParts';
import { HOST_CHANGE_COLUMNS, hostChangeRows, hostChangesLeftOut } from '../hostChangeRows';
import { shownTrend, TREND_COLUMNS, trendRow } from '../insightWords';
import { markdownTable, markdownText } from './markdownText';

/** Whether it is getting better: the weeks against each other, and the hosts that gave up old TLS. */
export function overTimeMarkdown(parts: DocumentParts): string[] {
  return [...trendMarkdown(parts), ...hostChangesMarkdown(parts)];
}

function trendMarkdown(parts: DocumentParts): string[] {
  const { strings, words, report } = parts;
  const { days, directions, flows } = shownTrend(report);
  const [first, now] = [directions[0]?.weeks[0], directions[0]?.weeks.at(-1)];
  if (first === undefined || now === undefined) {
    return [markdownText(fill(strings['trend.tooShort'], words.count(TREND_DAYS), words.count(days)))];
  }
  return [
    markdownTable(
      TREND_COLUMNS.map((title) => strings[title]),
      flows.map((trend) => trendRow(parts, trend).map(markdownText)),
      new Set([1, 2, 3]),
    ),
    markdownText(fill(strings['trend.note'], now.start, now.end, first.start)),
  ];
}

function hostChangesMarkdown(parts: DocumentParts): string[] {
  const { strings, words } = parts;
  const rows = hostChangeRows(parts);
  const leftOut = hostChangesLeftOut(parts);
  return rows.length === 0
    ? []
    : [
        `### ${strings['hostChanges.heading']}`,
        markdownText(strings['hostChanges.lead']),
        markdownTable(
          HOST_CHANGE_COLUMNS.map((title) => strings[title]),
          rows.map(({ host, label, messages, lastOld, since, now }) =>
            [host, label, words.count(messages), lastOld, since, now].map(markdownText),
          ),
          new Set([2]),
        ),
        ...(leftOut === undefined ? [] : [markdownText(leftOut)]),
      ];
}
