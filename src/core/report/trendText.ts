import { knownOf, type TlsCounts } from '../model/tls';
import { weakOf } from './change';
import { formatCount, formatPercent } from './percent';
import { printable } from './printable';
import type { MailFlowReport } from './report';
import { type FlowTrend, TREND_DAYS, trendOf, type Week } from './trend';
import { connectorLabel, ENGLISH_WORDING } from './wording';

/** Whether it is getting better, in English: this week against the last and against the first. */
export function trendLines(report: MailFlowReport): string[] {
  const { isTold, days, directions, connectors } = trendOf(report);
  if (!isTold) {
    return [`  A trend needs ${TREND_DAYS} days; the period has ${days}.`];
  }
  const [now] = directions[0]?.weeks.slice(-1) ?? [];
  return [
    `  Weak is without TLS, or SSL 3.0, TLS 1.0 or 1.1. This week: ${now?.start} to ${now?.end}.`,
    ...[...directions, ...connectors].filter(({ weeks }) => weeks.some(hasMail)).map(trendLine),
  ];
}

function hasMail({ tls }: Week): boolean {
  return tls.some((count) => count > 0);
}

function trendLine({ direction, connector, weeks, sinceLast, sinceFirst }: FlowTrend): string {
  const name =
    connector === null
      ? ENGLISH_WORDING[`compare.${direction}`]
      : connectorLabel(ENGLISH_WORDING, { direction, ...connector });
  const [first, last, now] = [weeks[0], weeks.at(-2), weeks.at(-1)] as [Week, Week, Week];
  const since =
    weeks.length > 2 ? `, ${weak(first.tls)} in the week from ${first.start} (${changeWord(sinceFirst)})` : '';
  return printable(
    `  ${name}: ${weak(now.tls)} this week, ${weak(last.tls)} the week before (${changeWord(sinceLast)})${since}`,
  );
}

function changeWord(change: FlowTrend['sinceLast']): string {
  return ENGLISH_WORDING[`compare.change.${change}`];
}

/** "weak 1.2% (60 of 5,000)". */
function weak(tls: TlsCounts): string {
  const known = knownOf(tls);
  if (known === 0) {
    return tls.some((count) => count > 0) ? 'TLS not told' : 'no message';
  }
  const share = formatPercent(weakOf(tls), known, 1, 'en');
  return `weak ${share} (${formatCount(weakOf(tls), 'en')} of ${formatCount(known, 'en')})`;
}
