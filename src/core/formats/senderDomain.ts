import type { Names } from '../reading/names';
import type { RecordCursor } from '../reading/recordCursor';

/** The empty sender of bounces. */
export const NOBODY = '<>';

/** The number of the domain, in small letters, of an address or of a domain in a column; -1 where there is none. */
export function senderDomain(record: RecordCursor, column: number): number {
  if (!record.hasText(column)) {
    return -1;
  }
  return domainIn(record.names, record.domainOf(column, 0, false));
}

/** The same of the number of a domain as it is written. */
function domainIn(names: Names, written: number): number {
  const domain = names.smallOf(written);
  return names.text(domain) === NOBODY ? -1 : domain;
}
