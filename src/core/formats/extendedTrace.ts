import { tableFormat } from './tableFormat';
import { TRACE_COLUMNS } from './traceColumns';
import { TraceRows } from './traceRows';

/**
 * Extended message trace of Exchange Online (`MTDetail_*.csv`, docs/formats.md): a row per event, unsorted, the same
 * message in many rows. Tells TLS version and cipher of inbound SMTP sessions, connector and type; outbound TLS only
 * where a text mentions it.
 */
export const extendedTrace = tableFormat({
  id: 'extended-message-trace',
  has: (columns) => columns.has('date_time_utc') && columns.has('custom_data') && columns.has('event_id'),
  expected: [
    TRACE_COLUMNS.source,
    TRACE_COLUMNS.directionality,
    TRACE_COLUMNS.connector,
    TRACE_COLUMNS.networkMessageId,
  ],
  rows: (context, columns) => new TraceRows(context, columns),
});
