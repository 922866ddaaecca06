/** The columns of an Extended message trace, in the order of the export. */
export const TRACE_COLUMNS = [
  'date_time_utc',
  'client_ip',
  'client_hostname',
  'server_ip',
  'server_hostname',
  'source_context',
  'connector_id',
  'source',
  'event_id',
  'internal_message_id',
  'message_id',
  'network_message_id',
  'recipient_address',
  'recipient_status',
  'total_bytes',
  'recipient_count',
  'related_recipient_address',
  'reference',
  'message_subject',
  'sender_address',
  'return_path',
  'message_info',
  'directionality',
  'tenant_id',
  'original_client_ip',
  'original_server_ip',
  'custom_data',
] as const;

export type TraceColumn = (typeof TRACE_COLUMNS)[number];

/** A row; columns that are not given are empty. */
export type TraceRow = Partial<Record<TraceColumn, string>>;

export const TRACE_HEADER = quoted([...TRACE_COLUMNS]);

/** The row as the export writes it: every field in quotes, CRLF. */
export function traceLine(row: TraceRow): string {
  return quoted(TRACE_COLUMNS.map((column) => row[column] ?? ''));
}

/** The items as `custom_data` holds them: an item with `;` inside is wrapped in single quotes. */
export function customData(items: readonly (readonly [key: string, value: string])[]): string {
  return items.map(([key, value]) => (value.includes(';') ? `'S:${key}=${value}'` : `S:${key}=${value}`)).join(';');
}

function quoted(fields: readonly string[]): string {
  return `${fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(',')}\r\n`;
}
