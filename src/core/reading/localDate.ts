import { type Day, dayOf, MILLISECONDS_PER_DAY } from '../model/day';
import { parseIsoTime } from './isoTime';

/** A date as written: its day, or two parts of which one is the day and one the month. */
export type WrittenDate =
  | { readonly day: Day }
  | { readonly first: number; readonly second: number; readonly year: number };

export type DateOrder = 'monthFirst' | 'dayFirst';

const PARTS = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:[,\s].*)?$/;
const YEAR_FIRST = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?:[,\sT].*)?$/;

/** Reads a date in ISO form, year first, or in an order that only the whole column can tell; undefined if it is none. */
export function readDate(text: string): WrittenDate | undefined {
  const trimmed = text.replace(/[\u200e\u200f]/g, '').trim();
  const time = parseIsoTime(trimmed);
  if (time !== undefined) {
    return { day: dayOf(time) };
  }
  const iso = YEAR_FIRST.exec(trimmed);
  if (iso !== null) {
    const day = toDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    return day === undefined ? undefined : { day };
  }
  const parts = PARTS.exec(trimmed);
  if (parts === null) {
    return undefined;
  }
  const year = Number(parts[3]);
  return { first: Number(parts[1]), second: Number(parts[2]), year: year < 100 ? 2000 + year : year };
}

/**
 * Tells the order of day and month over a whole column: dates that exist in one order only decide, by their number where
 * they disagree, else the order with the shorter span from first to last day, else `preferred`. `told` is false where
 * no date decided.
 */
export function decideOrder(
  dates: readonly WrittenDate[],
  preferred: DateOrder,
): { readonly order: DateOrder; readonly told: boolean } {
  const open = dates.filter((date) => 'first' in date);
  let votes = 0;
  for (const date of open) {
    votes += Number(dayIn(date, 'monthFirst') !== undefined) - Number(dayIn(date, 'dayFirst') !== undefined);
  }
  if (votes !== 0) {
    return { order: votes > 0 ? 'monthFirst' : 'dayFirst', told: true };
  }
  const monthFirst = spanOf(open, 'monthFirst');
  const dayFirst = spanOf(open, 'dayFirst');
  const order = monthFirst === dayFirst ? preferred : monthFirst < dayFirst ? 'monthFirst' : 'dayFirst';
  return { order, told: open.length === 0 };
}

/** The day of a date once the order is known; undefined where there is no such day. */
export function dayIn(date: WrittenDate, order: DateOrder): Day | undefined {
  if ('day' in date) {
    return date.day;
  }
  return order === 'monthFirst' ? toDay(date.year, date.first, date.second) : toDay(date.year, date.second, date.first);
}

function spanOf(dates: readonly WrittenDate[], order: DateOrder): number {
  const days = dates.map((date) => dayIn(date, order)).filter((day) => day !== undefined);
  return days.reduce((a, b) => Math.max(a, b), 0) - days.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

function toDay(year: number, month: number, day: number): Day | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1970 && year < 2149;
  return isReal ? date.getTime() / MILLISECONDS_PER_DAY : undefined;
}
