import type { Day } from '../../model/day';
import type { MessageKey } from '../../model/messageFlow';
import type { ColumnPlan, Slot } from '../../reading/columnPlan';
import { NameTable } from '../../reading/nameTable';
import type { RecordCursor } from '../../reading/recordCursor';
import { textKey } from '../../reading/textKey';
import { isoLineTime, type LineTime, tellsZone, traditionalTime } from './lineTime';

/** Where things stand in a line, by word. */
interface Layout {
  /** The words that make the time: an ISO one; its date and clock; a month, a date and a clock. -1 for none. */
  readonly date: number;
  readonly clock: number;
  readonly month: number;
  readonly host: number;
  readonly tag: number;
  /** Where the process has a word of its own; -1 where it is part of the tag. */
  readonly pid: number;
  readonly message: number;
}

const ISO: Layout = { date: 0, clock: -1, month: -1, host: 1, tag: 2, pid: -1, message: 3 };
const ISO_WITH_SPACE: Layout = { date: 0, clock: 1, month: -1, host: 2, tag: 3, pid: -1, message: 4 };
/** RFC 5424: behind the version stand time, host, program, process, message id and structured data. */
const NUMBERED: Layout = { date: 1, clock: -1, month: -1, host: 2, tag: 3, pid: 4, message: 7 };
const TRADITIONAL: Layout = { date: 1, clock: 2, month: 0, host: 3, tag: 4, pid: -1, message: 5 };
/** A day below ten stands behind two spaces. */
const TRADITIONAL_PADDED: Layout = { date: 2, clock: 3, month: 0, host: 4, tag: 5, pid: -1, message: 6 };
/** `Mon 2026-03-02 08:15:00 CET`. */
const WITH_WEEKDAY: Layout = { date: 1, clock: 2, month: -1, host: 4, tag: 5, pid: -1, message: 6 };

/** What the second word tells of a line's layout. */
const BY_SECOND_WORD: readonly (readonly [RegExp, Layout])[] = [
  [/^$/, TRADITIONAL_PADDED],
  [/^\d{1,2}$/, TRADITIONAL],
  [/^\d{4}-\d\d-\d\d$/, WITH_WEEKDAY],
  [/^\d{4}-\d\d-\d\dT/, NUMBERED],
  [/^\d\d:\d\d:\d\d/, ISO_WITH_SPACE],
  [/^/, ISO],
];
const SECOND = 1;
/** Words that a tag, a process or a queue id may be. */
const KEYED: readonly number[] = [2, 3, 4, 5, 6];
const PRIORITY = /^<\d{1,3}>/;
const UTC = /^(?:UTC|GMT|Z)$/i;
/** Of numbers that stand for a date: its name's number times this, and the letters of the month. */
const MONTHS = 0x1000000;

/** The beginning of each line of a log: time, host, program. */
export class LinePrefix {
  readonly #plan: ColumnPlan;
  readonly #today: Day;
  readonly #second: Slot;
  readonly #time: Slot;
  readonly #keys: readonly Slot[];
  /** Positions of layouts, by the number of the second word. */
  readonly #layouts = new NameTable();
  readonly #hosts = new NameTable();
  readonly #hostKeys: MessageKey[] = [];
  #layout: Layout = ISO;
  /** Days by month and number of the date, and milliseconds by the number of the clock. */
  readonly #days = new Map<number, Day>();
  readonly #clocks = new NameTable();
  /** Whether lines so far did not tell their year or zone. */
  isYearUntold = false;
  isZoneUntold = false;

  constructor(plan: ColumnPlan, today: Day) {
    this.#plan = plan;
    this.#today = today;
    this.#second = this.#plan.name(SECOND);
    this.#time = this.#plan.time(ISO.date);
    this.#keys = KEYED.map((column) => this.#plan.key(column));
  }

