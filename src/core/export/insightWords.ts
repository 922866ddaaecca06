import { knownOf, type TlsCounts, volumeOf } from '../model/tls';
import { weakOf } from '../report/change';
import type { Insight, MailFlowReport, OffendingHost, OffendingName } from '../report/report';
import { type FlowTrend, type Trend, trendOf, type Week } from '../report/trend';
import { connectorLabel, fill, insightTitle } from '../report/wording';
import type { DocumentParts } from './documentParts';

/** How many names stand in a sentence. */
const MOST_NAMES = 8;

/** What is known of who is behind an insight beside its hosts, and whose repair would end it: sentences. */
export function causeSentences(parts: DocumentParts, insight: Insight): string[] {
  const { strings, words } = parts;
  const { hostUntold, senders, ciphers } = insight;
  const list = (names: readonly OffendingName[]): string =>
    names
      .slice(0, MOST_NAMES)
      .map(({ name, messages }) => fill(strings['details.shareAndCount'], name, words.count(messages)))
      .join(', ');
  return [
    ...baselineSentence(parts, insight),
    ...(hostUntold === null || hostUntold === 0 ? [] : [fill(strings['causes.untold'], words.count(hostUntold))]),
    ...(senders.length === 0 ? [] : [fill(strings['causes.senders'], list(senders))]),
    ...(ciphers.length === 0 ? [] : [fill(strings['causes.ciphers'], list(ciphers))]),
    ...repairSentence(parts, insight),
  ];
}

/** What a host says of itself, and the certificates it shows: sentences. */
export function introductionSentences({ strings }: DocumentParts, { names, certificates }: OffendingHost): string[] {
  return [
    ...(names.length === 0 ? [] : [fill(strings['causes.names'], names.slice(0, MOST_NAMES).join(', '))]),
    ...certificates.slice(0, MOST_NAMES).map(({ subject, expires }) => {
      const sentence = strings[expires === null ? 'causes.certificate' : 'causes.certificateUntil'];
      return fill(sentence, subject, expires ?? '');
    }),
  ];
}

function baselineSentence({ strings, content }: DocumentParts, insight: Insight): string[] {
  const state = content.baseline?.states[content.report.insights.indexOf(insight)];
  return state === undefined ? [] : [strings[`baseline.${state}`]];
}

/** What a baseline has and the report has no more: a sentence each. */
export function goneSentences({ strings, content }: DocumentParts): string[] {
  return (content.baseline?.gone ?? []).map(({ rule, connector }) =>
    fill(strings['baseline.gone'], insightTitle(strings, rule, false), connector ?? '–'),
  );
}

function repairSentence({ strings, words }: DocumentParts, { repair }: Insight): string[] {
  if (repair === null) {
    return [];
  }
  const { hosts, hostCount, remaining, isEnough } = repair;
  if (!isEnough) {
    return [fill(strings['repair.notEnough'], words.count(remaining))];
  }
  const names = hosts.slice(0, MOST_NAMES).join(', ') + (hostCount > MOST_NAMES ? ', …' : '');
  const sentence = strings[hostCount === 1 ? 'repair.one' : 'repair.many'];
  return [fill(sentence, names, words.count(remaining), words.count(hostCount))];
}

/** The trend of a report, and what of it is worth a row: directions and connectors with mail in any of the weeks. */
export function shownTrend(report: MailFlowReport): Trend & { readonly flows: readonly FlowTrend[] } {
  const trend = trendOf(report);
  const directions = trend.directions.filter(({ weeks }) => weeks.some(({ tls }) => volumeOf(tls) > 0));
  return { ...trend, flows: [...directions, ...trend.connectors] };
}

/** A row of the table of trends: name, share this week, the week before, in the first week, and what became of it. */
export function trendRow(parts: DocumentParts, trend: FlowTrend): readonly string[] {
  const { strings } = parts;
  const { direction, connector, weeks, sinceLast, sinceFirst } = trend;
  const name =
    connector === null ? strings[`compare.${direction}`] : connectorLabel(strings, { direction, ...connector });
  const [first, last, now] = [weeks[0], weeks.at(-2), weeks.at(-1)] as [Week, Week, Week];
  return [
    name,
    ...[now, last, first].map(({ tls, approximate }) => weakShare(parts, tls, approximate)),
    strings[`compare.change.${sinceLast}`],
    strings[`compare.change.${sinceFirst}`],
  ];
}

/** Titles of the columns of {@link trendRow}. */
export const TREND_COLUMNS = [
  'details.connector',
  'trend.thisWeek',
  'trend.lastWeek',
  'trend.firstWeek',
  'trend.sinceLast',
  'trend.sinceFirst',
] as const;

/** "1.2% (60)"; a dash where nothing is known. */
function weakShare({ strings, words }: DocumentParts, tls: TlsCounts, approximate: boolean): string {
  const known = knownOf(tls);
  return known === 0
    ? volumeOf(tls) > 0
      ? strings['tls.unknown']
      : '–'
    : fill(strings['details.shareAndCount'], words.percent(weakOf(tls), known), words.volume(weakOf(tls), approximate));
}
