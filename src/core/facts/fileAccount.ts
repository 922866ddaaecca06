import type { FormatId } from '../model/exportKind';
import type { ReadingProblem } from '../model/problem';
import type { DecidedOrder } from '../reading/localDate';
import { Account, MOST_PROBLEMS } from './account';
import type { AccountFacts } from './facts';

/** Book-keeping of one file. */
export class FileAccount extends Account {
  format: FormatId | null = null;
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
    this.problemCount += stretch.problemCount;
    for (const problem of stretch.problems) {
      if (problem.line === 0) {
        this.#addOnce(problem);
      } else if (this.problems.length < MOST_PROBLEMS) {
        this.problems.push({ ...problem, line: problem.line + linesBefore });
      }
    }
    if (stretch.sessions !== undefined) {
      this.sessions ??= { total: 0, withoutMessage: 0 };
      this.sessions.total += stretch.sessions.total;
      this.sessions.withoutMessage += stretch.sessions.withoutMessage;
    }
  }

  /** What concerns the whole file may be found in each of its stretches. */
  #addOnce(problem: ReadingProblem): void {
    const { reason, detail } = problem;
    if (this.problems.some((known) => known.line === 0 && known.reason === reason && known.detail === detail)) {
      this.problemCount--;
    } else {
      this.problems.push(problem);
    }
  }
}
