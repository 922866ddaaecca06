import type { RecordCursor } from '../reading/recordCursor';

/** The first of the columns that is not empty; -1 where all are. */
export function filledColumn(record: RecordCursor, columns: readonly number[]): number {
  for (const column of columns) {
    if (record.hasText(column)) {
      return column;
    }
  }
  return -1;
}

/** The number of the text in that column; -1 where all are empty. */
export function filledName(record: RecordCursor, columns: readonly number[]): number {
  const column = filledColumn(record, columns);
  return column < 0 ? -1 : record.nameOf(column);
}
