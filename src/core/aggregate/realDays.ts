import type { FileAccount } from '../facts/fileAccount';
import { formatDay } from '../model/day';
import { dayIn, shownDate, type WrittenDay } from '../reading/localDate';

/** A stretch of a file: whose it is, and where its lines stand. */
export interface FactsOrigin {
  readonly account: FileAccount;
  /** The newest day that is not in the future, UTC. */
  readonly today: number;
  /** Lines of the file before the stretch, and in it. */
  readonly linesBefore: number;
  readonly lines: number;
}

/** The days of a file's dates, now that their order is known. */
export class RealDays {
  readonly #origin: FactsOrigin;

  constructor(origin: FactsOrigin) {
    this.#origin = origin;
  }

  /**
   * A row's day; undefined where there is no such day, or it has not been yet: the row, which is used, is left out after all.
   * `isBooked`: false where that has been done.
   */
  of(written: WrittenDay, line: number, isBooked = true): number | undefined {
    const day = this.#realOf(written);
    if (day === undefined && isBooked) {
      this.#origin.account.used--;
      this.#reject(written, line);
    }
    return day;
  }

  /** The day of a row that is not booked yet; undefined where it is left out for its day. */
  unbooked(written: WrittenDay, line: number): number | undefined {
    const day = this.#realOf(written);
    if (day === undefined) {
      this.#reject(written, line);
    }
    return day;
  }

  #dayOf(written: WrittenDay): number | undefined {
    return dayIn(written, this.#origin.account.dates?.order ?? 'monthFirst');
  }

  #realOf(written: WrittenDay): number | undefined {
    const day = this.#dayOf(written);
    return day !== undefined && day <= this.#origin.today ? day : undefined;
  }

  #reject(written: WrittenDay, line: number): void {
    const { account, linesBefore } = this.#origin;
    const day = this.#dayOf(written);
    if (day === undefined) {
      account.reject(line + linesBefore, 'badTime', shownDate(written));
    } else {
      account.reject(line + linesBefore, 'futureDay', formatDay(day));
    }
  }
}
