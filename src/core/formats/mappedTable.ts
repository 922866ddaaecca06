import { type Columns, normalizeTitle } from '../reading/columns';
import type { ColumnMapping, ColumnRole } from './format';
import { MessageTableRows } from './messageTable';
import { anyConnector } from './routeTable';
import { tableFormat } from './tableFormat';

const ROLES: readonly ColumnRole[] = [
  'time',
  'networkMessageId',
  'messageId',
  'direction',
  'connector',
  'connectorType',
  'tls',
  'cipher',
  'remoteHost',
  'sender',
];

/** A table, or JSON objects, of which the user says what the columns hold: a row per message (docs/formats.md). */
export const mappedTable = tableFormat({
  id: 'mapped-table',
  has: (columns, mappings) => mappings.some(({ header }) => isHeader(header, columns)),
  rows: (context, columns) => {
    const mappings = context.options.columnMappings ?? [];
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

/** True where the first `count` titles, all by default, are those of a mapping: JSON's grow when other members come. */
function isHeader(header: readonly string[], { titles }: Columns, count = titles.length): boolean {
  return (
    header.length === count &&
    titles.length >= count &&
    header.every((title, position) => normalizeTitle(title) === normalizeTitle(titles[position] ?? ''))
  );
}

function positionsOf(columns: Columns, mapping: ColumnMapping | undefined): Record<ColumnRole, number> {
  const entries = ROLES.map((role) => {
    const title = mapping?.columns[role];
    return [role, title === undefined ? -1 : columns.find(title)];
  });
  return Object.fromEntries(entries) as Record<ColumnRole, number>;
}
