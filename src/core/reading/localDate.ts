import { type Day, dayOf, MILLISECONDS_PER_DAY } from '../model/day';
import { parseIsoTime } from './isoTime';

/**
 * A day as written: a UTC day, or (negative) a year and two numbers of which one is the day and one the month, which only the
 * whole column tells ({@link DateEvidence}).
 */
export type WrittenDay = number;

export type DateOrder = 'monthFirst' | 'dayFirst';

/** A time as written. */
export interface WrittenTime {
  readonly day: WrittenDay;
  /** Of the day. */
  readonly millisecond: number;
}

/** `7/30/2020 4:59:26 PM`, `30.07.2020 16:59:26`, `30. 7. 2020`: two numbers and a year, then perhaps a time. */
const PARTS = /^(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})\.?(?:,?\s+(.*)|T(.*))?$/s;
const YEAR_FIRST = /^(\d{4})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{1,2})\.?(?:,?\s+(.*)|T(.*))?$/s;
/** Hours, minutes, perhaps seconds; separated by a dot in some cultures. AM or PM in any culture's words, before or behind. */
const CLOCK = /^(?:(\D*)\s)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|\D*)$/s;
const AFTERNOON = /^(?:p\.?\s?m\.?|μμ|下午|午後|오후|ch)$/i;
const MORNING = /^(?:a\.?\s?m\.?|πμ|上午|午前|오전|sa)$/i;
/** As Windows PowerShell's ConvertTo-Json writes it: milliseconds since 1970, UTC. */
const SERIALIZED = /^\/Date\((\d{1,15})(?:[+-]\d{4})?\)\/$/;
const MARKS = /[\u200e\u200f\u202a-\u202c]/g;
const SPACES = /[\u00a0\u202f]/g;

/** Reads a time, or a date without one (midnight), as exports and spreadsheets write it; undefined where it is none. */
export function readTime(text: string): WrittenTime | undefined {
  const trimmed = text.replace(MARKS, '').replace(SPACES, ' ').trim();
  const time = parseIsoTime(trimmed) ?? serialized(trimmed);
  if (time !== undefined) {
    return { day: dayOf(time), millisecond: time - dayOf(time) * MILLISECONDS_PER_DAY };
  }
  const iso = YEAR_FIRST.exec(trimmed);
  const parts = iso ?? PARTS.exec(trimmed);
  if (parts === null) {
    return undefined;
  }
  const numbers = [Number(parts[1]), Number(parts[2]), Number(parts[3])] as const;
  const day = iso === null ? openDay(numbers[0], numbers[1], fullYear(parts[3] ?? '')) : toDay(...numbers);
  const millisecond = readClock((parts[4] ?? parts[5] ?? '').trim());
  return day === undefined || millisecond === undefined ? undefined : { day, millisecond };
}

/** The UTC day of a written one, once the order is known; undefined where there is no such day. */
export function dayIn(written: WrittenDay, order: DateOrder): Day | undefined {
  if (written >= 0) {
    return written;
  }
  const number = -1 - written;
  const [year, first, second] = [Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100];
  return order === 'monthFirst' ? toDay(year, first, second) : toDay(year, second, first);
}

/** An open date as it may have been written: `13/2/2026`. */
export function shownDate(written: WrittenDay): string {
  const number = -1 - written;
  return `${Math.floor(number / 100) % 100}/${number % 100}/${Math.floor(number / 10_000)}`;
}

/** First and last day of a column's dates, if they are written in an order. */
interface Span {
  readonly first: number;
  readonly last: number;
}

/** What dates of a column tell about the order of day and month. Plain data, to be sent between threads. */
export interface DateEvidence {
  /** The order of the first date that exists in one order only; undefined where all exist in both. */
  readonly told: DateOrder | undefined;
  readonly monthFirst: Span;
  readonly dayFirst: Span;
}

