import { type Period, parseDay } from '../src/core/model/day';
import { keyOf, type ReportFilter } from '../src/core/report/connectorReport';
import { lastWeek } from '../src/core/report/figures';
import type { MailFlowReport } from '../src/core/report/report';
import type { ReportChoices } from '../src/protocol/choices';
import type { ColumnChoices } from '../src/protocol/messages';
import { parseChoices } from '../src/protocol/validate';

/** What a page remembers: the choices, what is chosen in the form *Map Columns* while that is open, what it is a report of. */
export interface Remembered extends ReportChoices {
  readonly mapping: ColumnChoices | null;
  /** What VS Code hands over to the host to restore the page by. */
  readonly kept: string | null;
}

/** What was chosen in the form *Map Columns* when the page was put away; null where it was closed. */
export function restoreMapping(saved: unknown): ColumnChoices | null {
  return typeof saved === 'object' && saved !== null && 'mapping' in saved
    ? (parseChoices(saved.mapping) ?? null)
    : null;
}

/** What is shown of a report: the choices as far as it can fulfil them. */
export interface Selection {
  readonly viewBy: ReportChoices['viewBy'];
  readonly showDataFor: string;
  readonly period: Period;
  /** True where the period is the last week. */
  readonly isUsualPeriod: boolean;
  readonly filter: ReportFilter;
  readonly search: string;
}

/** Null where the report counts nothing. */
export function selectionOf(choices: ReportChoices, report: MailFlowReport): Selection | null {
  const usual = defaultPeriod(report);
  if (usual === null || report.period === null) {
    return null;
  }
  const { viewBy, showDataFor, direction, types, tls, search } = choices;
  const known = report.connectors.some((connector) => keyOf(connector) === showDataFor);
  const period =
    choices.period !== null && periodProblem(choices.period, report.period) === null ? choices.period : usual;
  return {
    viewBy,
    showDataFor: known ? showDataFor : 'all',
    period,
    isUsualPeriod: isSamePeriod(period, usual),
    filter: { direction, types, tls },
    search,
  };
}

/** The last week, as far as the data reaches back. */
export function defaultPeriod(report: MailFlowReport): Period | null {
  const week = lastWeek(report);
  if (week === null || report.period === null || week.start >= report.period.start) {
    return week;
  }
  return { start: report.period.start, end: week.end };
}

/** True where two periods have the same days. */
export function isSamePeriod(a: Period, b: Period): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Why the report cannot show a period. */
export type PeriodProblem = 'empty' | 'order' | 'outside';

/** Checks two dates as typed against the days the data holds; null where they can be shown. */
export function periodProblem(period: Period, data: Period): PeriodProblem | null {
  if (parseDay(period.start) === undefined || parseDay(period.end) === undefined) {
    return 'empty';
  }
  if (period.start > period.end) {
    return 'order';
  }
  return period.start < data.start || period.end > data.end ? 'outside' : null;
}
