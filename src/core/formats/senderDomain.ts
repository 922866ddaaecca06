import type { RecordCursor } from '../reading/recordCursor';

/** The empty sender of bounces. */
export const NOBODY = '<>';

/** The number of the domain, in small letters, of an address or of a domain in a column; -1 where there is none. */
export function senderDomain(record: RecordCursor, column: number): number {
  if (!record.hasText(column)) {
    return -1;
  }
  const domain = record.names.smallOf(record.domainOf(column, 0, false));
  return record.names.text(domain) === NOBODY ? -1 : domain;
}
