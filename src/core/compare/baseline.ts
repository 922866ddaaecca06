import type { Period } from '../model/day';
import { isLarger } from '../report/change';
import type { Insight, MailFlowReport } from '../report/report';
import { insightKey, NoReport, readSnapshot, type SnapshotInsight, snapshotOf } from './snapshot';

/** The version of baseline files (docs/baseline.schema.json): fields may be added, never renamed. */
const VERSION = 1;

/** What is known and taken note of: later reports are held against it. It names connectors and nobody else. */
export interface Baseline {
  readonly period: Period | null;
  readonly insights: readonly SnapshotInsight[];
  /** When it was saved, in milliseconds since 1970; null where it does not tell. */
  readonly saved: number | null;
}

/**
 * What a baseline makes of an insight: `known` is in it and has not become worse; `worse` was information and is a warning, or
 * has a share that rose by a percentage point or by half of what it was.
 */
export type BaselineState = 'new' | 'worse' | 'known';

/** A report held against a baseline. */
export interface BaselineVerdict {
  /** The baseline's. */
  readonly period: Period | null;
  /** One for each of the report's insights, in their order. */
  readonly states: readonly BaselineState[];
  /** What the baseline has and the report has not. */
  readonly gone: readonly SnapshotInsight[];
}

/** Shares that rise by this factor are worse, however small. */
const LEAST_FACTOR = 1.5;
/** What fractions of numbers lose; shares of messages differ by more. */
const ROUNDING = 1e-12;

/** What a baseline file holds of a report. `saved`: when, in milliseconds since 1970, if that is to be told. */
export function baselineJson(report: MailFlowReport, saved?: number): object {
  return {
    mailFlowBaseline: VERSION,
    ...(saved === undefined ? {} : { saved: new Date(saved).toISOString() }),
    period: report.period,
    insights: snapshotOf(report).insights,
  };
}

/** Reads what {@link baselineJson} wrote. Throws {@link NoReport} where it is something else. */
export function readBaseline(json: unknown): Baseline {
  const isBaseline = typeof json === 'object' && json !== null && 'mailFlowBaseline' in json;
  if (!isBaseline || json.mailFlowBaseline !== VERSION) {
    throw new NoReport('it is no baseline, or one of a later version');
  }
  const { period, insights } = readSnapshot({ ...json, version: 1, connectors: [] });
  const time = 'saved' in json && typeof json.saved === 'string' ? Date.parse(json.saved) : Number.NaN;
  return { period, insights, saved: Number.isNaN(time) ? null : time };
}

/** Holds a report against a baseline. */
export function heldAgainst({ period, insights }: Omit<Baseline, 'saved'>, report: MailFlowReport): BaselineVerdict {
  const before = new Map(insights.map((insight) => [insightKey(insight), insight] as const));
  const now = new Set(report.insights.map(insightKey));
  return {
    period,
    states: report.insights.map((insight) => stateOf(insight, before.get(insightKey(insight)))),
    gone: insights.filter((insight) => !now.has(insightKey(insight))),
  };
}

function stateOf({ severity, share }: Insight, before: SnapshotInsight | undefined): BaselineState {
  if (before === undefined) {
    return 'new';
  }
  const hasRisen = isLarger(share, before.share) || share / LEAST_FACTOR > before.share - ROUNDING;
  const isGraver = severity === 'warning' && before.severity === 'information';
  return isGraver || (hasRisen && share > before.share) ? 'worse' : 'known';
}
