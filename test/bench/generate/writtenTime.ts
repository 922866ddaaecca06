const DAY = 86_400_000;
const SECOND = 1000;

/** `T08:15:02.` for every second of a day. */
const SECONDS: readonly string[] = Array.from(
  { length: DAY / SECOND },
  (_, second) => `T${new Date(second * SECOND).toISOString().slice(11, 19)}.`,
);
/** `007`. */
const THOUSANDTHS: readonly string[] = Array.from({ length: SECOND }, (_, part) => String(part).padStart(3, '0'));

const days = new Map<number, string>();

/** Milliseconds since 1970 as `2026-03-02T08:15:02.007`, UTC, without what an export puts behind it. */
export function writtenMilliseconds(time: number): string {
  const day = Math.floor(time / DAY);
  let date = days.get(day);
  if (date === undefined) {
    date = new Date(time).toISOString().slice(0, 10);
    days.set(day, date);
  }
  const within = time - day * DAY;
  return `${date}${SECONDS[Math.floor(within / SECOND)]}${THOUSANDTHS[within % SECOND]}`;
}

/** As a message trace writes times: seven decimals. */
export function writtenTime(time: number): string {
  return `${writtenMilliseconds(time)}0000Z`;
}
