import type { RefObject } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { ConnectorReport } from '../../src/core/report/connectorReport';
import { fill } from '../../src/core/report/wording';
import type { Choices } from '../choices';
import { usePage } from '../pageContext';
import { columnsFor, NEWEST_FIRST, type SortOrder, sortRows } from './detailsColumns';
import { matchingRows, searchWords } from './detailsSearch';
import { DetailsTable } from './detailsTable';
import { rowTexts } from './detailsTexts';
import { Link } from './link';
import { SearchField } from './searchField';

interface DetailsSectionProps {
  readonly report: ConnectorReport;
  /** Names what is selected; another selection is shown from its first row. */
  readonly selected: string;
  readonly sort: SortOrder;
  readonly search: string;
  readonly onChange: (change: Partial<Choices>) => void;
  /** Where the widget's counts lead. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** The details table under its heading, with the search through its rows. */
export function DetailsSection({ report, selected, sort, search, onChange, heading }: DetailsSectionProps) {
  const { strings, locale } = usePage();
  const field = useRef<HTMLInputElement>(null);
  const texts = useMemo(() => rowTexts(strings, locale), [strings, locale]);
  const columns = useMemo(() => columnsFor(report.tls), [report]);
  const usable = columns.includes(sort.column) ? sort : NEWEST_FIRST;
  // Sorted first: a key pressed in the search then costs no sorting.
  const sorted = useMemo(() => sortRows(report.rows, usable, texts), [report, usable.column, usable.descending, texts]);
  const rows = useMemo(() => matchingRows(sorted, search, texts), [sorted, search, texts]);
  const setSearch = (next: string) => onChange({ search: next });
  return (
    <>
      <div class="details-heading">
        <h3 tabIndex={-1} ref={heading} id="details-heading">
          {strings['details.heading']}
        </h3>
        <RowCount found={rows.length} all={sorted.length} searching={searchWords(search).length > 0} />
        {sorted.length > 0 && (
          <SearchField
            id="details-search"
            label={strings['details.search']}
            hint={strings['details.searchHint']}
            value={search}
            onChange={setSearch}
            field={field}
          />
        )}
      </div>
      {rows.length > 0 && (
        <DetailsTable
          report={report}
          rows={rows}
          columns={columns}
          texts={texts}
          selected={`${selected} ${search}`}
          sort={usable}
          onSort={(next) => onChange({ sort: next })}
        />
      )}
      {rows.length === 0 && sorted.length > 0 && (
        <div class="panel nothing" id="details-no-match">
          <p>{fill(strings['details.noMatch'], search.trim())}</p>
          <Link
            class="clear-search"
            onClick={() => {
              setSearch('');
              field.current?.focus();
            }}
          >
            {strings['details.clearSearch']}
          </Link>
        </div>
      )}
    </>
  );
}

interface RowCountProps {
  readonly found: number;
  readonly all: number;
  readonly searching: boolean;
}

/** How many rows there are. Only what a search found is announced: while reading goes on, the number changes every moment. */
function RowCount({ found, all, searching }: RowCountProps) {
  const { strings, count } = usePage();
  const number = all === 1 ? 'one' : 'many';
  return (
    <span class="muted" id="details-rows">
      {!searching && fill(strings[`details.rows.${number}`], count(all))}
      <span role="status">{searching && fill(strings[`details.rowsFound.${number}`], count(found), count(all))}</span>
    </span>
  );
}
