import type { CrossingCells } from '../reading/columnPlan';
import type { Columns } from '../reading/columns';

/** Titles of an Extended trace's columns that are looked at. */
export const TRACE_COLUMNS = {
  time: 'date_time_utc',
  clientIp: 'client_ip',
  clientName: 'client_hostname',
  serverIp: 'server_ip',
  serverName: 'server_hostname',
  sourceContext: 'source_context',
  connector: 'connector_id',
  source: 'source',
  event: 'event_id',
  messageId: 'message_id',
  networkMessageId: 'network_message_id',
  recipientStatus: 'recipient_status',
  sender: 'sender_address',
  returnPath: 'return_path',
  messageInfo: 'message_info',
  directionality: 'directionality',
  originalClientIp: 'original_client_ip',
  customData: 'custom_data',
} as const;

/** Positions of the columns in a file, -1 for those that it has not. */
export type TracePositions = Readonly<Record<keyof typeof TRACE_COLUMNS, number>>;

/** Where the columns are. */
export function positionsIn(columns: Columns): TracePositions {
  const names = Object.keys(TRACE_COLUMNS) as (keyof typeof TRACE_COLUMNS)[];
  return Object.fromEntries(names.map((name) => [name, columns.find(TRACE_COLUMNS[name])])) as TracePositions;
}

/** What a fast reader needs to note hops over the border by itself; undefined where one of the columns is the first. */
export function crossingCells(at: TracePositions, items: CrossingCells['items']): CrossingCells | undefined {
  const cells: CrossingCells = {
    items,
    connector: at.connector,
    client: [at.originalClientIp, at.clientIp, at.clientName],
    server: [at.serverName, at.serverIp, -1],
    sender: [at.sender, at.returnPath],
    mentions: [at.sourceContext, at.recipientStatus, at.messageInfo],
  };
  const columns = [cells.connector, ...cells.client, ...cells.server, ...cells.sender, ...cells.mentions];
  return columns.includes(0) ? undefined : cells;
}
