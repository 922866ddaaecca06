import type { FormatId } from '../model/exportKind';
import type { Layout } from '../reading/dialect';
import { definitionList } from './connectorDefinitions/definitionList';
import { definitionTable } from './connectorDefinitions/definitionTable';
import { connectorDetails } from './connectorDetails';
import { emailEvents } from './emailEvents';
import { enhancedSummaryTrace } from './enhancedSummaryTrace';
import { extendedTrace } from './extendedTrace';
import type { ColumnMapping, FileHead, Format } from './format';
import { messageHeaders } from './headers/messageHeaders';
import { mappedTable } from './mappedTable';
import { messageTrace } from './messageTrace';
import { messageTraceDetail } from './messageTraceDetail/messageTraceDetail';
import { messageTrackingLog } from './messageTrackingLog/messageTrackingLog';
import { postfixLog } from './postfix/postfixLog';
import { receiveLog, sendLog } from './protocolLog/protocolLog';
import { requestedConnectorReport } from './requestedConnectorReport';
import { smtpAuthClients } from './smtpAuthClients';
import { smtpTlsReport } from './smtpTlsReport';
import { summaryTrace } from './summaryTrace';

/**
 * Every format the engine reads, in the order they are tried: what the user says of a table first, then those that are
 * known by columns of their own, last those that are known by columns which others may have too.
 */
export const FORMATS: readonly Format[] = [
  mappedTable,
  receiveLog,
  sendLog,
  messageTrackingLog,
  extendedTrace,
  messageTraceDetail,
  connectorDetails,
  definitionTable,
  definitionList,
  enhancedSummaryTrace,
  messageTrace,
  emailEvents,
  requestedConnectorReport,
  smtpAuthClients,
  smtpTlsReport,
  summaryTrace,
  postfixLog,
  messageHeaders,
];

/** The format of a file by its content; undefined where it is none of ours. The name is never asked. */
export function recognize(head: FileHead, mappings: readonly ColumnMapping[]): Format | undefined {
  return FORMATS.find((format) => format.recognizes(head, mappings));
}

/** The format with an id; where the export comes in several layouts, the one that reads this one. */
export function formatOf(id: FormatId, layout?: Layout): Format {
  const formats = FORMATS.filter((format) => format.id === id);
  return formats.find((format) => format.layout === layout) ?? (formats[0] as Format);
}
