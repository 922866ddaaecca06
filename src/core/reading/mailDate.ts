const DATE =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{2,4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s+([+-]\d{4}|[a-z]{1,5}))?/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Zones with names, in hours (RFC 5322); others are as good as unknown, which means UTC. */
const ZONES: Readonly<Record<string, number>> = {
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};

/**
 * Reads a date as mail headers have it: `Wed, 8 May 2019 11:30:07 +0000 (UTC)`. Milliseconds since 1970, UTC; undefined where
 * the text is none.
 */
export function parseMailDate(text: string): number | undefined {
  const found = DATE.exec(text.trim());
  if (found === null) {
    return undefined;
  }
  const [day, month, year] = [
    Number(found[1]),
    MONTHS.indexOf((found[2] ?? '').toLowerCase()),
    fullYear(Number(found[3])),
  ];
  const [hour, minute, second] = [Number(found[4]), Number(found[5]), Number(found[6] ?? '0')];
  const midnight = new Date(Date.UTC(year, month, day));
  const isReal = month >= 0 && midnight.getUTCMonth() === month && midnight.getUTCDate() === day;
  if (!isReal || hour > 23 || minute > 59 || second > 60) {
    return undefined;
  }
  const time = midnight.getTime() + ((hour * 60 + minute - offsetOf(found[7] ?? '')) * 60 + second) * 1000;
  return time < 0 ? undefined : time;
}

/** Two digits are of 1950 to 2049, three count from 1900 (RFC 5322). */
function fullYear(year: number): number {
  return year >= 1000 ? year : year < 50 ? 2000 + year : 1900 + year;
}

/** Minutes that a zone is ahead of UTC. */
function offsetOf(zone: string): number {
  const found = /^([+-])(\d\d)(\d\d)$/.exec(zone);
  return found === null
    ? 60 * (ZONES[zone.toUpperCase()] ?? 0)
    : (found[1] === '-' ? -1 : 1) * (60 * Number(found[2]) + Number(found[3]));
}
