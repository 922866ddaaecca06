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
  return quickTime(text) ?? carefulTime(text);
}

/** The usual form, `2026-03-02T08:15:00.123…Z`, on the day that was read last. */
function quickTime(text: string): number | undefined {
  const isUsual =
    text.length >= 24 &&
    text.length <= 30 &&
    text.endsWith('Z') &&
    text[10] === 'T' &&
    text[13] === ':' &&
    text[16] === ':';
  if (!isUsual || text[19] !== '.' || lastMidnight === undefined || lastMidnight < 0 || !text.startsWith(lastDate)) {
    return undefined;
  }
  const [hour, minute, second] = [digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19)];
  const milliseconds = digits(text, 20, 23);
  // What is no digit, or no hour, makes a number that is not between these.
  const isTime =
    hour < 24 && minute < 60 && second < 61 && milliseconds < 1000 && digits(text, 23, text.length - 1) >= 0;
  return isTime ? lastMidnight + ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds : undefined;
}

/** A number of digits; NaN where a character is none. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let index = from; index < to; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) {
      return Number.NaN;
    }
    number = number * 10 + digit;
  }
  return number;
}

function carefulTime(text: string): number | undefined {
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
