import type { ChosenReading } from '../model/columnMapping';
import type { FormatId } from '../model/exportKind';
import type { DecidedOrder } from '../reading/localDate';
import { Account, MOST_PROBLEMS } from './account';
import type { AccountFacts } from './facts';

/** Book-keeping of one file. */
export class FileAccount extends Account {
  format: FormatId | null = null;
  /** Where the user decided how the file is read. */
  chosen: ChosenReading | undefined;
  encoding = '';
  /** How dates were read that leave open whether day or month comes first; undefined where there are none. */
  dates: DecidedOrder | undefined;

  constructor(
    /** Position in the report's order. */
    readonly index: number,
    readonly path: string,
  ) {
    super();
  }

  /** Takes over what was booked of a stretch of the file whose lines are counted from the one behind `linesBefore`. */
  add(stretch: AccountFacts, linesBefore: number): void {
    this.used += stretch.used;
    for (const [reason, records] of stretch.leftOut) {
      this.leaveOut(reason, records);
    }
    // That a file is not UTF-8 is told once.
    if (stretch.invalidLine > 0 && this.invalidLine === 0) {
      this.invalidLine = stretch.invalidLine + linesBefore;
      this.problem(this.invalidLine, 'invalidUtf8');
    }
    const ofLines = stretch.problems.filter(({ line }) => line > 0);
    for (const { reason, detail } of stretch.problems.filter(({ line }) => line === 0)) {
      this.problem(0, reason, detail);
    }
    for (const problem of ofLines.slice(0, Math.max(0, MOST_PROBLEMS - this.problems.length))) {
      this.problems.push({ ...problem, line: problem.line + linesBefore });
    }
    this.problemCount += stretch.problemCount - (stretch.problems.length - ofLines.length);
    if (stretch.sessions !== undefined) {
      this.sessions ??= { total: 0, withoutMessage: 0 };
      this.sessions.total += stretch.sessions.total;
      this.sessions.withoutMessage += stretch.sessions.withoutMessage;
    }
  }
}
