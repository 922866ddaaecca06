/** `2026-03-02`, the UTC day of a time in milliseconds since 1970. */
export function utcDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** `2026-03-02 08:00:00`, UTC: as spreadsheets read it as a time. */
export function utcTime(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}
