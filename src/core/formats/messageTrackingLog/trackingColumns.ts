import { Columns, normalizeTitle } from '../../reading/columns';

/** The fields of Exchange 2016 and later; 2013 ends with custom-data. */
const FIELDS: readonly string[] = [
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
];
/** Those of Exchange 2010, of which the first service packs and Exchange 2007 have fewer at the end. */
const OLD_FIELDS = FIELDS.slice(0, 27).filter((field) => field !== 'network-message-id');
/** Fewest fields of a log: Exchange 2007, up to message-info. */
const FEWEST = 21;

/** What a row's eighth field may hold (documented). */
const SOURCES: ReadonlySet<string> = new Set([
  'ADMIN',
  'AGENT',
  'APPROVAL',
  'BOOTLOADER',
  'DNS',
  'DSN',
  'GATEWAY',
  'MAILBOXRULE',
  'MEETINGMESSAGEPROCESSOR',
  'ORAR',
  'PICKUP',
  'POISONMESSAGE',
  'PUBLICFOLDER',
  'QUEUE',
  'REDUNDANCY',
  'RESOLVER',
  'ROUTING',
  'SAFETYNET',
  'SMTP',
  'STOREDRIVER',
]);
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** The fields of a row that no header names, by their number; undefined where no tracking log has so many. */
export function fieldsOfRow(count: number): readonly string[] | undefined {
  if (count < FEWEST || count > FIELDS.length) {
    return undefined;
  }
  return (count > OLD_FIELDS.length ? FIELDS : OLD_FIELDS).slice(0, count);
}

/** True where a row without a header looks like one of a tracking log. */
export function isTrackingRow(cells: readonly string[]): boolean {
  return (
    fieldsOfRow(cells.length) !== undefined && TIME.test(cells[0] ?? '') && SOURCES.has((cells[7] ?? '').toUpperCase())
  );
}

/** Where the columns are that are looked at; -1 where there is none. */
export interface TrackingColumns {
  readonly time: number;
  /** The time is that of whoever wrote the table (Get-MessageTrackingLog), not UTC. */
  readonly isLocalTime: boolean;
  readonly clientIp: number;
  readonly clientName: number;
  readonly serverIp: number;
  readonly serverName: number;
  readonly connector: number;
  readonly source: number;
  readonly event: number;
  readonly messageId: number;
  readonly networkMessageId: number;
  readonly sender: number;
  readonly returnPath: number;
  readonly directionality: number;
  readonly originalClientIp: number;
  readonly customData: number;
}

/** Finds the columns by their titles: a log's fields, properties of Get-MessageTrackingLog, columns of Log Analytics. */
export function trackingColumns(titles: readonly string[]): TrackingColumns {
  const columns = new Columns(titles.map(bare));
  const time = columns.find('date-time', 'Timestamp', 'TimeGenerated');
  return {
    time,
    isLocalTime: normalizeTitle(titles[time] ?? '') === 'timestamp',
    clientIp: columns.find('client-ip'),
    clientName: columns.find('client-hostname'),
    serverIp: columns.find('server-ip'),
    serverName: columns.find('server-hostname'),
    connector: columns.find('connector-id'),
    source: columns.find('source'),
    event: columns.find('event-id'),
    messageId: columns.find('message-id'),
    networkMessageId: columns.find('network-message-id'),
    sender: columns.find('sender-address', 'Sender'),
    returnPath: columns.find('return-path'),
    directionality: columns.find('directionality'),
    originalClientIp: columns.find('original-client-ip'),
    customData: columns.find('custom-data'),
  };
}

/** True for the titles of a table that holds rows of a tracking log. */
export function isTrackingHeader(titles: readonly string[]): boolean {
  const { time, source, event, connector, messageId } = trackingColumns(titles);
  return [time, source, event, connector, messageId].every((column) => column >= 0);
}

/** Log Analytics writes `dateTime [UTC]`, and in older workspaces `clientIp_s`. */
function bare(title: string): string {
  return title.replace(/\s*\[UTC\]$/i, '').replace(/_[a-z]$/, '');
}
