import type { Direction } from '../model/connector';
import { type Period, weekEndingWith } from '../model/day';
import { addCounts, knownOf, noCounts, Tls, type TlsCounts, volumeOf } from '../model/tls';
import type { ConnectorFlow, MailFlowReport } from './report';

/** A direction's messages over a period: what the widget and the flyout show. */
export interface DirectionFigures {
  readonly messages: number;
  readonly tls: TlsCounts;
  /** 100 × (known − none − SSL 3.0) / known; null where nothing is known. */
  readonly protectedPercent: number | null;
  readonly approximate: boolean;
}

/** Sums a direction over its connectors. `period` null means all days. */
export function directionFigures(
  connectors: readonly ConnectorFlow[],
  direction: Direction,
  period: Period | null,
): DirectionFigures {
  const tls = noCounts();
  let approximate = false;
  for (const connector of connectors) {
    if (connector.direction !== direction) {
      continue;
    }
    for (const day of connector.days) {
      if (isInside(day.date, period)) {
        addCounts(tls, day.tls);
        approximate ||= day.approximate;
      }
    }
  }
  return { messages: volumeOf(tls), tls, protectedPercent: protectedPercent(tls), approximate };
}

/** See {@link DirectionFigures.protectedPercent}. */
export function protectedPercent(tls: TlsCounts): number | null {
  const known = knownOf(tls);
  return known === 0 ? null : (100 * protectedOf(tls)) / known;
}

/** Messages that travelled under TLS of any version. SSL 3.0 is no protection. */
export function protectedOf(tls: TlsCounts): number {
  return knownOf(tls) - (tls[Tls.none] ?? 0) - (tls[Tls.ssl30] ?? 0);
}

/** True where the ISO day lies in the period; a null period holds every day. */
export function isInside(date: string, period: Period | null): boolean {
  return period === null || (date >= period.start && date <= period.end);
}

/** The seven UTC days that end with the newest day of any counted message; null where nothing was counted. */
export function lastWeek(report: MailFlowReport): Period | null {
  let newest = '';
  for (const connector of report.connectors) {
    for (const day of connector.days) {
      if (day.date > newest && volumeOf(day.tls) > 0) {
        newest = day.date;
      }
    }
  }
  return newest === '' ? null : weekEndingWith(newest);
}
