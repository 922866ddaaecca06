import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DetailsColumn } from '../../src/core/report/detailsColumns';
import {
  afterGridKey,
  type CellRange,
  type Cursor,
  type GridSize,
  inside,
  type Place,
  START,
  selectedCells,
} from './gridCursor';

/** Where the reader is in the grid, and what they selected. */
export interface GridCursor {
  readonly at: Place;
  /** Null where only the cell is selected in which the reader is. */
  readonly range: CellRange | null;
  /** Handles a key that moves or selects; true where it did. */
  key(event: KeyboardEvent): boolean;
  /** Goes to a place, or selects from where the reader is up to there. */
  go(place: Place, isExtending?: boolean): void;
  /** Selects everything between two places. */
  select(from: Place, to: Place): void;
  /** Notes that the focus came to a place by itself; what was selected is not any more. */
  follow(place: Place): void;
  /** Puts the focus where the reader is. */
  focus(): void;
}

/** Keeps the cursor, and the focus with it. `grid` is the element around all rows. */
export function useGridCursor(
  grid: RefObject<HTMLElement | null>,
  size: GridSize,
  columns: readonly DetailsColumn[],
): GridCursor {
  const [cursor, setCursor] = useState<Cursor>(START);
  const wantsFocus = useRef(false);
  const at = inside(cursor.at, size);
  const anchor = cursor.anchor === null ? null : inside(cursor.anchor, size);
  const focus = () => {
    const column = CSS.escape(columns[at.column] ?? '');
    const cell = grid.current?.querySelector<HTMLElement>(`[data-row="${at.row}"] [data-column="${column}"]`);
    (cell?.querySelector<HTMLElement>('button') ?? cell)?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  // After every drawing: the cell may not have been there before.
  useLayoutEffect(() => {
    if (wantsFocus.current) {
      wantsFocus.current = false;
      focus();
    }
  });
  const move = (next: Cursor) => {
    wantsFocus.current = true;
    setCursor(next);
  };
  return {
    at,
    range: anchor === null ? null : selectedCells({ at, anchor }),
    key: (event) => {
      const pressed = { key: event.key, isShift: event.shiftKey, isCtrl: event.ctrlKey || event.metaKey };
      const next = event.altKey ? undefined : afterGridKey({ at, anchor }, pressed, size);
      if (next === undefined) {
        return false;
      }
      move(next);
      return true;
    },
    go: (place, isExtending = false) => move({ at: place, anchor: isExtending ? (anchor ?? at) : null }),
    select: (from, to) => move({ at: to, anchor: from }),
    follow: (place) => {
      if (place.row !== at.row || place.column !== at.column) {
        setCursor({ at: place, anchor: null });
      }
    },
    focus,
  };
}

/** The cell that an element is in; undefined where it is in none. */
export function placeOf(target: EventTarget | null, columns: readonly DetailsColumn[]): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('.grid-cell') : null;
  const row = cell?.closest<HTMLElement>('[data-row]')?.dataset.row;
  const column = columns.indexOf(cell?.dataset.column as DetailsColumn);
  return row === undefined || column < 0 ? undefined : { row: Number(row), column };
}
