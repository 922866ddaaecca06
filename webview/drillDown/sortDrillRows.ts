import { foldedText, searchWords } from '../details/searchRows';
import type { DrillColumn } from './drillCells';
import type { DrillRow } from './drillRows';

/** By which column rows are sorted. */
export interface DrillSort {
  readonly column: DrillColumn;
  readonly descending: boolean;
}

/** As they come. */
export const MOST_MESSAGES: DrillSort = { column: 'messages', descending: true };

/** The order after a click on a title: the other way round, or by that column, numbers and days largest first. */
export function drillSortedBy(sort: DrillSort, column: DrillColumn): DrillSort {
  const descending = ['messages', 'share', 'firstSeen', 'lastSeen'].includes(column);
  return { column, descending: sort.column === column ? !sort.descending : descending };
}

/** The rows in order; those that are equal stay as they were. */
export function sortDrillRows(
  rows: readonly DrillRow[],
  { column, descending }: DrillSort,
  locale: string,
): DrillRow[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x = '', y = ''] = [a.cells[column]?.rank, b.cells[column]?.rank];
    return sign * (typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y)));
  });
}

/** The rows of which every word of a search is found in a cell of words, also among names that there is no room for. */
export function matchingDrillRows(rows: readonly DrillRow[], search: string): readonly DrillRow[] {
  const words = searchWords(search);
  return words.length === 0
    ? rows
    : rows.filter(({ cells }) => {
        const { connector, host, names, sender, tls, cipher } = cells;
        const said = [connector, host, names, sender, tls, cipher].flatMap((cell) =>
          cell ? [cell.text, cell.rank] : [],
        );
        const text = foldedText(said.join('\n'));
        return words.every((word) => text.includes(word));
      });
}
