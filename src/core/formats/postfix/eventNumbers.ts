import type { NumberList } from '../../facts/numberList';
import { type EventKind, LogEvent, type State } from './logEvent';

const NUMBERS = 16;
const OUTBOUND = 1;
const IS_REUSE = 2;
const IS_COUNTED = 4;
const IS_LOCAL = 8;

/** Writes an event down as numbers, to be sent between threads. `name`: the position of a name among the facts' own. */
export function writeEvent(to: NumberList, event: LogEvent, name: (number: number) => number): void {
  const at = to.claim(NUMBERS);
  const { numbers } = to;
  numbers[at] = event.kind;
  numbers[at + 1] =
    (event.direction === 'outbound' ? OUTBOUND : 0) |
    (event.isReuse ? IS_REUSE : 0) |
    (event.isCounted ? IS_COUNTED : 0) |
    (event.isLocal ? IS_LOCAL : 0);
  numbers[at + 2] = event.high;
  numbers[at + 3] = event.low;
  numbers[at + 4] = event.idHigh;
  numbers[at + 5] = event.idLow;
  numbers[at + 6] = name(event.service);
  numbers[at + 7] = event.state;
  numbers[at + 8] = name(event.cipher);
  numbers[at + 9] = event.proof;
  numbers[at + 10] = name(event.peer);
  numbers[at + 11] = name(event.sender);
  numbers[at + 12] = event.place;
  numbers[at + 13] = event.day;
  numbers[at + 14] = event.millisecond;
  numbers[at + 15] = event.delay;
}

/** Reads what {@link writeEvent} wrote. `name`: the number that stands for a position; `place`: the rank of a line. */
export function* readEvents(
  numbers: Int32Array,
  name: (position: number) => number,
  place: (line: number) => number,
): Generator<LogEvent> {
  for (let at = 0; at < numbers.length; at += NUMBERS) {
    const event = new LogEvent(numbers[at] as EventKind);
    const flags = numbers[at + 1] as number;
    event.direction = (flags & OUTBOUND) === 0 ? 'inbound' : 'outbound';
    event.isReuse = (flags & IS_REUSE) !== 0;
    event.isCounted = (flags & IS_COUNTED) !== 0;
    event.isLocal = (flags & IS_LOCAL) !== 0;
    event.high = numbers[at + 2] as number;
    event.low = numbers[at + 3] as number;
    event.idHigh = numbers[at + 4] as number;
    event.idLow = numbers[at + 5] as number;
    event.service = name(numbers[at + 6] as number);
    event.state = numbers[at + 7] as State;
    event.cipher = name(numbers[at + 8] as number);
    event.proof = place(numbers[at + 9] as number);
    event.peer = name(numbers[at + 10] as number);
    event.sender = name(numbers[at + 11] as number);
    event.place = place(numbers[at + 12] as number);
    event.day = numbers[at + 13] as number;
    event.millisecond = numbers[at + 14] as number;
    event.delay = numbers[at + 15] as number;
    yield event;
  }
}
