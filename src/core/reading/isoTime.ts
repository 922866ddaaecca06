const ISO = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):?(\d\d))?$/;

/**
 * Reads an ISO 8601 time as exports write it (any number of decimals, `Z`, an offset, or nothing, which is UTC).
 * Milliseconds since 1970, UTC; undefined where the text is no such time, names no real day, or lies before 1970.
 */
export function parseIsoTime(text: string): number | undefined {
  const found = ISO.exec(text);
  if (found === null) {
    return undefined;
  }
  const [, year, month, day, hour, minute, second, fraction = '', sign, offsetHours = '0', offsetMinutes = '0'] = found;
  const time = Date.UTC(+(year ?? 0), +(month ?? 0) - 1, +(day ?? 0), +(hour ?? 0), +(minute ?? 0), +(second ?? 0));
  if (new Date(time).getUTCDate() !== Number(day) || Number(hour) > 23 || Number(minute) > 59 || time < 0) {
    return undefined;
  }
  const offset = (sign === '-' ? -1 : 1) * (Number(offsetHours) * 60 + Number(offsetMinutes)) * 60_000;
  return time + Number(fraction.padEnd(3, '0').slice(0, 3)) - offset;
}
