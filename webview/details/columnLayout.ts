import type { DetailsColumn } from '../../src/core/report/detailsColumns';
import type { ColumnArrangement } from '../../src/protocol/choices';

/** A column in its place. */
export interface PlacedColumn {
  readonly column: DetailsColumn;
  /** In CSS pixels. */
  readonly width: number;
  /** Stays in view. */
  readonly isPinned: boolean;
}

/** What a connector's name gets at least in a view that is not narrow, in CSS pixels. */
export const LEAST_CONNECTOR = 230;

/** Pinned columns may take so much of the view: what scrolls must stay to be seen. */
const MOST_PINNED = 0.6;

/**
 * The columns that are shown, pinned ones first. `usual` is a column's width where the reader gave it none; the connector's
 * takes what is left of the view, and gives up what the others lack to be seen whole, where that is enough. Where there is too
 * little room, the last of the pinned ones scroll with the rest.
 */
export function layOutColumns(
  columns: readonly DetailsColumn[],
  { hidden, pinned, widths }: ColumnArrangement,
  usual: (column: DetailsColumn) => number,
  view: number,
): readonly PlacedColumn[] {
  const visible = columns.filter((column) => !hidden.includes(column));
  const shown = visible.length > 0 ? visible : columns;
  const ordered = [
    ...shown.filter((column) => pinned.includes(column)),
    ...shown.filter((column) => !pinned.includes(column)),
  ];
  const given = (column: DetailsColumn) => widths[column] ?? usual(column);
  const left = view - ordered.reduce((sum, column) => sum + given(column), 0);
  let start = 0;
  let fits = true;
  return ordered.map((column) => {
    const takesRest = column === 'connector' && widths.connector === undefined;
    const width = takesRest ? connectorIn(given(column), left) : given(column);
    fits &&= pinned.includes(column) && start + width <= view * MOST_PINNED;
    start += width;
    return { column, width, isPinned: fits };
  });
}

/** A connector's column that wants a width where so much of the view is left; less than 0 is lacking. */
function connectorIn(wanted: number, left: number): number {
  const whole = wanted + Math.floor(left);
  return left >= 0 || whole >= LEAST_CONNECTOR ? whole : wanted;
}
