import { knownOf, TLS_STATES, type TlsCounts, type TlsState } from '../../src/core/model/tls';
import type { DetailsRow } from '../../src/core/report/connectorReport';
import { countOf, statesToShow } from '../charts/tlsStates';
import type { RowTexts } from './detailsTexts';

const FACTS = ['date', 'connector', 'type', 'forcedTls'] as const;

/** A column of the details table. */
export type ColumnId = (typeof FACTS)[number] | TlsState | 'volume';

/** By which column the details table is sorted. */
export interface SortOrder {
  readonly column: ColumnId;
  readonly descending: boolean;
}

export const NEWEST_FIRST: SortOrder = { column: 'date', descending: true };

/** Recognises a remembered column. */
export function isColumnId(value: unknown): value is ColumnId {
  return value === 'volume' || [...FACTS, ...TLS_STATES].includes(value as TlsState);
}

/** True for a column that shows a share of messages. */
export function isTlsColumn(column: ColumnId): column is TlsState {
  return TLS_STATES.includes(column as TlsState);
}

/** The columns for rows with these counts: the rare TLS states only where they occur. */
export function columnsFor(tls: TlsCounts): ColumnId[] {
  return [...FACTS, ...statesToShow(tls, 'always'), 'volume'];
}

/** The order after a click on a header: the other way round, or the new column, numbers and days largest first. */
export function sortedBy(sort: SortOrder, column: ColumnId): SortOrder {
  if (sort.column === column) {
    return { column, descending: !sort.descending };
  }
  return { column, descending: column !== 'connector' && column !== 'type' };
}

/** The messages a TLS cell is a share of: those of known state, and for *Unknown* all. */
export function wholeOf(row: DetailsRow, state: TlsState): number {
  return state === 'unknown' ? row.volume : knownOf(row.tls);
}

/** The rows in order; rows that are equal in the column stay newest first. */
export function sortRows(rows: readonly DetailsRow[], sort: SortOrder, texts: RowTexts): readonly DetailsRow[] {
  const sign = sort.descending ? -1 : 1;
  const compare = comparison(sort.column, rows, texts);
  return [...rows].sort((a, b) => sign * compare(a, b));
}

function comparison(
  column: ColumnId,
  rows: readonly DetailsRow[],
  texts: RowTexts,
): (a: DetailsRow, b: DetailsRow) => number {
  switch (column) {
    case 'date':
      return (a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1);
    case 'connector':
      return byText(rows, (row) => texts.connector(row), texts.locale);
    case 'type':
      return byText(rows, (row) => texts.type(row), texts.locale);
    case 'forcedTls':
      return (a, b) => forcedRank(a) - forcedRank(b);
    case 'volume':
      return (a, b) => a.volume - b.volume;
    default:
      return (a, b) => shareOf(a, column) - shareOf(b, column) || countOf(a.tls, column) - countOf(b.tls, column);
  }
}

/** Collating is slow, and thousands of rows share few connectors: each connector's place is found once. */
function byText(
  rows: readonly DetailsRow[],
  textOf: (row: DetailsRow) => string,
  locale: string,
): (a: DetailsRow, b: DetailsRow) => number {
  const texts = new Map<DetailsRow['connector'], string>();
  for (const row of rows) {
    if (!texts.has(row.connector)) {
      texts.set(row.connector, textOf(row));
    }
  }
  const ordered = [...new Set(texts.values())].sort(new Intl.Collator(locale, { numeric: true }).compare);
  const ranks = new Map(ordered.map((text, rank) => [text, rank]));
  const rankOf = (row: DetailsRow) => ranks.get(texts.get(row.connector) ?? '') ?? 0;
  return (a, b) => rankOf(a) - rankOf(b);
}

function forcedRank(row: DetailsRow): number {
  return row.forcedTls === null ? 0 : row.forcedTls ? 2 : 1;
}

/** A share that is not known sorts below 0 %. */
function shareOf(row: DetailsRow, state: TlsState): number {
  const whole = wholeOf(row, state);
  return whole === 0 ? -1 : countOf(row.tls, state) / whole;
}
