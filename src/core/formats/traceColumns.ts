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

type BorderColumns = Omit<CrossingCells, 'items' | 'numbers'>;

/** The columns that a hop over the border is told by, besides its time and `custom_data`. */
export function borderColumns(at: TracePositions): BorderColumns {
  return {
    connector: at.connector,
    client: [at.originalClientIp, at.clientIp, at.clientName],
    server: [at.serverName, at.serverIp, -1],
    sender: [at.sender, at.returnPath],
    mentions: [at.sourceContext, at.recipientStatus, at.messageInfo],
  };
}

/** True where one of them is the first column, of which a fast reader is not sure. */
export function areFirst({ connector, client, server, sender, mentions }: BorderColumns): boolean {
  return [connector, ...client, ...server, ...sender, ...mentions].includes(0);
}
