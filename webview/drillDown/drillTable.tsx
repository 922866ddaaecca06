import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fill } from '../../src/core/report/wording';
import type { DrillPlace } from '../../src/protocol/drillPlace';
import { Link } from '../components/link';
import { ScrollRegion } from '../components/scrollRegion';
import { SearchField } from '../components/searchField';
import { usePage } from '../pageContext';
import type { DrillColumn } from './drillCells';
import type { DrillRow, DrillRows } from './drillRows';
import { drillSortedBy, MOST_MESSAGES, matchingDrillRows, sortDrillRows } from './sortDrillRows';
import { useRowCopy } from './useRowCopy';

/** From so many rows on they can be searched. */
const MANY = 10;

interface DrillTableProps extends DrillRows {
  /** The row that the reader came back from: it gets the focus. */
  readonly returnTo: string | null;
  readonly onOpen: (place: DrillPlace) => void;
}

/** Connectors, hosts or senders: sorted by the titles, searched where they are many, each leading further down. */
export function DrillTable({ kind, columns, rows, returnTo, onOpen }: DrillTableProps) {
  const { strings, locale, count } = usePage();
  const [sort, setSort] = useState(MOST_MESSAGES);
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const shown = useMemo(
    () => matchingDrillRows(sortDrillRows(rows, sort, locale), search),
    [rows, sort, search, locale],
  );
  const caption = strings[`drill.${kind}`];
  const titles = columns.map((column) => strings[`drill.column.${column}`]);
  const copy = useRowCopy({
    element: table,
    buttonId: 'drill-copy',
    label: caption,
    titles,
    cells: shown.map(({ cells }) => columns.map((column) => cells[column]?.text ?? '')),
  });
  const links = () => [...(table.current?.querySelectorAll<HTMLElement>('tbody .link') ?? [])];
  useEffect(() => {
    const index = returnTo === null ? -1 : shown.findIndex(({ name }) => name === returnTo);
    // Rows may come late: whoever went elsewhere meanwhile stays there.
    const isWaiting = [null, document.body, document.getElementById('drill-place')].includes(
      document.activeElement as HTMLElement | null,
    );
    if (index >= 0 && isWaiting) {
      setActive(index);
      links()[index]?.focus();
    }
  }, []);
  /** Arrows lead from row to row: only one of them is a stop for Tab. */
  const onKeyDown = (event: KeyboardEvent) => {
    const all = links();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (at >= 0 && next !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      const index = Math.max(0, Math.min(all.length - 1, next));
      setActive(index);
      all[index]?.focus();
    }
  };
  return (
    <>
      <div class="drill-tools">
        <h4>{caption}</h4>
        <span class="muted" role="status">
          {search.trim() !== '' && fill(strings['details.rowsFound'], count(shown.length), count(rows.length))}
        </span>
        {rows.length > MANY && (
          <SearchField
            id="drill-search"
            label={strings['drill.search']}
            hint={strings['drill.searchHint']}
            value={search}
            onChange={setSearch}
            field={field}
          />
        )}
        {copy.button}
      </div>
      {shown.length === 0 && <p class="nothing">{fill(strings['details.noMatch'], search.trim())}</p>}
      {shown.length > 0 && (
        <ScrollRegion class="plain-scroller" label={caption}>
          <table
            class="plain-table drill-table"
            data-table={kind}
            ref={table}
            onKeyDown={onKeyDown}
            onContextMenu={copy.onContextMenu}
          >
            <caption class="visually-hidden">{caption}</caption>
            <thead>
              <tr>
                {columns.map((column, index) => (
                  <th
                    key={column}
                    scope="col"
                    class={cellClass(column)}
                    data-column={column}
                    aria-sort={sort.column !== column ? 'none' : sort.descending ? 'descending' : 'ascending'}
                  >
                    <button type="button" class="sort" onClick={() => setSort(drillSortedBy(sort, column))}>
                      <span class="sort-text">{titles[index]}</span>
                      {sort.column === column && <span aria-hidden="true">{sort.descending ? '↓' : '↑'}</span>}
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((row, index) => (
                <Row
                  key={`${row.name}\n${index}`}
                  row={row}
                  index={index}
                  columns={columns}
                  isStop={index === Math.min(active, shown.length - 1)}
                  onOpen={onOpen}
                />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {copy.menu}
    </>
  );
}

interface RowProps {
  readonly row: DrillRow;
  readonly index: number;
  readonly columns: readonly DrillColumn[];
  readonly isStop: boolean;
  readonly onOpen: (place: DrillPlace) => void;
}

function Row({ row, index, columns, isStop, onOpen }: RowProps) {
  const { target, cells, name } = row;
  const [first, ...others] = columns;
  const text = (first && cells[first]?.text) ?? '';
  return (
    <tr data-row={index} data-name={name}>
      <th scope="row" data-column={first}>
        {target === null ? (
          <bdi>{text}</bdi>
        ) : (
          <Link isStop={isStop} onClick={() => onOpen(target)}>
            <bdi>{text}</bdi>
          </Link>
        )}
      </th>
      {others.map((column) => (
        <td key={column} class={cellClass(column)} data-column={column}>
          <bdi>{cells[column]?.text}</bdi>
        </td>
      ))}
    </tr>
  );
}

function cellClass(column: DrillColumn): string | undefined {
  switch (column) {
    case 'messages':
    case 'share':
      return 'number';
    case 'firstSeen':
    case 'lastSeen':
      return 'days';
    default:
      return undefined;
  }
}