/** Gathers evidence over the dates of a column, in the order of the file. */
export class DateColumn {
  #told: DateOrder | undefined;
  #monthFirst = NO_SPAN;
  #dayFirst = NO_SPAN;
  #isOpen = false;

  add(written: WrittenDay): void {
    if (written >= 0) {
      return;
    }
    this.#isOpen = true;
    const [month, day] = [dayIn(written, 'monthFirst'), dayIn(written, 'dayFirst')];
    if (this.#told === undefined && (month === undefined || day === undefined)) {
      this.#told = month === undefined ? 'dayFirst' : 'monthFirst';
    }
    this.#monthFirst = month === undefined ? this.#monthFirst : joined(this.#monthFirst, { first: month, last: month });
    this.#dayFirst = day === undefined ? this.#dayFirst : joined(this.#dayFirst, { first: day, last: day });
  }

  /** Adds what dates further down tell. */
  join(evidence: DateEvidence): void {
    this.#isOpen = true;
    this.#told ??= evidence.told;
    this.#monthFirst = joined(this.#monthFirst, evidence.monthFirst);
    this.#dayFirst = joined(this.#dayFirst, evidence.dayFirst);
  }

  /** Undefined where no date leaves its order open. */
  get evidence(): DateEvidence | undefined {
    return this.#isOpen ? { told: this.#told, monthFirst: this.#monthFirst, dayFirst: this.#dayFirst } : undefined;
  }
}

/** The order of a column's dates, and what decided. */
export interface DecidedOrder {
  readonly order: DateOrder;
  /** `column`: a number above 12; `span`: the shorter time between first and last; `setting`: nothing in the file. */
  readonly by: 'column' | 'span' | 'setting';
}

/** Decides the order: what a date tells, else the order that gives the shorter span, else `preferred`. */
export function decideOrder({ told, monthFirst, dayFirst }: DateEvidence, preferred: DateOrder): DecidedOrder {
  if (told !== undefined) {
    return { order: told, by: 'column' };
  }
  const [long, short] = [monthFirst.last - monthFirst.first, dayFirst.last - dayFirst.first];
  return long === short
    ? { order: preferred, by: 'setting' }
    : { order: long < short ? 'monthFirst' : 'dayFirst', by: 'span' };
}

const NO_SPAN: Span = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };

function joined(a: Span, b: Span): Span {
  return { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) };
}

/** Undefined where the numbers are a day in neither order; the day itself where both orders give the same. */
function openDay(first: number, second: number, year: number): WrittenDay | undefined {
  const [monthFirst, dayFirst] = [toDay(year, first, second), toDay(year, second, first)];
  if (monthFirst === dayFirst) {
    return monthFirst;
  }
  return -1 - (year * 10_000 + first * 100 + second);
}

/** .NET writes the year of a time that was never set as 0001: that is none of this century. */
function fullYear(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

function toDay(year: number, month: number, day: number): Day | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1970 && year < 2149;
  return isReal ? date.getTime() / MILLISECONDS_PER_DAY : undefined;
}

/** Milliseconds of a day; 0 for no time at all. */
function readClock(text: string): number | undefined {
  if (text === '') {
    return 0;
  }
  const found = CLOCK.exec(text);
  if (found === null) {
    return undefined;
  }
  const mark = (found[1] ?? found[6] ?? '').trim() || (found[6] ?? '').trim();
  const hour = hourOf(Number(found[2]), mark);
  const [minute, second] = [Number(found[3]), Number(found[4] ?? '0')];
  const milliseconds = Number((found[5] ?? '').slice(0, 3).padEnd(3, '0'));
  return hour > 23 || minute > 59 || second > 60
    ? undefined
    : ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds;
}

function hourOf(hour: number, mark: string): number {
  if (AFTERNOON.test(mark)) {
    return hour < 12 ? hour + 12 : hour;
  }
  return MORNING.test(mark) && hour === 12 ? 0 : hour;
}

function serialized(text: string): number | undefined {
  const found = SERIALIZED.exec(text);
  return found === null ? undefined : Number(found[1]);
}
