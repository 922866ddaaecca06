// biome-ignore-all lint/a11y/useSemanticElements: a grid that draws its rows on demand is no HTML table
// biome-ignore-all lint/a11y/useFocusableInteractive: one cell at a time takes the focus
import { useRef } from 'preact/hooks';
import type { DetailsColumn, SortStep } from '../../src/core/report/detailsColumns';
import { fill } from '../../src/core/report/wording';
import { usableWidth } from '../../src/protocol/choices';
import { usePage } from '../pageContext';
import type { PlacedColumn } from './columnLayout';
import { HEADER_ROW } from './gridCursor';
import { cellClass, withPinned } from './gridRow';
import { leadingStep } from './sortRows';

interface GridHeaderProps {
  readonly columns: readonly PlacedColumn[];
  readonly title: (column: DetailsColumn) => string;
  readonly sort: readonly SortStep[];
  /** The column of the header that takes part in the order of Tab; -1 where that is elsewhere. */
  readonly focusable: number;
  readonly onSort: (column: DetailsColumn) => void;
  /** A width in CSS pixels; null for the usual one. */
  readonly onWidth: (column: DetailsColumn, width: number | null) => void;
}

/** The titles: each a button that sorts, with an edge that can be dragged. */
export function GridHeader({ columns, title, sort, focusable, onSort, onWidth }: GridHeaderProps) {
  const leading = leadingStep(sort);
  return (
    <div role="rowgroup" class="grid-head">
      <div role="row" class="grid-row" aria-rowindex={1} data-row={HEADER_ROW}>
        {withPinned(
          columns,
          columns.map(({ column, width }, position) => (
            <div
              key={column}
              role="columnheader"
              class={cellClass(column)}
              data-column={column}
              aria-sort={leading.column !== column ? 'none' : leading.descending ? 'descending' : 'ascending'}
            >
              <button
                type="button"
                class="sort"
                tabIndex={position === focusable ? 0 : -1}
                title={title(column)}
                aria-keyshortcuts="Shift+ArrowRight Shift+ArrowLeft"
                onClick={() => onSort(column)}
              >
                <span class="sort-text">{title(column)}</span>
                <SortMark sort={sort.length === 0 ? [leading] : sort} column={column} />
              </button>
              <ColumnEdge width={width} onWidth={(next) => onWidth(column, next)} />
            </div>
          )),
        )}
      </div>
    </div>
  );
}

/** Which way a column is sorted; of several, which step it is. */
function SortMark({ sort, column }: { readonly sort: readonly SortStep[]; readonly column: DetailsColumn }) {
  const { strings } = usePage();
  const step = sort.findIndex((one) => one.column === column);
  if (step < 0) {
    return null;
  }
  const arrow = sort[step]?.descending ? '↓' : '↑';
  return (
    <>
      <span class={step === 0 ? 'sort-arrow' : 'sort-arrow sort-later'} aria-hidden="true">
        {arrow}
        {sort.length > 1 && <sub>{step + 1}</sub>}
      </span>
      {step > 0 && <span class="visually-hidden">, {fill(strings['details.sortStep'], String(step + 1))}</span>}
    </>
  );
}

interface ColumnEdgeProps {
  readonly width: number;
  readonly onWidth: (width: number | null) => void;
}

/** Drags a column wider or narrower; a double click gives it its usual width. By keys: Shift with the arrows on the title. */
function ColumnEdge({ width, onWidth }: ColumnEdgeProps) {
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys do the same on the title
    <span
      class="column-edge"
      onPointerDown={(event: PointerEvent) => {
        if (event.button === 0) {
          event.preventDefault();
          (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
          start.current = { x: event.clientX, width };
        }
      }}
      onPointerMove={(event: PointerEvent) => {
        if (start.current !== null) {
          onWidth(usableWidth(start.current.width + event.clientX - start.current.x));
        }
      }}
      onPointerUp={() => {
        start.current = null;
      }}
      onPointerCancel={() => {
        start.current = null;
      }}
      onDblClick={() => onWidth(null)}
    />
  );
}
