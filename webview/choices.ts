import { type Period, parseDay } from '../src/core/model/day';
import { keyOf } from '../src/core/report/connectorReport';
import { lastWeek } from '../src/core/report/figures';
import type { MailFlowReport } from '../src/core/report/report';
import type { ColumnChoices, ReportSelection } from '../src/protocol/messages';
import { parseChoices } from '../src/protocol/validate';
import { isColumnId, NEWEST_FIRST, type SortOrder } from './components/detailsColumns';
import { LONGEST_SEARCH } from './components/detailsSearch';

/** What the reader chose on the report page, as the page remembers it. */
export interface Choices {
  readonly viewBy: ReportSelection['viewBy'];
  readonly showDataFor: string;
  /** Null: the last week of whatever data is shown. */
  readonly period: Period | null;
  readonly sort: SortOrder;
  /** What the details table is searched for, as typed; empty: all rows. */
  readonly search: string;
  readonly flyoutOpen: boolean;
}

/** What a page remembers: the choices, and what is chosen in the form *Map Columns* while that is open. */
export interface Remembered extends Choices {
  readonly mapping: ColumnChoices | null;
}

export const DEFAULT_CHOICES: Choices = {
  viewBy: 'mailFlow',
  showDataFor: 'all',
  period: null,
  sort: NEWEST_FIRST,
  search: '',
  flyoutOpen: false,
};

/** Reads remembered choices; whatever is not one of today's choices becomes the default. */
export function restoreChoices(saved: unknown): Choices {
  if (typeof saved !== 'object' || saved === null) {
    return DEFAULT_CHOICES;
  }
  const { viewBy, showDataFor, period, sort, search, flyoutOpen } = saved as Partial<Record<keyof Choices, unknown>>;
  return {
    viewBy: viewBy === 'tlsUsage' ? 'tlsUsage' : 'mailFlow',
    showDataFor: typeof showDataFor === 'string' ? showDataFor : DEFAULT_CHOICES.showDataFor,
    period: isPeriod(period) ? { start: period.start, end: period.end } : null,
    sort: isSortOrder(sort) ? { column: sort.column, descending: sort.descending } : NEWEST_FIRST,
    search: typeof search === 'string' && search.length <= LONGEST_SEARCH ? search : DEFAULT_CHOICES.search,
    flyoutOpen: flyoutOpen === true,
  };
}

/** What was chosen in the form *Map Columns* when the page was put away; null where it was closed. */
export function restoreMapping(saved: unknown): ColumnChoices | null {
  return isRecord(saved) ? (parseChoices(saved.mapping) ?? null) : null;
}

/** The choices as far as this report can fulfil them; null where it counts nothing. */
export function selectionOf(choices: Choices, report: MailFlowReport): ReportSelection | null {
  const usual = defaultPeriod(report);
  if (usual === null || report.period === null) {
    return null;
  }
  const { period, showDataFor } = choices;
  const known = report.connectors.some((connector) => keyOf(connector) === showDataFor);
  return {
    viewBy: choices.viewBy,
    showDataFor: known ? showDataFor : 'all',
    period: period !== null && periodProblem(period, report.period) === null ? period : usual,
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

function isPeriod(value: unknown): value is Period {
  return isRecord(value) && typeof value.start === 'string' && typeof value.end === 'string';
}

function isSortOrder(value: unknown): value is SortOrder {
  return isRecord(value) && isColumnId(value.column) && typeof value.descending === 'boolean';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