  /** Looks at a line: what the others say is about it. */
  look(record: RecordCursor): void {
    const second = record.name(this.#second);
    let position = this.#layouts.get(second);
    if (position === undefined) {
      const text = record.names.text(second);
      position = BY_SECOND_WORD.findIndex(([pattern]) => pattern.test(text));
      this.#layouts.set(second, position);
    }
    this.#layout = (BY_SECOND_WORD[position] as (typeof BY_SECOND_WORD)[number])[1];
  }

  get tag(): number {
    return this.#layout.tag;
  }

  get pid(): number {
    return this.#layout.pid;
  }

  /** The message's first word. */
  get message(): number {
    return this.#layout.message;
  }

  /** Number of the host's name. */
  host(record: RecordCursor): number {
    return record.nameOf(this.#layout.host);
  }

  /** The key of a host, by the number of its name. */
  hostKey(record: RecordCursor, host: number): MessageKey {
    let position = this.#hosts.get(host);
    if (position === undefined) {
      position = this.#hostKeys.length;
      this.#hostKeys.push(textKey(record.names.text(host).toLowerCase()));
      this.#hosts.set(host, position);
    }
    return this.#hostKeys[position] as MessageKey;
  }

  /** Halves of the key of a word. */
  high(record: RecordCursor, column: number): number {
    const slot = this.#keys[column - (KEYED[0] as number)];
    return slot === undefined ? textKey(record.cell(column)).high | 0 : record.keyHigh(slot);
  }

  low(record: RecordCursor, column: number): number {
    const slot = this.#keys[column - (KEYED[0] as number)];
    return slot === undefined ? textKey(record.cell(column)).low | 0 : record.keyLow(slot);
  }

  /** The line's time; undefined where it cannot be read. */
  time(record: RecordCursor): LineTime | undefined {
    const { date, clock, month } = this.#layout;
    if (this.#layout === ISO && endsWithZone(record, date)) {
      const day = record.day(this.#time);
      if (day >= 0) {
        return { day, millisecond: record.millisecond(this.#time) };
      }
    }
    if (month >= 0) {
      this.isYearUntold = true;
      this.isZoneUntold = true;
      return this.#traditional(record, month, date, clock);
    }
    const text = record.cell(date).replace(PRIORITY, '');
    const time = clock < 0 ? text : `${text}T${record.cell(clock)}`;
    const isTold = this.#layout === WITH_WEEKDAY ? UTC.test(record.cell(this.#layout.host - 1)) : tellsZone(time);
    this.isZoneUntold ||= !isTold;
    return isoLineTime(time);
  }

  /** The line's time as it is written. */
  timeText(record: RecordCursor): string {
    const { date, clock, month } = this.#layout;
    return [month, date, clock]
      .map((column) => record.cell(column))
      .join(' ')
      .trim();
  }

  #traditional(record: RecordCursor, month: number, date: number, clock: number): LineTime | undefined {
    const dateName = record.nameOf(date);
    const clockName = record.nameOf(clock);
    const pair = dateName * MONTHS + lettersOf(record, month);
    const day = this.#days.get(pair);
    const millisecond = this.#clocks.get(clockName);
    if (day !== undefined && millisecond !== undefined) {
      return { day, millisecond };
    }
    const { names } = record;
    const name = record.cell(month).replace(PRIORITY, '');
    const time = traditionalTime(name, names.text(dateName), names.text(clockName), this.#today);
    if (time !== undefined) {
      this.#days.set(pair, time.day);
      this.#clocks.set(clockName, time.millisecond);
    }
    return time;
  }
}

/** The last three letters of a word as a number: those of a month's name, whatever stands before it. */
function lettersOf(record: RecordCursor, column: number): number {
  const length = record.lengthOf(column);
  let letters = 0;
  for (let position = Math.max(0, length - 3); position < length; position++) {
    letters = letters * 256 + (record.unitAt(column, position) & 0xff);
  }
  return letters;
}

const [Z, PLUS, MINUS] = [90, 43, 45];

/** True where the time in a word ends as those do that tell their zone: `Z`, `+01:00`, `+0100`. */
function endsWithZone(record: RecordCursor, column: number): boolean {
  const length = record.lengthOf(column);
  return (
    record.unitAt(column, length - 1) === Z || isSign(record, column, length - 6) || isSign(record, column, length - 5)
  );
}

function isSign(record: RecordCursor, column: number, position: number): boolean {
  const unit = record.unitAt(column, position);
  return unit === PLUS || (unit === MINUS && position > DATE);
}

/** Characters of a date, which has hyphens of its own. */
const DATE = 10;
