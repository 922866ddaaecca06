import type { TlsState } from '../../src/core/model/tls';
import { type DetailsColumn, NEWEST_FIRST, type SortStep } from '../../src/core/report/detailsColumns';
import type { ConnectorFlow } from '../../src/core/report/report';
import { countOf, wholeOf } from '../../src/core/report/shownStates';
import { MOST_SORT_STEPS } from '../../src/protocol/choices';

import { isGroup, type RowTexts, type ShownRow } from './cellTexts';

/** The step that decides: newest first where nothing was chosen. */
export function leadingStep(sort: readonly SortStep[]): SortStep {
  return sort[0] ?? NEWEST_FIRST;
}

/**
 * The order after a click on a header: the other way round, or that column first, numbers and days largest first. What was
 * chosen before decides among equals.
 */
export function sortedBy(sort: readonly SortStep[], column: DetailsColumn): readonly SortStep[] {
  const leading = leadingStep(sort);
  const descending = leading.column === column ? !leading.descending : column !== 'connector' && column !== 'type';
  return sortedIn(sort, { column, descending });
}

/** The order with a step put first. */
export function sortedIn(sort: readonly SortStep[], step: SortStep): readonly SortStep[] {
  return [step, ...sort.filter(({ column }) => column !== step.column)].slice(0, MOST_SORT_STEPS);
}

/** The rows in order; rows that are equal in every step stay as they were. They come newest first. */
export function sortRows<Row extends ShownRow>(
  rows: readonly Row[],
  sort: readonly SortStep[],
  texts: RowTexts,
): readonly Row[] {
  const [first, ...more] = sort;
  if (
    first === undefined ||
    (more.length === 0 && first.column === 'date' && first.descending && !rows.some(isGroup))
  ) {
    return rows;
  }
  // Numbers found once a row: comparing is what happens most.
  const keys = sort.flatMap(({ column, descending }) =>
    rankedBy(column, rows, texts).map((ranks) => ({ ranks, sign: descending ? -1 : 1 })),
  );
  const order = rows.map((_, index) => index);
  order.sort((a, b) => {
    for (const { ranks, sign } of keys) {
      const difference = (ranks[a] ?? 0) - (ranks[b] ?? 0);
      if (difference !== 0) {
        return difference * sign;
      }
    }
    return a - b;
  });
  return order.map((index) => rows[index] as Row);
}

/** Numbers for each row by which it stands in a column's order; the second ones are for rows with equal first ones. */
function rankedBy(column: DetailsColumn, rows: readonly ShownRow[], texts: RowTexts): readonly Float64Array[] {
  const numbers = (numberOf: (row: ShownRow) => number) => numbersOf(rows, numberOf);
  switch (column) {
    case 'date':
      return [ranked(rows, dayOf, (a, b) => (a < b ? -1 : a > b ? 1 : 0))];
    case 'connector':
      return [
        ranked(
          rows,
          connectorOf,
          byText((connector) => texts.connector({ connector }), texts.locale),
        ),
      ];
    case 'type':
      return [
        ranked(
          rows,
          connectorOf,
          byText((connector) => texts.type({ connector }), texts.locale),
        ),
      ];
    case 'forcedTls':
      return [numbers((row) => (row.forcedTls === null ? 0 : row.forcedTls ? 2 : 1))];
    case 'volume':
      return [numbers((row) => row.volume)];
    default:
      return [numbers((row) => shareOf(row, column)), numbers((row) => countOf(row.tls, column))];
  }
}

const dayOf = (row: ShownRow): string => (isGroup(row) ? row.last : row.date);
const connectorOf = (row: ShownRow): ConnectorFlow => row.connector;

/** Comparing texts is slow, and thousands of rows share few of them: the place of each is found once. */
function ranked<Key>(
  rows: readonly ShownRow[],
  keyOf: (row: ShownRow) => Key,
  compare: (a: Key, b: Key) => number,
): Float64Array {
  const ordered = [...new Set(rows.map(keyOf))].sort(compare);
  const ranks = new Map<Key, number>();
  for (const [index, key] of ordered.entries()) {
    const before = ordered[index - 1];
    const isSame = before !== undefined && compare(before, key) === 0;
    ranks.set(key, isSame ? (ranks.get(before) ?? 0) : index);
  }
  return numbersOf(rows, (row) => ranks.get(keyOf(row)) ?? 0);
}

/** `Float64Array.from` asks an iterator for each row, which takes three times as long. */
function numbersOf(rows: readonly ShownRow[], numberOf: (row: ShownRow) => number): Float64Array {
  const numbers = new Float64Array(rows.length);
  rows.forEach((row, index) => {
    numbers[index] = numberOf(row);
  });
  return numbers;
}

function byText<Key>(textOf: (key: Key) => string, locale: string): (a: Key, b: Key) => number {
  const collator = new Intl.Collator(locale, { numeric: true });
  return (a, b) => collator.compare(textOf(a), textOf(b));
}

/** A share that is not known stands below 0 %. */
function shareOf(row: ShownRow, state: TlsState): number {
  const whole = wholeOf(row.tls, state);
  return whole === 0 ? -1 : countOf(row.tls, state) / whole;
}
