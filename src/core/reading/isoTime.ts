const ISO = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):?(\d\d))?$/;
const ISO_DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

/** The day read last: exports hold few days and many times of each. */
let lastDate = '';
let lastMidnight: number | undefined;

/**
 * Reads an ISO 8601 time as exports write it (any number of decimals, `Z`, an offset, or nothing, which is UTC).
 * Milliseconds since 1970, UTC; undefined where the text is no such time, names no real day, or lies before 1970.
 */
export function parseIsoTime(text: string): number | undefined {
  const found = ISO.exec(text);
  if (found === null) {
    return undefined;
  }
  const date = found[1] ?? '';
  if (date !== lastDate) {
    lastDate = date;
    lastMidnight = midnightOf(date);
  }
  const [hour, minute, second] = [Number(found[2]), Number(found[3]), Number(found[4])];
  if (lastMidnight === undefined || hour > 23 || minute > 59 || second > 60) {
    return undefined;
  }
  const milliseconds = Number((found[5] ?? '').slice(0, 3).padEnd(3, '0'));
  const offset = found[6] === undefined ? 0 : (found[6] === '-' ? -1 : 1) * (Number(found[7]) * 60 + Number(found[8]));
  const time = lastMidnight + ((hour * 60 + minute - offset) * 60 + second) * 1000 + milliseconds;
  return time < 0 ? undefined : time;
}

function midnightOf(date: string): number | undefined {
  const [, year, month, day] = ISO_DATE.exec(date) ?? [];
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return new Date(time).toISOString().startsWith(date) ? time : undefined;
}
