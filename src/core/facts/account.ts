import type { LeftOutReason, ProblemReason, ReadingProblem } from '../model/problem';
import { ownText } from '../reading/ownText';
import type { RecordCursor } from '../reading/recordCursor';

/** How many problems of a file are kept with their lines; all are counted. */
export const MOST_PROBLEMS = 100;

/** Numbers of sessions, of protocol logs. */
export interface SessionCounts {
  total: number;
  withoutMessage: number;
}

/** Book-keeping over records: every one is used or left out for a reason, every problem has its line. */
export class Account {
  used = 0;
  readonly leftOut = new Map<LeftOutReason, number>();
  readonly problems: ReadingProblem[] = [];
  problemCount = 0;
  sessions: SessionCounts | undefined;
  /** The first line that is not UTF-8 though the file is; 0 where all are. */
  invalidLine = 0;

  get records(): number {
    let records = this.used;
    for (const count of this.leftOut.values()) {
      records += count;
    }
    return records;
  }

  leaveOut(reason: LeftOutReason, records = 1): void {
    const total = (this.leftOut.get(reason) ?? 0) + records;
    if (total === 0) {
      this.leftOut.delete(reason);
    } else {
      this.leftOut.set(reason, total);
    }
  }

  /** What concerns the whole file (line 0) is said once. */
  problem(line: number, reason: ProblemReason, detail?: string): void {
    if (line === 0 && this.hasSaid(reason, detail)) {
      return;
    }
    this.problemCount++;
    // What concerns the whole file is always kept.
    if (this.problems.length < MOST_PROBLEMS || line === 0) {
      this.problems.push(detail === undefined ? { line, reason } : { line, reason, detail: ownText(detail) });
    }
  }

  /** True where this has been said of the whole file. */
  hasSaid(reason: ProblemReason, detail?: string): boolean {
    return this.problems.some((said) => said.line === 0 && said.reason === reason && said.detail === detail);
  }

  /** Leaves a record out for a reason that the reader should see with its line. */
  reject(line: number, reason: ProblemReason, detail?: string): void {
    this.problem(line, reason, detail);
    this.leaveOut(reason === 'futureDay' || reason === 'noMessageId' ? reason : 'malformed');
  }

  /** True where a record has as many fields as the header names; else it is left out. */
  hasAllFields(record: RecordCursor, width: number): boolean {
    if (record.length === width) {
      return true;
    }
    const reason = record.unterminated && record.length < width ? 'truncatedRecord' : 'raggedRecord';
    this.reject(record.line, reason, `${record.length}\t${width}`);
    return false;
  }

  /** Counts a session, or takes it back. */
  session(hasMessage: boolean, sign: 1 | -1): void {
    this.countSessions(sign, hasMessage ? 0 : sign);
  }

  countSessions(sessions: number, withoutMessage: number): void {
    this.sessions ??= { total: 0, withoutMessage: 0 };
    this.sessions.total += sessions;
    this.sessions.withoutMessage += withoutMessage;
  }
}
