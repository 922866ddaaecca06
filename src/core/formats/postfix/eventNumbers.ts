import type { NumberList } from '../../facts/numberList';
import { type EventKind, type LogEvent, logEvent, type State } from './logEvent';

const NUMBERS = 16;
const OUTBOUND = 1;
const IS_REUSE = 2;
const IS_COUNTED = 4;

/** Writes an event down as numbers, to be sent between threads. `name`: the position of a name among the facts' own. */
export function writeEvent(to: NumberList, event: LogEvent, name: (number: number) => number): void {
  const at = to.claim(NUMBERS);
  const { numbers } = to;
  numbers[at] = event.kind;
  numbers[at + 1] =
    (event.direction === 'outbound' ? OUTBOUND : 0) |
    (event.isReuse ? IS_REUSE : 0) |
    (event.isCounted ? IS_COUNTED : 0);
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
    const field = (position: number): number => numbers[at + position] as number;
    const flags = field(1);
    yield logEvent(field(0) as EventKind, {
      direction: (flags & OUTBOUND) === 0 ? 'inbound' : 'outbound',
      isReuse: (flags & IS_REUSE) !== 0,
      isCounted: (flags & IS_COUNTED) !== 0,
      high: field(2),
      low: field(3),
      idHigh: field(4),
      idLow: field(5),
      service: name(field(6)),
      state: field(7) as State,
      cipher: name(field(8)),
      proof: place(field(9)),
      peer: name(field(10)),
      sender: name(field(11)),
      place: place(field(12)),
      day: field(13),
      millisecond: field(14),
      delay: field(15),
    });
  }
}
