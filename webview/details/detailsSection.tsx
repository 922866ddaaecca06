import type { RefObject } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { sumRows } from '../../src/core/report/connectorGroups';
import type { ConnectorReport, DetailsRow } from '../../src/core/report/connectorReport';
import { columnsFor, type DetailsColumn } from '../../src/core/report/detailsColumns';
import { fill } from '../../src/core/report/wording';
import type { ReportChoices } from '../../src/protocol/choices';
import type { DrillPlace } from '../../src/protocol/drillPlace';
import { bodyFont, widestText } from '../charts/textWidth';
import { GroupIcon } from '../components/icons';
import { Link } from '../components/link';
import { SearchField } from '../components/searchField';
import { ToolButton } from '../components/toolButton';
import { usePage } from '../pageContext';
import { rowTexts, type TotalRow } from './cellTexts';
import { ColumnChooser } from './columnChooser';
import { DetailsGrid } from './detailsGrid';
import { matchingRows, searchWords } from './searchRows';
import { groupedRows, toggled } from './shownRows';
import { sortRows } from './sortRows';
import { usualWidth } from './usualWidths';

interface DetailsSectionProps {
  readonly report: ConnectorReport;
  /** Names what is selected; another selection is shown from its first row. */
  readonly selected: string;
  readonly choices: ReportChoices;
  readonly onChange: (change: Partial<ReportChoices>) => void;
  /** Where the widget's counts lead. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onDrill: (place: DrillPlace) => void;
}

/** The details table under its heading, with the search through its rows. */
export function DetailsSection({ report, selected, choices, onChange, heading, onDrill }: DetailsSectionProps) {
  const page = usePage();
  const { strings, locale } = page;
  const { sort, search, grouped } = choices;
  const field = useRef<HTMLInputElement>(null);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const texts = useMemo(() => rowTexts(strings, locale), [strings, locale]);
  const columns = useMemo(() => columnsFor(report.tls), [report]);
  const usable = useMemo(() => sort.filter(({ column }) => columns.includes(column)), [sort, columns]);
  // Sorted first: a key pressed in the search then costs no sorting.
  const sorted = useMemo(() => sortRows(report.rows, usable, texts), [report, usable, texts]);
  const found = useMemo(() => matchingRows(sorted, search, texts), [sorted, search, texts]);
  const searched = found === sorted ? null : found;
  const total = useMemo(() => totalOf(report, searched), [report, searched]);
  const rows = useMemo(
    () => (grouped ? groupedRows(found, usable, unfolded, texts) : found),
    [found, grouped, usable, unfolded, texts],
  );
  const usual = useMemo(() => {
    const widths = new Map<string, number>();
    const widest = (all: readonly string[]) => widestText(all, bodyFont().size, 600);
    const measures = { ...page, report, texts, isGrouped: grouped, widest };
    return (column: DetailsColumn, view: number) => {
      // Only that of names depends on the view.
      const key = column === 'connector' ? `${column} ${view}` : column;
      const width = widths.get(key) ?? usualWidth(column, view, measures);
      widths.set(key, width);
      return width;
    };
  }, [report, texts, grouped]);
  return (
    <>
      <div class="details-heading">
        <h3 tabIndex={-1} ref={heading} id="details-heading">
          {strings['details.heading']}
        </h3>
        <RowCount found={found.length} all={sorted.length} searching={searchWords(search).length > 0} />
        {sorted.length > 0 && (
          <div class="toolbar">
            <SearchField
              id="details-search"
              label={strings['details.search']}
              hint={strings['details.searchHint']}
              value={search}
              onChange={(next) => onChange({ search: next })}
              field={field}
            />
            <ToolButton
              id="group-rows"
              icon={<GroupIcon />}
              isPressed={grouped}
              onClick={() => onChange({ grouped: !grouped })}
            >
              {strings['details.group']}
            </ToolButton>
            <ColumnChooser
              columns={columns}
              title={texts.title}
              choices={choices.columns}
              onChange={(next) => onChange({ columns: next })}
            />
          </div>
        )}
      </div>
      {found.length > 0 && (
        <DetailsGrid
          columns={columns}
          choices={choices.columns}
          usual={usual}
          rows={rows}
          total={total}
          texts={texts}
          unfolded={grouped ? unfolded : null}
          selected={`${selected} ${search}`}
          sort={usable}
          onSort={(next) => onChange({ sort: next })}
          onColumns={(next) => onChange({ columns: next })}
          onUnfold={(key) => setUnfolded((keys) => toggled(keys, key))}
          period={report.period}
          onDrill={onDrill}
          onConnector={choices.showDataFor === 'all' ? (key) => onChange({ showDataFor: key }) : null}
        />
      )}
      {found.length === 0 && sorted.length > 0 && (
        <div class="panel nothing" id="details-no-match">
          <p>{fill(strings['details.noMatch'], search.trim())}</p>
          <Link
            class="clear-search"
            onClick={() => {
              onChange({ search: '' });
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

/** What some rows add up to; null: all of them, whose sum is known. */
function totalOf({ rows, tls, messages, approximate }: ConnectorReport, found: readonly DetailsRow[] | null): TotalRow {
  return found === null
    ? { tls, volume: messages, approximate, rowCount: rows.length }
    : { ...sumRows(found), rowCount: found.length };
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
      <span role="status">{searching && fill(strings['details.rowsFound'], count(found), count(all))}</span>
    </span>
  );
}
