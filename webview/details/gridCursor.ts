/** A cell of the grid. Row -1 is the header, the row after the last one the total. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where the reader is, and from where a selection extends to there; null where only that cell is selected. */
export interface Cursor {
  readonly at: Place;
  readonly anchor: Place | null;
}

/** A rectangle of cells, all ends inside. */
export interface CellRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** What there is to move through. */
export interface GridSize {
  /** The header and the total not counted. */
  readonly rows: number;
  readonly columns: number;
  /** Rows that are seen at once. */
  readonly page: number;
}

/** A key with its modifiers, Ctrl or Cmd as `isCtrl`. */
export interface GridKey {
  readonly key: string;
  readonly isShift: boolean;
  readonly isCtrl: boolean;
}

export const HEADER_ROW = -1;
export const START: Cursor = { at: { row: 0, column: 0 }, anchor: null };

/** The cells that are selected. */
export function selectedCells({ at, anchor }: Cursor): CellRange {
  const from = anchor ?? at;
  return {
    top: Math.min(from.row, at.row),
    bottom: Math.max(from.row, at.row),
    left: Math.min(from.column, at.column),
    right: Math.max(from.column, at.column),
  };
}

/** The same place, or the nearest one there still is. */
export function inside({ row, column }: Place, size: GridSize): Place {
  return {
    row: Math.max(HEADER_ROW, Math.min(row, size.rows)),
    column: Math.max(0, Math.min(column, size.columns - 1)),
  };
}

/** The cursor after a key; undefined for a key that moves or selects nothing. Arrows move, with Shift they select. */
export function afterGridKey({ at, anchor }: Cursor, pressed: GridKey, size: GridSize): Cursor | undefined {
  const whole = selection(pressed, at, size);
  if (whole !== undefined) {
    return whole;
  }
  const to = target(at, pressed, size);
  if (to === undefined) {
    return undefined;
  }
  if (!pressed.isShift || at.row === HEADER_ROW) {
    return { at: inside(to, size), anchor: null };
  }
  // The header is no part of a selection.
  const row = Math.max(0, to.row);
  return { at: inside({ ...to, row }, size), anchor: anchor ?? at };
}

/** The whole grid, a row, a column. */
function selection({ key, isShift, isCtrl }: GridKey, at: Place, { rows, columns }: GridSize): Cursor | undefined {
  const end = { row: rows - 1, column: columns - 1 };
  if (isCtrl && !isShift && key.toLowerCase() === 'a') {
    return { at: end, anchor: { row: 0, column: 0 } };
  }
  if (key !== ' ' || at.row === HEADER_ROW) {
    return undefined;
  }
  if (isShift) {
    return { at: { row: at.row, column: end.column }, anchor: { row: at.row, column: 0 } };
  }
  return isCtrl ? { at: { row: end.row, column: at.column }, anchor: { row: 0, column: at.column } } : undefined;
}

function target(
  { row, column }: Place,
  { key, isCtrl }: GridKey,
  { rows, columns, page }: GridSize,
): Place | undefined {
  switch (key) {
    case 'ArrowUp':
      return { row: isCtrl ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: isCtrl ? rows - 1 : row + 1, column };
    case 'ArrowLeft':
      return { row, column: isCtrl ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: isCtrl ? columns - 1 : column + 1 };
    case 'PageUp':
      return { row: Math.max(0, row - page), column };
    case 'PageDown':
      return { row: Math.min(rows - 1, row + page), column };
    case 'Home':
      return { row: isCtrl ? 0 : row, column: 0 };
    case 'End':
      return { row: isCtrl ? rows - 1 : row, column: columns - 1 };
    default:
      return undefined;
  }
}
