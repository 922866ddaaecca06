/** Days as axes name them, with their years where there are several. */
export function dayNames(days: readonly string[], locale: string): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, {
    ...(hasSeveralYears(days) ? { year: 'numeric' } : {}),
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return days.map((day) => format.format(new Date(`${day}T00:00:00Z`)));
}

export function hasSeveralYears(days: readonly string[]): boolean {
  return days[0]?.slice(0, 4) !== days.at(-1)?.slice(0, 4);
}
