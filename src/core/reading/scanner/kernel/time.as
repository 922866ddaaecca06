// Times as exports and logs write them nearly always: 2026-03-02T08:15:00.123…Z, +01:00 in place of Z. Everything else is left to
// isoTime.ts.
import { W } from './width';

/** Day and millisecond of the day that time() read, UTC. */
export let day: i32 = 0;
export let millisecond: i32 = 0;

const SHORTEST: usize = 20;
const LONGEST: usize = 35;
const NO_ZONE: i32 = 0x7fffffff;
/** The text as bytes. */
const TEXT: usize = 0x1fe00;
let date0: u64 = 0;
let date1: u32 = 0;
let dateDay: i32 = -1;

// @ts-ignore: decorators of AssemblyScript
@inline function two(at: usize): i32 {
  return <i32>load<u8>(at) * 10 + <i32>load<u8>(at, 1) - 528;
}

/** Whole days since 1970-01-01; -1 where there is no such day, or it lies before. */
function dayOf(year: i32, month: i32, date: i32): i32 {
  if (year < 1970 || month < 1 || month > 12 || date < 1) return -1;
  const isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  const days = month == 2 ? (isLeap ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  if (date > days) return -1;
  const y = month <= 2 ? year - 1 : year;
  const m = month <= 2 ? month + 9 : month - 3;
  return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + date - 1 - 719468;
}

// @ts-ignore: decorators of AssemblyScript
@inline function isDigit(at: usize): bool {
  return <u32>load<u8>(at) - 48 <= 9;
}

/** How many of the eight units at a place are digits, before the first that is none. */
// @ts-ignore: decorators of AssemblyScript
@inline function digitsAt(at: usize): usize {
  const units = load<u64>(at);
  // Digits are 0x30 to 0x39: both they and they plus 6 begin with 3.
  const others = ((units ^ 0x3030303030303030) | ((units + 0x0606060606060606) ^ 0x3030303030303030)) & 0xf0f0f0f0f0f0f0f0;
  return <usize>(ctz(others) >> 3);
}

/** Minutes by which a zone in [at, end) is ahead of UTC: `Z`, `+02:00`, `-0330`; NO_ZONE where there is none. */
// @ts-ignore: decorators of AssemblyScript
@inline function zone(at: usize, end: usize): i32 {
  const sign = load<u8>(at);
  if (sign == 90) return end == at + 1 ? 0 : NO_ZONE;
  if (sign != 43 && sign != 45) return NO_ZONE;
  const minutes = load<u8>(at, 3) == 58 ? at + 4 : at + 3;
  if (end != minutes + 2 || !isDigit(at + 1) || !isDigit(at + 2) || !isDigit(minutes) || !isDigit(minutes + 1)) return NO_ZONE;
  const ahead = two(at + 1) * 60 + two(minutes);
  return sign == 43 ? ahead : -ahead;
}

/** Reads the time in [start, end) into `day` and `millisecond`; false where it is not of the usual form. */
export function time(start: usize, end: usize): bool {
  const length = (end - start) / W;
  if (length < SHORTEST || length > LONGEST) return false;
  let text = start;
  if (W == 2) {
    v128.store(TEXT, i8x16.narrow_i16x8_u(v128.load(start), v128.load(start + 16)));
    v128.store(TEXT + 16, i8x16.narrow_i16x8_u(v128.load(start + 32), v128.load(start + 48)));
    v128.store(TEXT + 32, i8x16.narrow_i16x8_u(v128.load(start + 64), v128.load(start + 80)));
    text = TEXT;
  }
  // Digits below 10, and what must stand between them.
  const first = v128.load(text);
  const digits = i8x16.sub(first, i8x16.splat(48));
  if ((i8x16.bitmask(i8x16.lt_u(digits, i8x16.splat(10))) & 0xdb6f) != 0xdb6f) return false;
  if (load<u8>(text, 4) != 45 || load<u8>(text, 7) != 45 || load<u8>(text, 10) != 84 || load<u8>(text, 13) != 58) return false;
  if (load<u8>(text, 16) != 58 || !isDigit(text + 17) || !isDigit(text + 18)) return false;
  let at = text + 19;
  let thousandths = 0;
  if (load<u8>(at) == 46) {
    const point = at++;
    at += digitsAt(at);
    while (at < text + length && at <= point + 10 && isDigit(at)) at++;
    if (at == point + 1 || at > point + 10) return false;
    if (at > point + 3) {
      thousandths = two(point + 1) * 10 + <i32>load<u8>(point, 3) - 48;
    } else {
      thousandths = at == point + 2 ? (<i32>load<u8>(point, 1) - 48) * 100 : two(point + 1) * 10;
    }
  }
  const ahead = zone(at, text + length);
  if (ahead == NO_ZONE) return false;
  const hour = two(text + 11), minute = two(text + 14), second = two(text + 17);
  if (hour > 23 || minute > 59 || second > 60) return false;
  if (load<u64>(text) != date0 || <u32>load<u16>(text, 8) != date1) {
    date0 = load<u64>(text); date1 = <u32>load<u16>(text, 8);
    dateDay = dayOf(two(text) * 100 + two(text + 2), two(text + 5), two(text + 8));
  }
  if (dateDay < 0) return false;
  day = dateDay;
  millisecond = ((hour * 60 + minute - ahead) * 60 + second) * 1000 + thousandths;
  for (; millisecond >= 86400000; day++) millisecond -= 86400000;
  for (; millisecond < 0; day--) millisecond += 86400000;
  return day >= 0;
}
