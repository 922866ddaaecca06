import type { RefObject } from 'preact';
import type { DetailsColumn } from '../../src/core/report/detailsColumns';
import { useCopyKeys } from '../useCopyKeys';
import type { RowTexts, ShownRow, TotalRow } from './cellTexts';
import { type CopyFormat, copiedText } from './copyCells';
import { type CellRange, HEADER_ROW } from './gridCursor';

interface GridContent {
  readonly grid: RefObject<HTMLElement | null>;
  readonly rows: readonly ShownRow[];
  readonly total: TotalRow;
  readonly texts: RowTexts;
}

/** What cells say, for the clipboard; and it answers the keys for copying with the cells of `range`. */
export function useGridCopy(content: GridContent, columns: readonly DetailsColumn[], range: CellRange) {
  const { grid, rows, total, texts } = content;
  const copied = ({ top, bottom, left, right }: CellRange, format: CopyFormat): string => {
    const taken = columns.slice(left, right + 1);
    const titles = taken.map(texts.title);
    const lines = [...rows.slice(Math.max(0, top), bottom + 1), ...(bottom === rows.length ? [total] : [])];
    const cells = bottom === HEADER_ROW ? [titles] : lines.map((row) => taken.map((column) => texts.cell(row, column)));
    return copiedText(cells, titles, format);
  };
  useCopyKeys(() => (isCopying(grid.current) ? copied(range, { as: 'text', withHeaders: false }) : null));
  return copied;
}

/** True where the reader is in the grid and has selected no text of the page. */
function isCopying(grid: HTMLElement | null): boolean {
  return (grid?.contains(document.activeElement) ?? false) && (getSelection()?.isCollapsed ?? true);
}
