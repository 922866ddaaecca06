import type { FormatId } from '../model/exportKind';
import { connectorDetails } from './connectorDetails';
import { extendedTrace } from './extendedTrace';
import type { ColumnMapping, FileHead, Format } from './format';
import { messageHeaders } from './headers/messageHeaders';
import { postfixLog } from './postfix/postfixLog';
import { receiveLog, sendLog } from './protocolLog/protocolLog';
import { smtpAuthClients } from './smtpAuthClients';
import { smtpTlsReport } from './smtpTlsReport';

/** Every format the engine reads, in the order they are tried. */
export const FORMATS: readonly Format[] = [
  receiveLog,
  sendLog,
  extendedTrace,
  connectorDetails,
  smtpAuthClients,
  smtpTlsReport,
  postfixLog,
  messageHeaders,
];

/** The format of a file by its content; undefined where it is none of ours. The name is never asked. */
export function recognize(head: FileHead, mappings: readonly ColumnMapping[]): Format | undefined {
  return FORMATS.find((format) => format.recognizes(head, mappings));
}

/** The format with an id. */
export function formatOf(id: FormatId): Format {
  return FORMATS.find((format) => format.id === id) as Format;
}
