import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ConnectorReport, DetailsRow } from '../../src/core/report/connectorReport';
import { usePage } from '../pageContext';
import { DetailsCell, useColumnTitle } from './detailsCells';
import { type ColumnId, isTlsColumn, type SortOrder, sortedBy } from './detailsColumns';
import type { RowTexts } from './detailsTexts';
import { rowWindow } from './rowWindow';
import { useSize } from './useSize';

/** Rows have a fixed height, since only that allows to know where an undrawn row would be. */
const ROW_HEIGHT = 28;

interface DetailsTableProps {
  /** What the columns are made for, whichever of its rows are shown: they stay as they are while the reader searches. */
  readonly report: ConnectorReport;
  readonly columns: readonly ColumnId[];
  /** The rows to show, in their order. */
  readonly rows: readonly DetailsRow[];
  readonly texts: RowTexts;
  /** Names what is selected; another selection is shown from its first row. */
  readonly selected: string;
  readonly sort: SortOrder;
  readonly onSort: (sort: SortOrder) => void;
}

/** A row per connector and day. Only the rows in view are in the document, however many there are. */
export function DetailsTable({ report, columns, rows, texts, selected, sort, onSort }: DetailsTableProps) {
  const { strings, count } = usePage();
  const scroller = useRef<HTMLDivElement>(null);
  const [scrollTop, setScrollTop] = useState(0);
  const { height } = useSize(scroller);
  // Not on every new report: while reading goes on, one comes every moment.
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [selected, sort.column, sort.descending]);
  // "≈ 99.9% (12,345)": columns are as wide as the longest number asks for, whether its row is drawn or not.
  const largest = useMemo(() => report.rows.reduce((most, row) => Math.max(most, row.volume), 0), [report]);
  const cellLength = count(largest).length + (report.approximate ? 9 : 7);
  const view = rowWindow(rows.length, ROW_HEIGHT, scrollTop, height);
  return (
    // biome-ignore-start lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section
      class="details-scroller"
      id="details-scroller"
      ref={scroller}
      tabIndex={0}
      aria-label={strings['details.scroll']}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      <table
        class="details"
        id="details"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        style={{ '--tls-columns': String(columns.filter(isTlsColumn).length), '--tls-characters': String(cellLength) }}
      >
        <caption class="visually-hidden">{strings['details.caption']}</caption>
        <colgroup>
          {columns.map((column) => (
            <col key={column} class={`col-${column.replace('.', '')}`} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <HeaderCell key={column} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={view.before} columns={columns.length} />
          {rows.slice(view.first, view.end).map((row, index) => (
            <tr
              key={view.first + index}
              aria-rowindex={view.first + index + 2}
              data-row={view.first + index}
              class={(view.first + index) % 2 === 1 ? 'odd' : undefined}
              style={{ height: `${ROW_HEIGHT}px` }}
            >
              {columns.map((column) => (
                <DetailsCell key={column} row={row} column={column} texts={texts} />
              ))}
            </tr>
          ))}
          <Gap height={view.after} columns={columns.length} />
        </tbody>
      </table>
    </section>
    // biome-ignore-end lint/a11y/noNoninteractiveTabindex: end
  );
}

interface HeaderCellProps {
  readonly column: ColumnId;
  readonly sort: SortOrder;
  readonly onSort: (sort: SortOrder) => void;
}

function HeaderCell({ column, sort, onSort }: HeaderCellProps) {
  const title = useColumnTitle();
  const sorted = sort.column === column;
  const direction = sort.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" data-column={column} aria-sort={sorted ? direction : 'none'}>
      <button type="button" class="sort" title={title(column)} onClick={() => onSort(sortedBy(sort, column))}>
        <span class="sort-text">{title(column)}</span>
        <span class="sort-arrow" aria-hidden="true">
          {sorted ? (sort.descending ? '↓' : '↑') : ''}
        </span>
      </button>
    </th>
  );
}

/** Stands for rows that are not drawn. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  return height === 0 ? null : (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row takes no focus
    <tr class="gap" aria-hidden="true" style={{ height: `${height}px` }}>
      <td colSpan={columns} />
    </tr>
  );
}
