/** A UTC calendar day as whole days since 1970-01-01. */
export type Day = number;

export const MILLISECONDS_PER_DAY = 86_400_000;

/** The UTC day of a time in milliseconds since 1970. */
export function dayOf(time: number): Day {
  return Math.floor(time / MILLISECONDS_PER_DAY);
}

/** `2026-03-02`. */
export function formatDay(day: Day): string {
  const known = texts.get(day);
  if (known !== undefined) {
    return known;
  }
  if (texts.size >= MOST_TEXTS) {
    texts.clear();
  }
  const text = new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
  texts.set(day, text);
  return text;
}

/** Days as texts: a report has the same few again and again. */
const texts = new Map<Day, string>();
/** Ten years of them. */
const MOST_TEXTS = 3660;

/** Reads `2026-03-02`; undefined where the text is no such day. */
export function parseDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return undefined;
  }
  const time = Date.parse(`${text}T00:00:00Z`);
  const day = Number.isNaN(time) ? undefined : dayOf(time);
  return day !== undefined && formatDay(day) === text ? day : undefined;
}

/** First and last UTC day, both inside, as `YYYY-MM-DD`. */
export interface Period {
  readonly start: string;
  readonly end: string;
}

/** Whether UTC days lie in a period; none does where there is none. */
export function holdsDay(period: Period | null): (day: Day) => boolean {
  const [start, end] = [parseDay(period?.start ?? ''), parseDay(period?.end ?? '')];
  return (day) => start !== undefined && end !== undefined && day >= start && day <= end;
}

/** The period's days, oldest first. */
export function daysOf(period: Period): string[] {
  const first = parseDay(period.start);
  const last = parseDay(period.end);
  if (first === undefined || last === undefined) {
    return [];
  }
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => formatDay(first + index));
}

/** The seven UTC days that end with `newest`: what the widget calls the past week. */
export function weekEndingWith(newest: string): Period {
  const last = parseDay(newest);
  return { start: last === undefined ? newest : formatDay(last - 6), end: newest };
}
