// Times as exports write them nearly always: 2026-03-02T08:15:00.123…Z. Everything else is left to isoTime.ts.
import { W } from './width';

/** Day and millisecond of the day that time() read, UTC. */
export let day: i32 = 0;
export let millisecond: i32 = 0;

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

/** Reads the time in [start, end) into `day` and `millisecond`; false where it is not of the usual form. */
export function time(start: usize, end: usize): bool {
  const length = (end - start) / W;
  if (length < 24 || length > 30) return false;
  let text = start;
  if (W == 2) {
    v128.store(TEXT, i8x16.narrow_i16x8_u(v128.load(start), v128.load(start + 16)));
    v128.store(TEXT + 16, i8x16.narrow_i16x8_u(v128.load(start + 32), v128.load(start + 48)));
    text = TEXT;
  }
  // Digits below 10, and what must stand between them.
  const first = v128.load(text);
  const digits = i8x16.sub(first, i8x16.splat(48));
  if ((i8x16.bitmask(i8x16.lt_u(digits, i8x16.splat(10))) & 0xdb6f) != 0xdb6f) return false;
  if (load<u8>(text, 4) != 45 || load<u8>(text, 7) != 45 || load<u8>(text, 10) != 84 || load<u8>(text, 13) != 58) return false;
  if (load<u8>(text, 16) != 58 || load<u8>(text, 19) != 46 || load<u8>(text + length - 1) != 90) return false;
  for (let at = text + 17; at < text + length - 1; at++) {
    if (at != text + 19 && <u32>load<u8>(at) - 48 > 9) return false;
  }
  const hour = two(text + 11), minute = two(text + 14), second = two(text + 17);
  if (hour > 23 || minute > 59 || second > 60) return false;
  if (load<u64>(text) != date0 || <u32>load<u16>(text, 8) != date1) {
    date0 = load<u64>(text); date1 = <u32>load<u16>(text, 8);
    dateDay = dayOf(two(text) * 100 + two(text + 2), two(text + 5), two(text + 8));
  }
  if (dateDay < 0) return false;
  day = dateDay;
  millisecond = ((hour * 60 + minute) * 60 + second) * 1000 + two(text + 20) * 10 + <i32>load<u8>(text, 22) - 48;
  if (millisecond >= 86400000) { day++; millisecond -= 86400000; }
  return true;
}
