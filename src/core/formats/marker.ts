import type { RecordCursor } from '../reading/recordReader';

/** True for a line before the header that is no record: PowerShell's `#TYPE …`, Excel's `sep=;`. */
export function isMarker(record: RecordCursor): boolean {
  return /^(#TYPE\s|sep=)/i.test(record.cell(0));
}
