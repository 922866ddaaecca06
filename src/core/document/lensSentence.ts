import { DIRECTIONS } from '../model/connector';
import { directionFigures, sumDays } from '../report/figures';
import { formatCount } from '../report/percent';
import type { MailFlowReport } from '../report/report';
import { countOf } from '../report/shownStates';
import { fill } from '../report/wording';
import type { DocumentStrings } from './documentWording';

/** Versions that are given up, the oldest first. */
const OLD_VERSIONS = ['ssl3.0', 'tls1.0', 'tls1.1'] as const;

/**
 * What stands over the first line of an export: "4,975 inbound messages · 2 connectors on TLS 1.0 · Open Connector report". Of the
 * whole analysis period. `isCancelled`: the file was not read to its end.
 */
export function lensSentence(
  report: MailFlowReport,
  strings: DocumentStrings,
  locale: string,
  isCancelled = false,
): string {
  const messages = DIRECTIONS.flatMap((direction) => {
    const count = directionFigures(report.connectors, direction, null).messages;
    const form = count === 1 ? ('one' as const) : ('many' as const);
    return count === 0 ? [] : [fill(strings[`lens.${direction}.${form}`], formatCount(count, locale))];
  });
  const versions = OLD_VERSIONS.flatMap((state) => {
    const on = report.connectors.filter(({ days }) => countOf(sumDays(days, null).tls, state) > 0).length;
    const form = on === 1 ? ('one' as const) : ('many' as const);
    return on === 0
      ? []
      : [fill(strings[`lens.connectors.${form}`], ...forms(form, on, strings[`tls.${state}`], locale))];
  });
  const counted = messages.length === 0 ? [strings['lens.noMessages']] : messages;
  const figures = [...counted, ...versions].join(' · ');
  return [isCancelled ? fill(strings['lens.cancelled'], figures) : figures, strings['lens.open']].join(' · ');
}

function forms(form: 'one' | 'many', count: number, version: string, locale: string): string[] {
  return form === 'one' ? [version] : [formatCount(count, locale), version];
}
