import { groupByConnector } from '../../src/core/report/connectorGroups';
import { type DetailsRow, keyOf } from '../../src/core/report/connectorReport';
import type { SortStep } from '../../src/core/report/detailsColumns';
import type { RowTexts, ShownRow } from './cellTexts';
import { sortRows } from './sortRows';

/**
 * The lines of the grouped details table: each connector in the order of what its rows add up to, and under an unfolded one
 * its rows, which come sorted.
 */
export function groupedRows(
  rows: readonly DetailsRow[],
  sort: readonly SortStep[],
  unfolded: ReadonlySet<string>,
  texts: RowTexts,
): readonly ShownRow[] {
  const groups = sortRows(groupByConnector(rows), sort, texts);
  return groups.flatMap((group) => (unfolded.has(keyOf(group.connector)) ? [group, ...group.rows] : [group]));
}

/** The set with a key in it, or without it where it was in. */
export function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) {
    next.add(key);
  }
  return next;
}
