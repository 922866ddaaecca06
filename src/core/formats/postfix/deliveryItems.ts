import type { RecordCursor } from '../../reading/recordCursor';
import { beginsWith, behindAddress, isItem, isWord } from './messageWords';

/** Where the relay is named: right behind the recipient and the address it was first written to; -1 where it is not. */
export function relayColumn(record: RecordCursor, recipient: number): number {
  const next = behindAddress(record, recipient);
  const column = next >= 0 && beginsWith(record, next, 'orig_to=<') ? behindAddress(record, next) : next;
  return column >= 0 && isItem(record, column, 'relay=') ? column : -1;
}

const MOST_ITEMS = 8;
/** Characters of `delay=` and its whole seconds. */
const LONGEST_DELAY = 14;
const [C, D, S, T] = [99, 100, 115, 116];

/** The items behind a delivery's relay, up to the status: `conn_use=2, delay=0.3, delays=…, tls=may, dsn=2.0.0, status=sent (…)`. */
export class DeliveryItems {
  /** Columns; -1 where an item is not there. */
  tls = -1;
  delay = -1;
  isReuse = false;
  isSent = false;

  read(record: RecordCursor, from: number): void {
    this.tls = -1;
    this.delay = -1;
    this.isReuse = false;
    this.isSent = false;
    for (let column = from; column < from + MOST_ITEMS; column++) {
      const first = record.unitAt(column, 0);
      if (first === S && isItem(record, column, 'status=')) {
        // What the other side said follows: the line is whole.
        this.isSent = isWord(record, column, 'status=sent') && record.hasText(column + 1);
        return;
      }
      if (first === D && isItem(record, column, 'delay=')) {
        this.delay = column;
      } else if (first === C) {
        this.isReuse ||= isItem(record, column, 'conn_use=');
      } else if (first === T && isItem(record, column, 'tls=')) {
        this.tls = column;
      }
    }
  }
}

/** Of `delay=0.33,`, rounded up; -1 where it is no number. */
export function secondsAt(record: RecordCursor, column: number): number {
  let seconds = -1;
  for (let position = 'delay='.length; position < LONGEST_DELAY; position++) {
    const digit = record.unitAt(column, position) - 48;
    if (!(digit >= 0 && digit <= 9)) {
      break;
    }
    seconds = Math.max(0, seconds) * 10 + digit;
  }
  return seconds < 0 ? -1 : seconds + 1;
}
