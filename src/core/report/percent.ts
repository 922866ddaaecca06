/**
 * A share as the percentage to print, rounded to `digits`, with the rule that 0 and 100 are only said when exact:
 * otherwise rounding stops one step short (99.9 and 0.1; with two digits 99.99 and 0.01).
 */
export function roundPercent(part: number, whole: number, digits: number): number {
  if (whole === 0 || part === 0) {
    return 0;
  }
  if (part === whole) {
    return 100;
  }
  const step = 10 ** -digits;
  const rounded = Number(((100 * part) / whole).toFixed(digits));
  return Math.min(Math.max(rounded, step), Number((100 - step).toFixed(digits)));
}

/**
 * The percentage in the reader's number format: `97.7%`, `97.0%`, and `100%` or `0%` without decimals where exact.
 * `locale` is a BCP 47 tag; an unknown one falls back to English.
 */
export function formatPercent(part: number, whole: number, digits: number, locale: string): string {
  const percent = roundPercent(part, whole, digits);
  const decimals = percent === 0 || percent === 100 ? 0 : digits;
  return numberFormat(locale, `${decimals} %`, () => ({
    style: 'percent',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })).format(percent / 100);
}

/** A share (0 to 1) as a percentage that is no result: of progress, of a setting. No more than so many decimals. */
export function formatShare(share: number, locale: string, decimals = 0): string {
  const options = () => ({ style: 'percent', maximumFractionDigits: decimals }) as const;
  return numberFormat(locale, `share ${decimals}`, options).format(share);
}

/** A count with its thousands grouped in the reader's number format. */
export function formatCount(count: number, locale: string): string {
  return numberFormat(locale, 'count', () => ({ useGrouping: true, maximumFractionDigits: 0 })).format(count);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Each is made once, since that takes a tenth of a millisecond. `name` stands for `options`. */
function numberFormat(locale: string, name: string, options: () => Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${name}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(supported(locale), options());
    formats.set(key, format);
  }
  return format;
}

function supported(locale: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
