import type { BaselineState } from '../../core/compare/baseline';
import type { Insight } from '../../core/report/report';
import { insightMessage } from '../../core/report/wording';
import type { AnalysisState } from '../../protocol/messages';
import type { PageStrings } from '../../protocol/strings';
import type { ExportAnalysis } from '../analysis/exportAnalysis';
import { verdictOf } from '../baseline/baselineFile';

/** An insight with what the baseline makes of it, where there is one. */
export interface HeldInsight {
  readonly insight: Insight;
  readonly baseline: BaselineState | undefined;
}

/**
 * What Problems lists of an analysis, and every count of warnings goes by: partial figures make no problem, muted insights are
 * none.
 */
export function heldInsights(state: AnalysisState): readonly HeldInsight[] {
  if (state.kind !== 'done' || state.cancelled) {
    return [];
  }
  const states = verdictOf(state.baseline)?.states ?? [];
  return state.report.insights.map((insight, position) => ({ insight, baseline: states[position] }));
}

/** True for a warning in Problems: what the baseline knows is information there. */
export function isWarning({ insight, baseline }: HeldInsight): boolean {
  return insight.severity === 'warning' && baseline !== 'known';
}

/** True for what would be a warning, if the baseline did not know it. */
export function isKnownWarning({ insight, baseline }: HeldInsight): boolean {
  return insight.severity === 'warning' && baseline === 'known';
}

/** What an insight says, and what the baseline makes of it. */
export function heldSentence({ insight, baseline }: HeldInsight, strings: PageStrings, locale: string): string {
  const sentence = insightMessage(strings, insight, locale);
  return baseline === undefined ? sentence : `${sentence} ${strings[`baseline.${baseline}`]}`;
}

/** The same text for insights of the same rule about the same connector. */
export function aboutOf({ rule, direction, connector }: Insight): string {
  return JSON.stringify([rule, direction, connector?.toLowerCase()]);
}

/** How many insights of analyses are this or that: one counts once where a file and its folder are both analysed, as in Problems. */
export function countDistinct(analyses: Iterable<ExportAnalysis>, isCounted: (held: HeldInsight) => boolean): number {
  const distinct = new Set<string>();
  for (const analysis of analyses) {
    for (const { insight } of heldInsights(analysis.state).filter(isCounted)) {
      const uri = analysis.fileNamed(insight.first.file)?.uri ?? analysis.uri;
      distinct.add(`${uri} ${aboutOf(insight)}`);
    }
  }
  return distinct.size;
}
