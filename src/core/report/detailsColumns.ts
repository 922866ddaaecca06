import { TLS_STATES, type TlsCounts, type TlsState } from '../model/tls';
import { statesToShow } from './shownStates';

const FACTS = ['date', 'connector', 'type', 'forcedTls'] as const;

/** A column of the details table. */
export type DetailsColumn = (typeof FACTS)[number] | TlsState | 'volume';

/** Every column there can be, in the order of the report. */
export const DETAILS_COLUMNS: readonly DetailsColumn[] = [...FACTS, ...TLS_STATES, 'volume'];

/** One step of the details table's order. */
export interface SortStep {
  readonly column: DetailsColumn;
  readonly descending: boolean;
}

/** The order in which rows come (see `connectorReport`). */
export const NEWEST_FIRST: SortStep = { column: 'date', descending: true };

/** Recognises a remembered column. */
export function isDetailsColumn(value: unknown): value is DetailsColumn {
  return DETAILS_COLUMNS.includes(value as DetailsColumn);
}

/** True for a column that shows a share of messages. */
export function isTlsColumn(column: DetailsColumn): column is TlsState {
  return TLS_STATES.includes(column as TlsState);
}

/** The columns for rows with these counts in all: the rare TLS states only where they occur. */
export function columnsFor(tls: TlsCounts): DetailsColumn[] {
  return [...FACTS, ...statesToShow(tls, 'always'), 'volume'];
}
