const GROUPED = /^\d{1,3}(?:[.,'’\s\u00a0\u202f]\d{3})+$/;

/** Reads a whole number whose thousands may be grouped in any locale's way (`5,000`, `5.000`, `5 000`). */
export function parseCount(text: string): number | undefined {
  const trimmed = text.trim();
  if (/^\d+$/.test(trimmed)) {
    return Number(trimmed);
  }
  return GROUPED.test(trimmed) ? Number(trimmed.replace(/\D/g, '')) : undefined;
}

/** Reads a percentage as exports may write it: `59.26`, `59.26%`, `59,26 %`, empty for none. 0 to 100 and beyond. */
export function parsePercent(text: string): number | undefined {
  const trimmed = text.replace(/[\s\u00a0\u202f]*%$/, '').trim();
  if (trimmed === '' || trimmed === '-') {
    return 0;
  }
  return /^\d+(?:[.,]\d+)?$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : undefined;
}
