/** The rows of a long table that are really drawn. */
export interface RowWindow {
  /** Position of the first drawn row. */
  readonly first: number;
  /** Position after the last drawn row. */
  readonly end: number;
}

/** Rows drawn beyond what is seen, so that quick scrolling shows no gap. */
export const MARGIN = 12;
/** The window moves by so many rows at once: most steps of scrolling draw nothing. */
const STEP = 4;

/**
 * Which of `rowCount` rows of `rowHeight` pixels are seen, `scrollTop` pixels down in a view of `viewHeight` pixels; and `margin` more
 * at each end.
 */
export function rowWindow(
  rowCount: number,
  rowHeight: number,
  scrollTop: number,
  viewHeight: number,
  margin: number,
): RowWindow {
  const seen = Math.ceil(viewHeight / rowHeight) + 1;
  const top = Math.min(Math.max(0, Math.floor(scrollTop / rowHeight)), Math.max(0, rowCount - seen));
  const first = Math.max(0, Math.floor((top - margin) / STEP) * STEP);
  const end = Math.min(rowCount, Math.ceil((top + seen + margin) / STEP) * STEP);
  return { first, end };
}
