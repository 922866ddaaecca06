import { isMarkerLine } from '../reading/marker';
import type { RecordCursor } from '../reading/recordCursor';

/** True for a record before the header that is none. */
export function isMarker(record: RecordCursor): boolean {
  return isMarkerLine(record.cell(0));
}
