import { type ConnectorType, DIRECTIONS, type Direction } from '../model/connector';
import { formatDay, type Period, parseDay } from '../model/day';
import { addCounts, noCounts, type TlsCounts, volumeOf } from '../model/tls';
import { type Change, changeBetween } from './change';
import { daysWithin, sumDays } from './figures';
import type { MailFlowReport } from './report';

/** Days that a trend needs: of two whole weeks the one can be held against the other. */
export const TREND_DAYS = 14;
const WEEK = 7;

/** Seven UTC days, and what they add up to. */
export interface Week extends Period {
  readonly tls: TlsCounts;
  readonly approximate: boolean;
}

/** How a connector, or a whole direction, changed from week to week. */
export interface FlowTrend {
  readonly direction: Direction;
  /** Null: all connectors of the direction. */
  readonly connector: { readonly name: string | null; readonly type: ConnectorType } | null;
  /** The whole weeks of the period, counted back from its last day, oldest first: two or more. */
  readonly weeks: readonly Week[];
  /** This week against the last. */
  readonly sinceLast: Change;
  /** This week against the first whole week of the period. */
  readonly sinceFirst: Change;
}

/** Whether it is getting better. */
export interface Trend {
  /** Days of the period. */
  readonly days: number;
  /** False where these are less than {@link TREND_DAYS}: then nothing is told. */
  readonly isTold: boolean;
  readonly directions: readonly FlowTrend[];
  /** Those with mail in any of the weeks, in the report's order. */
  readonly connectors: readonly FlowTrend[];
}

/** The weeks of a report against each other. */
export function trendOf({ period, connectors }: MailFlowReport): Trend {
  const [start, end] = [parseDay(period?.start ?? ''), parseDay(period?.end ?? '')];
  const days = start === undefined || end === undefined ? 0 : Math.max(0, end - start + 1);
  if (end === undefined || days < TREND_DAYS) {
    return { days, isTold: false, directions: [], connectors: [] };
  }
  const weeks = weeksUntil(end, Math.floor(days / WEEK));
  const ofConnectors = connectors.map(({ direction, name, type, days }) =>
    flowTrend(
      direction,
      { name, type },
      weeks.map((week): Week => {
        const { tls, approximate } = sumDays(daysWithin(days, week), null);
        return { ...week, tls, approximate };
      }),
    ),
  );
  const ofDirection = (direction: Direction): FlowTrend => {
    const trends = ofConnectors.filter((trend) => trend.direction === direction);
    return flowTrend(
      direction,
      null,
      weeks.map((week, index) =>
        weekOfAll(
          week,
          trends.flatMap((trend) => trend.weeks[index] ?? []),
        ),
      ),
    );
  };
  return {
    days,
    isTold: true,
    directions: DIRECTIONS.map(ofDirection),
    connectors: ofConnectors.filter((trend) => trend.weeks.some(({ tls }) => volumeOf(tls) > 0)),
  };
}

/** What several connectors add up to. */
function weekOfAll({ start, end }: Period, weeks: readonly Week[]): Week {
  const tls = noCounts();
  for (const week of weeks) {
    addCounts(tls, week.tls);
  }
  return { start, end, tls, approximate: weeks.some((week) => week.approximate) };
}

function weeksUntil(end: number, count: number): Period[] {
  return Array.from({ length: count }, (_, index) => {
    const last = end - WEEK * (count - 1 - index);
    return { start: formatDay(last - WEEK + 1), end: formatDay(last) };
  });
}

function flowTrend(direction: Direction, connector: FlowTrend['connector'], weeks: readonly Week[]): FlowTrend {
  const [first, last, now] = [weeks[0], weeks.at(-2), weeks.at(-1)] as [Week, Week, Week];
  return {
    direction,
    connector,
    weeks,
    sinceLast: changeBetween(last.tls, now.tls),
    sinceFirst: changeBetween(first.tls, now.tls),
  };
}
