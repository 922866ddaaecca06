import type { Period } from '../../src/core/model/day';
import { keyOf } from '../../src/core/report/connectorReport';
import { type DetailsColumn, isTlsColumn } from '../../src/core/report/detailsColumns';
import { countOf } from '../../src/core/report/shownStates';
import type { DrillPlace } from '../../src/protocol/drillPlace';
import { isGroup, isTotal, type ShownRow, type TotalRow } from './cellTexts';

/** True where a cell of the details table leads to the remote hosts of its messages. */
export function leadsToHosts(row: ShownRow | TotalRow, column: DetailsColumn): boolean {
  return isTlsColumn(column) ? countOf(row.tls, column) > 0 : column === 'connector' && !isTotal(row) && row.volume > 0;
}

/** The messages that a cell counts; null where it leads nowhere. `period`: the days that the total is of. */
export function drillTarget(row: ShownRow | TotalRow, column: DetailsColumn, period: Period): DrillPlace | null {
  if (!leadsToHosts(row, column)) {
    return null;
  }
  return {
    connector: isTotal(row) ? null : keyOf(row.connector),
    tls: isTlsColumn(column) ? column : null,
    period: isTotal(row)
      ? period
      : isGroup(row)
        ? { start: row.first, end: row.last }
        : { start: row.date, end: row.date },
    host: null,
    sender: null,
  };
}
