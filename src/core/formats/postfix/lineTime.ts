import { type Day, dayOf, MILLISECONDS_PER_DAY } from '../../model/day';
import { parseIsoTime } from '../../reading/isoTime';

/** A line's time. */
export interface LineTime {
  readonly day: Day;
  /** Of that day. */
  readonly millisecond: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const CLOCK = /^(\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?$/;
const OFFSET = /(?:Z|[+-]\d\d:?\d\d)$/;
/** Leap days come again after eight years at most. */
const YEARS_BACK = 8;

/**
 * Reads an ISO time; where no zone is told, as UTC. Undefined where it is none. Syslog daemons and the journal write an
 * offset or `Z` (docs/formats.md).
 */
export function isoLineTime(text: string): LineTime | undefined {
  const time = parseIsoTime(text.replace(',', '.'));
  return time === undefined ? undefined : { day: dayOf(time), millisecond: time % MILLISECONDS_PER_DAY };
}

/** True where an ISO time tells its zone. */
export function tellsZone(text: string): boolean {
  return OFFSET.test(text);
}

/**
 * Reads `Mar`, `2`, `08:15:00`, which tell neither year nor zone: UTC is taken, and the latest year in which the day is not
 * after `today`. Undefined where they are no time.
 */
export function traditionalTime(month: string, date: string, clock: string, today: Day): LineTime | undefined {
  const day = latestDay(MONTHS.indexOf(month.toLowerCase()), Number(date), today);
  const millisecond = clockTime(clock);
  return day === undefined || millisecond === undefined ? undefined : { day, millisecond };
}

/** The latest such day that is not after `today`. */
function latestDay(month: number, date: number, today: Day): Day | undefined {
  const year = new Date(today * MILLISECONDS_PER_DAY).getUTCFullYear();
  for (let back = 0; month >= 0 && back <= YEARS_BACK; back++) {
    const time = new Date(Date.UTC(year - back, month, date));
    const day = time.getTime() / MILLISECONDS_PER_DAY;
    if (time.getUTCMonth() === month && time.getUTCDate() === date && day <= today) {
      return day;
    }
  }
  return undefined;
}

/** Milliseconds of a day. */
function clockTime(text: string): number | undefined {
  const found = CLOCK.exec(text);
  if (found === null) {
    return undefined;
  }
  const [hour, minute, second] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const milliseconds = Number((found[4] ?? '').slice(0, 3).padEnd(3, '0'));
  return hour > 23 || minute > 59 || second > 60
    ? undefined
    : ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds;
}
