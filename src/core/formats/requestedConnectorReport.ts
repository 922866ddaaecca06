import type { Columns } from '../reading/columns';
import type { ColumnRole } from './format';
import { MessageTableRows } from './messageTable';
import { onlineConnector } from './routeTable';
import { tableFormat } from './tableFormat';

/** Titles by what they hold. No real file is public: those of neighbouring exports, and of what can be asked for. */
const SYNONYMS: Readonly<Record<ColumnRole, readonly string[]>> = {
  time: ['origin_timestamp_utc', 'origin_timestamp', 'date_time_utc', 'date_time', 'date', 'received'],
  networkMessageId: ['network_message_id'],
  messageId: ['message_id'],
  direction: ['directionality', 'direction'],
  connector: ['connector_name', 'connector', 'connector_id'],
  connectorType: ['connector_type'],
  tls: ['tls_version', 'tls_used', 'tls', 'tls_type'],
  cipher: ['tls_cipher'],
  remoteHost: ['original_client_ip'],
  sender: ['sender_address'],
};

/** Columns of exports that are read in their own way, or are none of ours. */
const OTHERS = ['event_id', 'event', 'source', 'source_context', 'custom_data', 'email_direction', 'message_trace_id'];

/**
 * The report that is requested from the Connector report's page, or by Start-HistoricalSearch with the type ConnectorReport
 * (`*ConnectorReport*.csv`, docs/formats.md): a row per message with its TLS version.
 */
export const requestedConnectorReport = tableFormat({
  id: 'requested-connector-report',
  has: (columns) => {
    const at = positionsOf(columns);
    const isMessage = at.time >= 0 && at.sender >= 0 && (at.networkMessageId >= 0 || at.messageId >= 0);
    return isMessage && (at.connector >= 0 || at.tls >= 0) && !OTHERS.some((title) => columns.has(title));
  },
  expected: [SYNONYMS.direction, SYNONYMS.connector, SYNONYMS.connectorType, SYNONYMS.tls],
  rows: (context, columns) =>
    new MessageTableRows(context, {
      titles: columns.titles,
      at: positionsOf(columns),
      direction: undefined,
      hostIsClient: true,
      isUtc: true,
      connectorOf: onlineConnector,
      mayBeUnnamed: false,
    }),
});

function positionsOf(columns: Columns): Record<ColumnRole, number> {
  const entries = Object.entries(SYNONYMS).map(([role, titles]) => [role, columns.find(...titles)]);
  return Object.fromEntries(entries) as Record<ColumnRole, number>;
}
