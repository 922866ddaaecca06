// The time of the row of a protocol log that is followed: nearly always of the same minute as the one before.
import { day as dayOf, millisecond as millisecondOf, time } from './time';

/** Day and millisecond of the day of the row, UTC. */
export let day: i32 = 0;
export let millisecond: i32 = 0;

/** The minute of the row before, as it is written: 2026-03-02T08:15 */
let date: u64 = 0;
let hour: u64 = 0;
let minuteDay: i32 = 0;
let minuteAt: i32 = 0;

/** `:00.000Z` as a number, and of each byte whether it is no digit; what makes a half byte above 9 reach the byte's highest bit. */
const ZERO: u64 = 0x5a3030302e30303a;
const OTHERS: u64 = 0xff000000ff0000ff;
const ABOVE_NINE: u64 = 0x0076767600767600;
const HIGHEST: u64 = 0x8080808080808080;

/** Reads the time in 24 bytes; false where it is not of the usual form (time.as). */
// @ts-ignore: decorators of AssemblyScript
@inline export function readTime(s: usize): bool {
  if (load<u64>(s) == date && load<u64>(s, 8) == hour) {
    const digits = load<u64>(s, 16) ^ ZERO;
    const second = <i32>(digits >> 8 & 0xf) * 10 + <i32>(digits >> 16 & 0xf);
    if ((digits & OTHERS) == 0 && ((digits | (digits + ABOVE_NINE)) & HIGHEST) == 0 && second < 60) {
      day = minuteDay;
      millisecond = minuteAt + second * 1000 + <i32>(digits >> 32 & 0xf) * 100 + <i32>(digits >> 40 & 0xf) * 10 + <i32>(digits >> 48 & 0xf);
      return true;
    }
  }
  return readAnyTime(s, s + 24);
}

/** … or in more or fewer. */
export function readAnyTime(s: usize, e: usize): bool {
  if (!time(s, e)) return false;
  day = dayOf; millisecond = millisecondOf;
  const second = <i32>load<u8>(s, 17) * 10 + <i32>load<u8>(s, 18) - 528;
  if (e - s == 24 && load<u8>(s, 23) == 90 && second < 60) {
    date = load<u64>(s); hour = load<u64>(s, 8);
    minuteDay = day; minuteAt = millisecond - millisecond % 60000;
  }
  return true;
}
