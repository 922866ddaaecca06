// biome-ignore-all lint/a11y/useSemanticElements: a grid that draws its rows on demand is no HTML table
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the rule does not see roles that are chosen at run time
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Period } from '../../src/core/model/day';
import { keyOf } from '../../src/core/report/connectorReport';
import type { DetailsColumn, SortStep } from '../../src/core/report/detailsColumns';
import type { ColumnArrangement } from '../../src/protocol/choices';
import type { DrillPlace } from '../../src/protocol/drillPlace';
import { useHiddenSides } from '../components/useHiddenSides';
import { useSize } from '../components/useSize';
import { usePage } from '../pageContext';
import { useIdle } from '../useLater';
import { isGroup, type RowTexts, type ShownRow, type TotalRow } from './cellTexts';
import { withWidth } from './columnChoices';
import { layOutColumns, type PlacedColumn } from './columnLayout';
import { GridHeader } from './gridHeader';
import { GridRow, type RowColumn, widthName } from './gridRow';
import { MARGIN, rowWindow } from './rowWindow';
import { sortedBy } from './sortRows';
import { useGridActions } from './useGridActions';
import { useGridCursor } from './useGridCursor';
import { useRolling } from './useRolling';

/** Rows have a fixed height, since only that allows to know where an undrawn row would be. */
export const ROW_HEIGHT = 28;

export interface DetailsGridProps {
  readonly columns: readonly DetailsColumn[];
  readonly choices: ColumnArrangement;
  /** A column's width in a view of so many CSS pixels, where the reader gave it none. */
  readonly usual: (column: DetailsColumn, view: number) => number;
  /** The rows to show, in their order. */
  readonly rows: readonly ShownRow[];
  readonly total: TotalRow;
  readonly texts: RowTexts;
  /** Null where rows are not grouped; else the keys of the connectors that show their days. */
  readonly unfolded: ReadonlySet<string> | null;
  /** Names what is selected; another selection is shown from its first row. */
  readonly selected: string;
  readonly sort: readonly SortStep[];
  readonly onSort: (sort: readonly SortStep[]) => void;
  readonly onColumns: (choices: ColumnArrangement) => void;
  readonly onUnfold: (key: string) => void;
  /** Shows the data of one connector only; null where that is done already. */
  readonly onConnector: ((key: string) => void) | null;
  /** The days that the total is of. */
  readonly period: Period;
  /** Shows who stood at the other side of messages. */
  readonly onDrill: (place: DrillPlace) => void;
}

