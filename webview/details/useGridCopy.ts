import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { DetailsColumn } from '../../src/core/report/detailsColumns';
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
  useEffect(() => {
    // On a desktop VS Code takes the keys and asks the page, which is allowed to answer only where this is prevented.
    const allow = (event: Event) => isCopying(grid.current) && event.preventDefault();
    const copy = (event: ClipboardEvent) => {
      if (isCopying(grid.current)) {
        event.preventDefault();
        event.clipboardData?.setData('text/plain', copied(range, { as: 'text', withHeaders: false }));
      }
    };
    document.addEventListener('beforecopy', allow);
    document.addEventListener('copy', copy);
    return () => {
      document.removeEventListener('beforecopy', allow);
      document.removeEventListener('copy', copy);
    };
  });
  return copied;
}

/** True where the reader is in the grid and has selected no text of the page. */
function isCopying(grid: HTMLElement | null): boolean {
  return (grid?.contains(document.activeElement) ?? false) && (getSelection()?.isCollapsed ?? true);
}
