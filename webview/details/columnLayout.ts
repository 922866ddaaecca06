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

/** Pinned columns may take so much of the view: what scrolls must stay to be seen. */
const MOST_PINNED = 0.6;

/**
 * The columns that are shown, pinned ones first. `usual` is a column's width where the reader gave it none; the connector's
 * takes what is left of the view. Where there is too little room, the last of the pinned ones scroll with the rest.
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
    const width = given(column) + (takesRest ? Math.max(0, Math.floor(left)) : 0);
    fits &&= pinned.includes(column) && start + width <= view * MOST_PINNED;
    start += width;
    return { column, width, isPinned: fits };
  });
}