/** A row per connector and day, and their total. Only the rows in view are in the document, however many there are. */
export function DetailsGrid(props: DetailsGridProps) {
  const { columns, choices, rows, total, texts, unfolded, sort, onSort, onColumns } = props;
  const { strings } = usePage();
  const grid = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(grid);
  useHiddenSides(grid);
  useRolling(grid);
  const placed = layOutColumns(columns, choices, (column) => props.usual(column, width), width);
  const view = useRowWindow(rows.length, height);
  const page = Math.max(1, Math.floor(height / ROW_HEIGHT) - 3);
  const ids = placed.map(({ column }) => column);
  const cursor = useGridCursor(grid, { rows: rows.length, columns: ids.length, page }, ids);
  const actions = useGridActions({ ...props, grid, cursor, placed });
  const rowColumns = useRowColumns(placed);
  // Not on every new report: while reading goes on, one comes every moment.
  useLayoutEffect(() => {
    view.toTop(grid.current);
    cursor.follow({ row: Math.min(cursor.at.row, 0), column: cursor.at.column });
  }, [props.selected, sort, unfolded === null]);
  const { range } = cursor;
  const line = (row: ShownRow | TotalRow, index: number, top: number | null) => {
    const isSelected = range !== null && index >= range.top && index <= range.bottom;
    const key = unfolded !== null && 'connector' in row && isGroup(row) ? keyOf(row.connector) : null;
    return (
      <GridRow
        key={index}
        row={row}
        index={index}
        top={top}
        columns={rowColumns}
        texts={texts}
        focusable={cursor.at.row === index ? cursor.at.column : -1}
        selectedFrom={isSelected ? range.left : -1}
        selectedTo={isSelected ? range.right : -1}
        level={unfolded === null ? 0 : key === null && index < rows.length ? 2 : 1}
        isUnfolded={key === null ? null : (unfolded?.has(key) ?? false)}
      />
    );
  };
  // The row with the focus is always there: a focus cannot rest on what is not.
  const drawn = height === 0 ? [] : rowsToDraw(view.first, view.end, cursor.at.row, rows.length);
  return (
    <>
      <div class="scroll-frame">
        <div
          class="details-grid scroller"
          id="details"
          role={unfolded === null ? 'grid' : 'treegrid'}
          aria-label={strings['details.caption']}
          aria-rowcount={rows.length + 2}
          aria-multiselectable="true"
          data-narrowed={Object.keys(choices.widths).length > 0 || undefined}
          ref={grid}
          style={cssOf(placed)}
          onScroll={(event) => view.scrolled(event.currentTarget.scrollTop)}
          {...actions.handlers}
        >
          <GridHeader
            columns={placed}
            title={texts.title}
            sort={sort}
            focusable={cursor.at.row < 0 ? cursor.at.column : -1}
            onSort={(column) => onSort(sortedBy(sort, column))}
            onWidth={(column, next) => onColumns(withWidth(choices, column, next))}
          />
          <div role="rowgroup" class="grid-body" style={{ height: `${rows.length * ROW_HEIGHT}px` }}>
            {drawn.map((index) => line(rows[index] as ShownRow, index, index * ROW_HEIGHT))}
          </div>
          <div role="rowgroup" class="grid-foot">
            {line(total, rows.length, null)}
          </div>
        </div>
      </div>
      {actions.menu}
    </>
  );
}

/**
 * Which rows are drawn at a height of the view; changes with every few rows that are scrolled. At first only those that are seen:
 * the others would have them wait.
 */
function useRowWindow(rowCount: number, height: number) {
  const [scrollTop, setScrollTop] = useState(0);
  const margin = useIdle() ? MARGIN : 0;
  const { first, end } = rowWindow(rowCount, ROW_HEIGHT, scrollTop, height, margin);
  const isScrolled = useRef(false);
  const scrolled = (top: number) => {
    isScrolled.current = top > 0;
    const next = rowWindow(rowCount, ROW_HEIGHT, top, height, margin);
    if (next.first !== first || next.end !== end) {
      setScrollTop(top);
    }
  };
  const toTop = (grid: HTMLElement | null) => {
    // Where it is there, to say so would only have the page laid out once more.
    if (isScrolled.current) {
      grid?.scrollTo({ top: 0 });
    }
  };
  return { first, end, scrolled, toTop };
}

/** The same list as long as no column comes, goes or is pinned: a change of width draws no row anew. */
function useRowColumns(placed: readonly PlacedColumn[]): readonly RowColumn[] {
  const structure = placed.map(({ column, isPinned }) => `${column} ${isPinned}`).join();
  return useMemo(() => placed.map(({ column, isPinned }) => ({ column, isPinned })), [structure]);
}

function rowsToDraw(first: number, end: number, withFocus: number, count: number): readonly number[] {
  const drawn = Array.from({ length: end - first }, (_, index) => first + index);
  if (withFocus < 0 || withFocus >= count || (withFocus >= first && withFocus < end)) {
    return drawn;
  }
  return withFocus < first ? [withFocus, ...drawn] : [...drawn, withFocus];
}

/** The widths as the style sheet takes them. */
function cssOf(placed: readonly PlacedColumn[]): Record<string, string> {
  const pinned = placed.filter(({ isPinned }) => isPinned);
  return {
    ...Object.fromEntries(placed.map(({ column, width }) => [`--${widthName(column)}`, `${width}px`])),
    '--pinned': `${pinned.reduce((sum, { width }) => sum + width, 0)}px`,
  };
}
