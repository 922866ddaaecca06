import { formatDay } from '../model/day';
import type { ColumnPlan, Slot } from '../reading/columnPlan';
import { readTime, type WrittenDay } from '../reading/localDate';
import type { RecordCursor } from '../reading/recordCursor';
import type { FormatContext } from './format';

/** Milliseconds since 1970, UTC, as Windows PowerShell's ConvertTo-Json writes them. */
const SERIALIZED = /^\/Date/;

/** The column that tells when something happened. A record without a time that can be read is left out. */
export class TimeColumn {
  readonly #context: FormatContext;
  readonly #column: number;
  readonly #slot: Slot;
  /** Reported the first time that a date is met. */
  #isLocal: boolean;
  /** Of the record that was read last: its day, negative where the order of day and month is open. */
  day: WrittenDay = 0;
  /** Of that day. */
  millisecond = 0;

  /** `isLocal`: who wrote dates without a zone took them for the time of their own place, which is reported. */
  constructor(context: FormatContext, plan: ColumnPlan, column: number, isLocal = false) {
    this.#context = context;
    this.#isLocal = isLocal;
    this.#column = column;
    this.#slot = plan.time(column);
  }

  /** Where a row holds its time. */
  get slot(): Slot {
    return this.#slot;
  }

  /** Reads a record's time; false where the record is left out: it has none, or its day has not been yet. */
  read(record: RecordCursor): boolean {
    const day = record.day(this.#slot);
    if (day >= 0) {
      this.day = day;
      this.millisecond = record.millisecond(this.#slot);
    } else if (!this.#readWritten(record)) {
      return false;
    }
    if (this.day > this.#context.options.today) {
      this.#context.facts.account.reject(record.line, 'futureDay', formatDay(this.day));
      return false;
    }
    return true;
  }

  #readWritten(record: RecordCursor): boolean {
    const text = record.cell(this.#column);
    const time = readTime(text);
    if (time === undefined) {
      this.#context.facts.account.reject(record.line, 'badTime', text.slice(0, 60));
      return false;
    }
    if (this.#isLocal && !SERIALIZED.test(text)) {
      this.#isLocal = false;
      this.#context.facts.account.problem(0, 'zoneNotTold');
    }
    this.#context.facts.dates.add(time.day);
    this.day = time.day;
    this.millisecond = time.millisecond;
    return true;
  }
}
