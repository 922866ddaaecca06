import type { Direction } from '../model/connector';
import { daysOf, type Period, weekEndingWith } from '../model/day';
import { addCounts, knownOf, noCounts, Tls, type TlsCounts, volumeOf } from '../model/tls';
import type { ConnectorFlow, DayFlow, MailFlowReport } from './report';

/** What days add up to. */
export interface Figures {
  readonly messages: number;
  readonly tls: TlsCounts;
  readonly approximate: boolean;
}

/** A direction's messages over a period: what the widget and the flyout show. */
export interface DirectionFigures extends Figures {
  /** 100 × (known − none − SSL 3.0) / known; null where nothing is known. */
  readonly protectedPercent: number | null;
}

/** Sums the days that lie in the period; null means all. */
export function sumDays(days: Iterable<DayFlow>, period: Period | null): Figures {
  const tls = noCounts();
  let approximate = false;
  for (const day of days) {
    if (isInside(day.date, period)) {
      addCounts(tls, day.tls);
      approximate ||= day.approximate;
    }
  }
  return { messages: volumeOf(tls), tls, approximate };
}

/** The days of a connector that lie in a period. Of many days few are looked at: they come oldest first. */
export function daysWithin(days: readonly DayFlow[], period: Period): readonly DayFlow[] {
  const from = firstDay(days, (date) => date >= period.start);
  const to = firstDay(days, (date) => date > period.end);
  return from === 0 && to === days.length ? days : days.slice(from, to);
}

/** Position of the first day from which on something holds. */
function firstDay(days: readonly DayFlow[], holds: (date: string) => boolean): number {
  let [from, to] = [0, days.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(days[middle]?.date ?? '')) {
      to = middle;
    } else {
      from = middle + 1;
    }
  }
  return from;
}

/** Sums a direction over its connectors. `period` null means all days. */
export function directionFigures(
  connectors: readonly ConnectorFlow[],
  direction: Direction,
  period: Period | null,
): DirectionFigures {
  const days = connectors
    .filter((connector) => connector.direction === direction)
    .flatMap((connector) => (period === null ? connector.days : daysWithin(connector.days, period)));
  const figures = sumDays(days, null);
  return { ...figures, protectedPercent: protectedPercent(figures.tls) };
}

/** A direction's protected share on one day. */
export interface DayShare {
  readonly date: string;
  /** Messages whose state is known. */
  readonly known: number;
  /** Of them, those under TLS. Where `known` is 0 nothing is said about the day. */
  readonly protected: number;
}

/** The protected share of each day of a period, oldest first, also of days without a message. */
export function protectedPerDay(
  connectors: readonly ConnectorFlow[],
  direction: Direction,
  period: Period,
): readonly DayShare[] {
  const perDay = new Map(daysOf(period).map((date) => [date, noCounts()]));
  for (const connector of connectors) {
    if (connector.direction === direction) {
      for (const { date, tls } of daysWithin(connector.days, period)) {
        const counts = perDay.get(date);
        if (counts !== undefined) {
          addCounts(counts, tls);
        }
      }
    }
  }
  return [...perDay].map(([date, tls]) => ({ date, known: knownOf(tls), protected: protectedOf(tls) }));
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

const weeks = new WeakMap<MailFlowReport, Period | null>();

/** The seven UTC days that end with the newest day of any counted message; null where nothing was counted. */
export function lastWeek(report: MailFlowReport): Period | null {
  let week = weeks.get(report);
  if (week === undefined) {
    const newest = newestDay(report.connectors);
    week = newest === '' ? null : weekEndingWith(newest);
    // Every page asks again and again, and a report does not change.
    weeks.set(report, week);
  }
  return week;
}

function newestDay(connectors: readonly ConnectorFlow[]): string {
  let newest = '';
  for (const { days } of connectors) {
    const last = days.findLast(({ date, tls }) => date <= newest || volumeOf(tls) > 0);
    newest = last !== undefined && last.date > newest ? last.date : newest;
  }
  return newest;
}
