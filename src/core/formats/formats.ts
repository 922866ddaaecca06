import type { FormatId } from '../model/exportKind';
import { connectorDetails } from './connectorDetails';
import { emailEvents } from './emailEvents';
import { enhancedSummaryTrace } from './enhancedSummaryTrace';
import { extendedTrace } from './extendedTrace';
import type { ColumnMapping, FileHead, Format } from './format';
import { mappedTable } from './mappedTable';
import { messageTrace } from './messageTrace';
import { receiveLog, sendLog } from './protocolLog/protocolLog';
import { requestedConnectorReport } from './requestedConnectorReport';
import { summaryTrace } from './summaryTrace';

/**
 * Every format the engine reads, in the order they are tried: what the user says of a table first, then those that are
 * known by columns of their own, last those that are known by columns which others may have too.
 */
export const FORMATS: readonly Format[] = [
  mappedTable,
  receiveLog,
  sendLog,
  extendedTrace,
  connectorDetails,
  enhancedSummaryTrace,
  messageTrace,
  emailEvents,
  requestedConnectorReport,
  summaryTrace,
];

/** The format of a file by its content; undefined where it is none of ours. The name is never asked. */
export function recognize(head: FileHead, mappings: readonly ColumnMapping[]): Format | undefined {
  return FORMATS.find((format) => format.recognizes(head, mappings));
}

/** The format with an id. */
export function formatOf(id: FormatId): Format {
  return FORMATS.find((format) => format.id === id) as Format;
}
