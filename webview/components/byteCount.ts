const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A number of bytes in the unit that suits it: `12.3 MB`. */
export function formatBytes(bytes: number, locale: string): string {
  let unit = 0;
  let value = bytes;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit === 0 ? 0 : 1;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[unit] ?? 'byte',
    unitDisplay: unit === 0 ? 'long' : 'short',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** How far, 0 to 100 whole percent; a total of 0 is done. */
export function percentRead(bytesRead: number, bytesTotal: number): number {
  return bytesTotal <= 0 ? 100 : Math.min(100, Math.max(0, Math.floor((100 * bytesRead) / bytesTotal)));
}
