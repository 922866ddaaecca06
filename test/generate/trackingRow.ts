/** The fields of a message tracking log of Exchange 2016 and later, in their order. */
export const TRACKING_FIELDS = [
  'date-time',
  'client-ip',
  'client-hostname',
  'server-ip',
  'server-hostname',
  'source-context',
  'connector-id',
  'source',
  'event-id',
  'internal-message-id',
  'message-id',
  'network-message-id',
  'recipient-address',
  'recipient-status',
  'total-bytes',
  'recipient-count',
  'related-recipient-address',
  'reference',
  'message-subject',
  'sender-address',
  'return-path',
  'message-info',
  'directionality',
  'tenant-id',
  'original-client-ip',
  'original-server-ip',
  'custom-data',
  'transport-traffic-type',
  'log-id',
  'schema-version',
] as const;

export type TrackingRow = Readonly<Partial<Record<(typeof TRACKING_FIELDS)[number], string>>>;

/** The directives that a log begins with. */
export const TRACKING_HEAD = [
  '#Software: Microsoft Exchange Server',
  '#Version: 15.01.2507.039',
  '#Log-type: Message Tracking Log',
  '#Date: 2026-03-02T00:00:04.113Z',
  `#Fields: ${TRACKING_FIELDS.join(',')}`,
  '',
].join('\r\n');

/** A row, its fields in quotes where they have to be. */
export function trackingLine(row: TrackingRow): string {
  return `${TRACKING_FIELDS.map((field) => quoted(row[field] ?? '')).join(',')}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
