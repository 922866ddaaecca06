import type { ConnectorType, Direction } from '../core/model/connector';
import type { Period } from '../core/model/day';
import { TLS_STATES, type TlsState } from '../core/model/tls';
import { DETAILS_COLUMNS, type DetailsColumn, isDetailsColumn, type SortStep } from '../core/report/detailsColumns';
import { type DrillPlace, restorePlace } from './drillPlace';
import { listOf, periodOf, recordOf, textOf } from './savedValues';
import { restoreSupposed, type Supposed } from './supposed';

/** How the reader arranged the columns of the details table. */
export interface ColumnArrangement {
  readonly hidden: readonly DetailsColumn[];
  /** Stay in view while the rest scrolls sideways. */
  readonly pinned: readonly DetailsColumn[];
  /** Widths in CSS pixels, of the columns that were given one. */
  readonly widths: Readonly<Partial<Record<DetailsColumn, number>>>;
}

/** What the reader chose on the report page, as page and host remember it. */
export interface ReportChoices {
  readonly viewBy: 'mailFlow' | 'tlsUsage';
  /** The chart as a table. */
  readonly asTable: boolean;
  /** `all`, or the key of one connector (`keyOf` in core/report/connectorReport.ts). */
  readonly showDataFor: string;
  /** Null: the last week of whatever data is shown. */
  readonly period: Period | null;
  readonly direction: Direction | null;
  /** Empty: all of them; likewise `tls`. */
  readonly types: readonly ConnectorType[];
  readonly tls: readonly TlsState[];
  /** What the details table is searched for, as typed; empty: all rows. */
  readonly search: string;
  /** The first step decides, the next ones among equals. Empty: newest day first. */
  readonly sort: readonly SortStep[];
  /** The details table has a line for each connector that unfolds to its days. */
  readonly grouped: boolean;
  readonly columns: ColumnArrangement;
  readonly flyoutOpen: boolean;
  /** Null where nothing is drilled down into. */
  readonly drill: DrillPlace | null;
  /** What is supposed in the open panel *What If*; null where that is closed. */
  readonly whatIf: Supposed | null;
}

export const DEFAULT_COLUMNS: ColumnArrangement = { hidden: [], pinned: ['date', 'connector'], widths: {} };

/** Nothing lies over the page. */
export const NOTHING_OPEN = { flyoutOpen: false, drill: null, whatIf: null } as const satisfies Partial<ReportChoices>;

/** The choices that say which figures are shown: what *Clear all* takes back. */
export const NO_FILTER_CHOICES = {
  showDataFor: 'all',
  period: null,
  direction: null,
  types: [],
  tls: [],
  search: '',
} as const satisfies Partial<ReportChoices>;

export const DEFAULT_CHOICES: ReportChoices = {
  viewBy: 'mailFlow',
  asTable: false,
  ...NO_FILTER_CHOICES,
  sort: [],
  grouped: false,
  columns: DEFAULT_COLUMNS,
  ...NOTHING_OPEN,
};

/** The longest search that is taken; nothing that a row says is longer. */
export const LONGEST_SEARCH = 200;
/** A connector's key is hardly longer than its name. */
const LONGEST_KEY = 1000;
/** In CSS pixels. */
export const NARROWEST_COLUMN = 48;
export const WIDEST_COLUMN = 1200;
/** More steps than this nobody can follow. */
export const MOST_SORT_STEPS = 4;

export const CONNECTOR_TYPES: readonly ConnectorType[] = ['Partner', 'OnPremises', 'NoConnector', 'Unknown'];

/** Reads remembered choices; whatever is not one of today's choices becomes the default. The result's size is bounded. */
export function restoreChoices(saved: unknown): ReportChoices {
  const { viewBy, showDataFor, period, direction, types, tls, search, sort, columns, ...rest } = recordOf(saved);
  return {
    viewBy: viewBy === 'tlsUsage' ? viewBy : DEFAULT_CHOICES.viewBy,
    asTable: rest.asTable === true,
    showDataFor: textOf(showDataFor, LONGEST_KEY) ?? DEFAULT_CHOICES.showDataFor,
    period: periodOf(period),
    direction: direction === 'inbound' || direction === 'outbound' ? direction : null,
    types: CONNECTOR_TYPES.filter((type) => listOf(types).includes(type)),
    tls: TLS_STATES.filter((state) => listOf(tls).includes(state)),
    search: textOf(search, LONGEST_SEARCH) ?? DEFAULT_CHOICES.search,
    sort: sortOf(sort),
    grouped: rest.grouped === true,
    columns: columns === undefined ? DEFAULT_COLUMNS : columnsOf(columns),
    flyoutOpen: rest.flyoutOpen === true,
    drill: restorePlace(rest.drill),
    whatIf: restoreSupposed(rest.whatIf),
  };
}

function columnsOf(saved: unknown): ColumnArrangement {
  const { hidden, pinned, widths } = recordOf(saved);
  const given = Object.entries(recordOf(widths)).filter(
    ([column, width]) => isDetailsColumn(column) && typeof width === 'number' && Number.isFinite(width),
  );
  return {
    hidden: DETAILS_COLUMNS.filter((column) => listOf(hidden).includes(column)),
    pinned: DETAILS_COLUMNS.filter((column) => listOf(pinned ?? DEFAULT_COLUMNS.pinned).includes(column)),
    widths: Object.fromEntries(given.map(([column, width]) => [column, usableWidth(width as number)])),
  };
}

/** A width in CSS pixels that a column can have. */
export function usableWidth(width: number): number {
  return Math.round(Math.min(WIDEST_COLUMN, Math.max(NARROWEST_COLUMN, width)));
}

function sortOf(saved: unknown): readonly SortStep[] {
  const steps = listOf(saved).flatMap((step) => {
    const { column, descending } = recordOf(step);
    return isDetailsColumn(column) && typeof descending === 'boolean' ? [{ column, descending }] : [];
  });
  const first = (step: SortStep, index: number) => steps.findIndex(({ column }) => column === step.column) === index;
  return steps.filter(first).slice(0, MOST_SORT_STEPS);
}
