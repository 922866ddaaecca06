import type { Insight } from '../core/report/report';
import type { ExportAnalysis } from './exportAnalysis';

/** The same text for insights of the same rule about the same connector. */
export function aboutOf({ rule, direction, connector }: Insight): string {
  return JSON.stringify([rule, direction, connector?.toLowerCase()]);
}

/** How many warnings analyses have: one counts once where a file and its folder are both analysed, as in the Problems panel. */
export function distinctWarnings(analyses: Iterable<ExportAnalysis>): number {
  const distinct = new Set<string>();
  for (const analysis of analyses) {
    const { state } = analysis;
    for (const insight of state.kind === 'done' ? state.report.insights : []) {
      if (insight.severity === 'warning') {
        const uri = analysis.fileNamed(insight.first.file)?.uri ?? analysis.uri;
        distinct.add(`${uri} ${aboutOf(insight)}`);
      }
    }
  }
  return distinct.size;
}
