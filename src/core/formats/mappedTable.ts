import { COLUMN_ROLES, type ColumnMapping, type ColumnRole } from '../model/columnMapping';
import type { Columns } from '../reading/columns';
import { isHeader } from './mappingFor';
import { MessageTableRows } from './messageTable';
import { anyConnector } from './routeTable';
import { tableFormat } from './tableFormat';

/** A table, or JSON objects, of which the user says what the columns hold: a row per message (docs/formats.md). */
export const mappedTable = tableFormat({
  id: 'mapped-table',
  has: (columns, mappings) => ofColumns(mappings).some(({ header }) => isHeader(header, columns)),
  rows: (context, columns) => {
    const mappings = ofColumns(context.options.columnMappings ?? []);
    // JSON's titles grow when other members come.
    const mapping =
      mappings.find(({ header }) => isHeader(header, columns)) ??
      mappings.find(({ header }) => isHeader(header, columns, header.length));
    return new MessageTableRows(context, {
      titles: columns.titles,
      at: positionsOf(columns, mapping),
      direction: mapping?.direction,
      hostIsClient: false,
      isUtc: false,
      connectorOf: anyConnector,
      mayBeUnnamed: true,
    });
  },
});

/** Mappings that choose a format say nothing of columns. */
function ofColumns(mappings: readonly ColumnMapping[]): readonly ColumnMapping[] {
  return mappings.filter(({ header, format }) => format === undefined && header.length > 0);
}

function positionsOf(columns: Columns, mapping: ColumnMapping | undefined): Record<ColumnRole, number> {
  const entries = COLUMN_ROLES.map((role) => {
    const title = mapping?.columns[role];
    return [role, title === undefined ? -1 : columns.find(title)];
  });
  return Object.fromEntries(entries) as Record<ColumnRole, number>;
}
