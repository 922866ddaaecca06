import { tableFormat } from '../tableFormat';
import { DetailRows } from './detailRows';

/**
 * Events of messages in Exchange Online: Get-MessageTraceDetail and its V2 as table or JSON, Graph's getDetailsByRecipient
 * (docs/formats.md). A row per event and recipient; tells TLS, connectors and their type where the event's data does.
 */
export const messageTraceDetail = tableFormat<DetailRows>({
  id: 'message-trace-detail',
  has: (columns) => {
    const isGraph = ['id', 'messageId', 'dateTime', 'event', 'description', 'data'].every((title) =>
      columns.has(title),
    );
    const isTrace = ['MessageTraceId', 'Date', 'Event'].every((title) => columns.has(title));
    return isGraph || (isTrace && (columns.has('Detail') || columns.has('Data')));
  },
  expected: ['Detail', 'Data'],
  rows: (context, columns, before) => new DetailRows(context, columns, before),
  isOneStretch: true,
});
