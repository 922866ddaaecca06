import { knownOf, type TlsCounts, type TlsState, volumeOf } from '../../src/core/model/tls';
import { formatCount, formatPercent } from '../../src/core/report/percent';
import type { SubmissionClient, TlsReportEntry } from '../../src/core/report/report';
import { fill } from '../../src/core/report/wording';
import type { PageStrings } from '../../src/protocol/strings';
import { countOf, statesToShow } from '../charts/tlsStates';

/** The days of an SMTP TLS report: one, or from the first to the last. */
export function reportDays(strings: PageStrings, { start, end }: TlsReportEntry): string {
  return start === end ? start : fill(strings['tlsReports.dayRange'], start, end);
}

/** Why sessions failed, by what the report calls it: the same reason once, most sessions first. */
export function failuresText(strings: PageStrings, locale: string, { failures }: TlsReportEntry): string {
  const byResult = new Map<string, number>();
  for (const { result, sessions } of failures) {
    byResult.set(result, (byResult.get(result) ?? 0) + sessions);
  }
  return [...byResult]
    .sort(([, a], [, b]) => b - a)
    .map(([result, sessions]) => fill(strings['tlsReports.failure'], result, formatCount(sessions, locale)))
    .join(' · ');
}

/** The TLS states that the clients' table has columns for: those in use. */
export function clientStates(tls: TlsCounts): TlsState[] {
  return statesToShow(tls, 'whenAny').filter((state) => countOf(tls, state) > 0);
}

/** A client's cell: share and number; undefined where nothing of the state is known. */
export function clientShare(
  strings: PageStrings,
  locale: string,
  { tls, approximate }: Pick<SubmissionClient, 'tls' | 'approximate'>,
  state: TlsState,
): string | undefined {
  const whole = state === 'unknown' ? volumeOf(tls) : knownOf(tls);
  const share = formatPercent(countOf(tls, state), whole, 1, locale);
  return whole === 0
    ? undefined
    : fill(
        strings['details.shareAndCount'],
        approximate ? `≈\u2009${share}` : share,
        formatCount(countOf(tls, state), locale),
      );
}
