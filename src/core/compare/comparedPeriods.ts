import { formatDay, type Period, parseDay } from '../model/day';

/** Two periods of one analysis, to be held against each other. */
export interface ComparedPeriods {
  readonly before: Period;
  readonly now: Period;
}

const WEEK = 7;

/** The pairs of periods that suggest themselves: week against week where there are two, and half against half. */
export function usualPeriods(
  data: Period,
): (ComparedPeriods & { readonly kind: 'lastWeeks' | 'firstWeek' | 'halves' })[] {
  const [first, last] = [parseDay(data.start), parseDay(data.end)];
  if (first === undefined || last === undefined || last <= first) {
    return [];
  }
  const days = last - first + 1;
  const period = (start: number, count: number): Period => ({
    start: formatDay(start),
    end: formatDay(start + count - 1),
  });
  const thisWeek = period(last - WEEK + 1, WEEK);
  const half = Math.floor(days / 2);
  return [
    ...(days >= 2 * WEEK
      ? [{ kind: 'lastWeeks' as const, before: period(last - 2 * WEEK + 1, WEEK), now: thisWeek }]
      : []),
    ...(days >= 3 * WEEK ? [{ kind: 'firstWeek' as const, before: period(first, WEEK), now: thisWeek }] : []),
    { kind: 'halves', before: period(first, half), now: period(last - half + 1, half) },
  ];
}

/** Reads two days out of a text; undefined where they are none, or not among the days of the data. */
export function readPeriod(text: string, data: Period): Period | undefined {
  const [start, end, ...others] = text.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  const isRight =
    start !== undefined &&
    end !== undefined &&
    others.length === 0 &&
    parseDay(start) !== undefined &&
    parseDay(end) !== undefined &&
    data.start <= start &&
    start <= end &&
    end <= data.end;
  return isRight ? { start, end } : undefined;
}
