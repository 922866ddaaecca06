/** The rows of a long table that are really drawn, and the space that stands for the others. */
export interface RowWindow {
  /** Position of the first drawn row. */
  readonly first: number;
  /** Position after the last drawn row. */
  readonly end: number;
  /** Pixels in place of the rows before and after. */
  readonly before: number;
  readonly after: number;
}

/** Rows drawn beyond what is seen, so that quick scrolling shows no gap. */
const MARGIN = 12;

/** Which of `rowCount` rows of `rowHeight` pixels are seen, `scrollTop` pixels down in a view of `viewHeight` pixels. */
export function rowWindow(rowCount: number, rowHeight: number, scrollTop: number, viewHeight: number): RowWindow {
  const seen = Math.ceil(viewHeight / rowHeight) + 1;
  const top = Math.min(Math.max(0, Math.floor(scrollTop / rowHeight)), Math.max(0, rowCount - seen));
  const first = Math.max(0, top - MARGIN);
  const end = Math.min(rowCount, top + seen + MARGIN);
  return { first, end, before: first * rowHeight, after: (rowCount - end) * rowHeight };
}
