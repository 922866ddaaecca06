import { NumberList } from '../../facts/numberList';

/**
 * Rows of a session that matter, as numbers: what the row means (meanings.ts), its sequence number, its time, the line and
 * the file it stands in, what tells identical rows from different ones, and a name that goes with the meaning (the domain
 * in MAIL FROM, a TLS line's cipher): a number for whoever reads them, 0 or less for none.
 */
export const EventField = {
  meaning: 0,
  sequence: 1,
  day: 2,
  millisecond: 3,
  line: 4,
  file: 5,
  fingerprint: 6,
  name: 7,
} as const;
export const EVENT_NUMBERS = 8;

/** The events of a session, in the order in which they came: {@link EVENT_NUMBERS} numbers each. */
export class SessionEvents extends NumberList {
  constructor() {
    super(0);
  }

  get count(): number {
    return this.length / EVENT_NUMBERS;
  }

  add(
    meaning: number,
    sequence: number,
    day: number,
    millisecond: number,
    line: number,
    file: number,
    fingerprint: number,
    name: number,
  ): void {
    const at = this.claim(EVENT_NUMBERS);
    const { numbers } = this;
    numbers[at] = meaning;
    numbers[at + 1] = sequence;
    numbers[at + 2] = day;
    numbers[at + 3] = millisecond;
    numbers[at + 4] = line;
    numbers[at + 5] = file;
    numbers[at + 6] = fingerprint;
    numbers[at + 7] = name;
  }

  /** Adds another session's events. */
  addAll({ numbers, count }: SessionEvents): void {
    this.addNumbers(numbers, 0, count);
  }

  /** Adds so many events that are numbers already, from a position on. */
  addNumbers(numbers: Int32Array, from: number, count: number): void {
    this.append(numbers.subarray(from, from + count * EVENT_NUMBERS));
  }

  /**
   * Adds events of a part of a file, whose lines are counted behind so many. `numberOf`: the number of the name that a position
   * above 0 is.
   */
  addPart(events: Int32Array, linesBefore: number, file: number, numberOf: (position: number) => number): void {
    const at = this.claim(events.length);
    const { numbers, length } = this;
    numbers.set(events, at);
    for (let event = at; event < length; event += EVENT_NUMBERS) {
      const name = numbers[event + EventField.name] as number;
      numbers[event + EventField.name] = name === 0 ? -1 : numberOf(name);
      numbers[event + EventField.line] = (numbers[event + EventField.line] as number) + linesBefore;
      numbers[event + EventField.file] = file;
    }
  }

  clear(): void {
    this.length = 0;
  }

  /** True where the events stand in strict order of their sequence numbers: then no two are the same row. */
  get isInOrder(): boolean {
    const { numbers, length } = this;
    for (let at = EVENT_NUMBERS; at < length; at += EVENT_NUMBERS) {
      if (!isBefore(numbers, at - EVENT_NUMBERS, at)) {
        return false;
      }
    }
    return true;
  }

  /** Positions of the events by sequence number, then time, then arrival; of identical rows one. */
  sorted(): number[] {
    const { numbers } = this;
    const order = Array.from({ length: this.count }, (_, index) => index * EVENT_NUMBERS);
    return withoutTwins(
      numbers,
      order.sort((a, b) => compare(numbers, a, b)),
    );
  }
}

/** Strictly by sequence number. */
function isBefore(numbers: Int32Array, a: number, b: number): boolean {
  return (numbers[a + EventField.sequence] as number) < (numbers[b + EventField.sequence] as number);
}

function compare(numbers: Int32Array, a: number, b: number): number {
  for (const field of [EventField.sequence, EventField.day, EventField.millisecond]) {
    const difference = (numbers[a + field] as number) - (numbers[b + field] as number);
    if (difference !== 0) {
      return difference;
    }
  }
  return a - b;
}

const IDENTITY = [EventField.day, EventField.millisecond, EventField.meaning, EventField.fingerprint];

function withoutTwins(numbers: Int32Array, order: readonly number[]): number[] {
  let sequence = -1;
  const rows = new Set<string>();
  return order.filter((at) => {
    if (numbers[at + EventField.sequence] !== sequence) {
      sequence = numbers[at + EventField.sequence] as number;
      rows.clear();
    }
    const row = IDENTITY.map((field) => numbers[at + field]).join(' ');
    const isNew = !rows.has(row);
    rows.add(row);
    return isNew;
  });
}
