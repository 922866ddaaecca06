import type { DetailsColumn, SortStep } from '../../src/core/report/detailsColumns';
import { fill } from '../../src/core/report/wording';
import type { PageStrings } from '../../src/protocol/strings';
import type { MenuEntry } from '../components/menu';
import type { CopyFormat } from './copyCells';
import type { CellRange } from './gridCursor';
import { sortedIn } from './sortRows';

/** What the menu of cells can do. */
export interface CellActions {
  /** The selected cells. */
  readonly range: CellRange;
  /** The last column. */
  readonly lastColumn: number;
  copy(range: CellRange, format: CopyFormat): void;
  selectRow(): void;
  /** Null where the row is no connector's, or nothing else is shown. */
  readonly showConnector: (() => void) | null;
  /** Null where the cell leads to none. */
  readonly showHosts: (() => void) | null;
}

/** Copying of the selected cells and of their whole rows. */
export function cellMenu(strings: PageStrings, actions: CellActions): readonly MenuEntry[] {
  const { range, lastColumn, showConnector, showHosts } = actions;
  const whole = { ...range, left: 0, right: lastColumn };
  const isOneRow = range.top === range.bottom;
  const isWhole = range.left === 0 && range.right === lastColumn;
  const copying = (id: string, text: string, of: CellRange, format: CopyFormat, keys?: string): MenuEntry => ({
    id,
    text,
    ...(keys === undefined ? {} : { keys }),
    run: () => actions.copy(of, format),
  });
  const rows = strings[isOneRow ? 'copy.row' : 'copy.rows'];
  const rowsWithHeaders = strings[isOneRow ? 'copy.rowWithHeaders' : 'copy.rowsWithHeaders'];
  const control = /^mac/i.test(globalThis.navigator?.platform ?? '') ? 'Meta' : 'Control';
  return [
    copying('copy', strings['copy.cells'], range, { as: 'text', withHeaders: false }, `${control}+C`),
    copying('copy-headers', strings['copy.withHeaders'], range, { as: 'text', withHeaders: true }),
    copying('copy-markdown', strings['copy.markdown'], range, { as: 'markdown', withHeaders: true }),
    copying('copy-markdown-rows', strings['copy.markdownRows'], range, { as: 'markdown', withHeaders: false }),
    ...(isWhole
      ? []
      : [
          null,
          copying('copy-row', rows, whole, { as: 'text', withHeaders: false }),
          copying('copy-row-headers', rowsWithHeaders, whole, { as: 'text', withHeaders: true }),
          { id: 'select-row', text: strings['details.selectRow'], keys: 'Shift+Space', run: actions.selectRow },
        ]),
    ...(showConnector === null && showHosts === null ? [] : [null]),
    ...(showHosts === null
      ? []
      : [{ id: 'show-hosts', text: strings['details.showHosts'], keys: 'Enter', run: showHosts }]),
    ...(showConnector === null
      ? []
      : [{ id: 'show-connector', text: strings['details.showConnector'], run: showConnector }]),
  ];
}

/** What the menu of a column can do. */
export interface ColumnActions {
  readonly column: DetailsColumn;
  readonly title: string;
  readonly sort: readonly SortStep[];
  readonly isPinned: boolean;
  /** False for the last one that is left. */
  readonly canHide: boolean;
  setSort(sort: readonly SortStep[]): void;
  setPinned(isPinned: boolean): void;
  hide(): void;
  /** In CSS pixels; null for the usual width. */
  resize(by: number | null): void;
}

/** How far a key makes a column wider or narrower, in CSS pixels. */
export const WIDTH_STEP = 16;

/** Sorting, pinning, hiding and widths. */
export function columnMenu(strings: PageStrings, actions: ColumnActions): readonly MenuEntry[] {
  const { column, sort, isPinned, canHide } = actions;
  const sortIn = (descending: boolean) => () => actions.setSort(sortedIn(sort, { column, descending }));
  return [
    { id: 'sort-ascending', text: strings['columns.sortAscending'], run: sortIn(false) },
    { id: 'sort-descending', text: strings['columns.sortDescending'], run: sortIn(true) },
    { id: 'sort-reset', text: strings['columns.sortReset'], run: () => actions.setSort([]) },
    null,
    {
      id: 'pin',
      text: strings[isPinned ? 'columns.unpin' : 'columns.pin'],
      run: () => actions.setPinned(!isPinned),
    },
    ...(canHide ? [{ id: 'hide', text: fill(strings['columns.hide'], actions.title), run: actions.hide }] : []),
    null,
    { id: 'wider', text: strings['columns.wider'], keys: 'Shift+ArrowRight', run: () => actions.resize(WIDTH_STEP) },
    {
      id: 'narrower',
      text: strings['columns.narrower'],
      keys: 'Shift+ArrowLeft',
      run: () => actions.resize(-WIDTH_STEP),
    },
    { id: 'usual-width', text: strings['columns.usualWidth'], run: () => actions.resize(null) },
  ];
}
