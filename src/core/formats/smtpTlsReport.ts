import { formatDay } from '../model/day';
import type { TlsFailure } from '../model/tlsReport';
import { NO_PLAN } from '../reading/columnPlan';
import type { Columns } from '../reading/columns';
import { readTime, type WrittenTime } from '../reading/localDate';
import type { RecordCursor } from '../reading/recordCursor';
import type { FormatContext } from './format';
import { type TableRows, tableFormat } from './tableFormat';

/**
 * SMTP TLS report (RFC 8460, docs/formats.md): JSON, one object per report. Tells sessions of other organisations with one's own
 * domain, never messages, and no TLS version.
 */
export const smtpTlsReport = tableFormat({
  id: 'smtp-tls-report',
  has: (columns) => columns.has('organization-name') && columns.has('policies'),
  rows: (context, columns) => new ReportRows(context, columns),
});

const NOT_ENCRYPTED = 'starttls-not-supported';
/** Of a policy; the sums cover all. */
const MOST_FAILURES = 100;
const LONGEST_TEXT = 300;

type Members = Readonly<Record<string, unknown>>;

/** A member that is not what it has to be, by its path. */
class BadMember extends Error {}

class ReportRows implements TableRows {
  readonly plan = NO_PLAN;
  readonly #context: FormatContext;
  readonly #organization: number;
  readonly #id: number;
  readonly #start: number;
  readonly #end: number;
  readonly #policies: number;

  constructor(context: FormatContext, columns: Columns) {
    this.#context = context;
    this.#organization = columns.find('organization-name');
    this.#id = columns.find('report-id');
    this.#start = columns.find('date-range.start-datetime');
    this.#end = columns.find('date-range.end-datetime');
    this.#policies = columns.find('policies');
  }

  read(record: RecordCursor): void {
    const { account } = this.#context.facts;
    const first = this.#timeOf(record, this.#start);
    const last = this.#timeOf(record, this.#end);
    if (first === undefined || last === undefined) {
      return;
    }
    const start = first.day;
    // Some end their day with the midnight behind it.
    const end = last.millisecond === 0 && last.day > start ? last.day - 1 : last.day;
    if (start > this.#context.options.today) {
      account.reject(record.line, 'futureDay', formatDay(start));
      return;
    }
    const policies = listIn(record.cell(this.#policies));
    if (policies === undefined) {
      account.reject(record.line, 'badPolicy', 'policies');
      return;
    }
    let read = 0;
    for (const [position, policy] of policies.entries()) {
      read += Number(this.#readPolicy(record, { start, end, position }, policy));
    }
    if (read > 0 || policies.length === 0) {
      account.used++;
    } else {
      account.leaveOut('malformed');
    }
  }

  /** A record without times that can be read is left out: undefined. */
  #timeOf(record: RecordCursor, column: number): WrittenTime | undefined {
    const text = record.cell(column);
    const time = readTime(text);
    if (time === undefined || time.day < 0) {
      this.#context.facts.account.reject(record.line, 'badTime', text.slice(0, 60));
      return undefined;
    }
    return time;
  }

  /** False where the policy cannot be read, which is reported. */
  #readPolicy(
    record: RecordCursor,
    place: { readonly start: number; readonly end: number; readonly position: number },
    entry: unknown,
  ): boolean {
    try {
      const policy = objectAt(entry, 'policies');
      const about = objectAt(policy.policy, 'policy');
      const summary = objectAt(policy.summary, 'summary');
      const failures = listAt(policy['failure-details'], 'failure-details').map(failureOf);
      this.#context.facts.tlsReports.push({
        ...place,
        organization: shortened(record.cell(this.#organization)),
        reportId: shortened(record.cell(this.#id)),
        domain: textAt(about, 'policy-domain'),
        policy: textAt(about, 'policy-type'),
        successful: countAt(summary, 'total-successful-session-count'),
        failed: countAt(summary, 'total-failure-session-count'),
        notEncrypted: sum(failures.filter(({ result }) => result === NOT_ENCRYPTED)),
        failures: failures.slice(0, MOST_FAILURES),
        proof: { file: 0, line: record.line },
      });
      return true;
    } catch (error) {
      if (!(error instanceof BadMember)) {
        throw error;
      }
      this.#context.facts.account.problem(record.line, 'badPolicy', error.message);
      return false;
    }
  }
}

function failureOf(entry: unknown): TlsFailure {
  const failure = objectAt(entry, 'failure-details');
  return {
    result: textAt(failure, 'result-type').toLowerCase(),
    sessions: countAt(failure, 'failed-session-count'),
    sender: textAt(failure, 'sending-mta-ip'),
    receiver: textAt(failure, 'receiving-mx-hostname') || textAt(failure, 'receiving-ip'),
    reason: textAt(failure, 'failure-reason-code'),
  };
}

function sum(failures: readonly TlsFailure[]): number {
  return failures.reduce((total, { sessions }) => total + sessions, 0);
}

/** The entries of a cell that is a list; undefined where it is none. */
function listIn(cell: string): readonly unknown[] | undefined {
  try {
    const list: unknown = JSON.parse(cell);
    return Array.isArray(list) ? list : undefined;
  } catch {
    return undefined;
  }
}

/** A list that may be missing. */
function listAt(value: unknown, name: string): readonly unknown[] {
  if (value === undefined || value === null) {
    return [];
  }
  if (!Array.isArray(value)) {
    throw new BadMember(name);
  }
  return value;
}

function objectAt(value: unknown, name: string): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadMember(name);
  }
  return value as Members;
}

/** A text that may be missing. */
function textAt(members: Members, name: string): string {
  const value = members[name];
  if (value === undefined || value === null) {
    return '';
  }
  if (typeof value !== 'string') {
    throw new BadMember(name);
  }
  return shortened(value);
}

/** A number of sessions; some write it as a text. */
function countAt(members: Members, name: string): number {
  const value = members[name];
  const count = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0) {
    throw new BadMember(name);
  }
  return count;
}

function shortened(text: string): string {
  return text.trim().slice(0, LONGEST_TEXT);
}
