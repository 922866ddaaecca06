import { formatCount } from '../report/percent';
import { connectorLabel, fill, insightTitle, type Wording } from '../report/wording';
import type { InsightChange } from './compare';
import type { SnapshotInsight } from './snapshot';

/** What became of an insight, in a sentence. */
export function insightSentence({ before, now }: InsightChange, wording: Wording, locale: string): string {
  const one = (now ?? before) as SnapshotInsight;
  const kind = before === null ? 'appeared' : now === null ? 'gone' : 'stays';
  const counts = [before, now].map((insight) => formatCount(insight?.messages ?? 0, locale));
  const { title, connector } = snapshotWords(wording, one);
  return fill(wording[`compare.insight.${kind}`], title, connector, ...counts);
}

/** What an insight is called that was saved, and the connector that it is about. */
export function snapshotWords(
  wording: Wording,
  { rule, severity, direction, connector, connectorType }: SnapshotInsight,
): { readonly title: string; readonly connector: string } {
  const nameless =
    connectorType === null ? '–' : connectorLabel(wording, { direction, name: null, type: connectorType });
  // What a rule tells as information is a near miss, or has the same title either way.
  return { title: insightTitle(wording, rule, severity === 'information'), connector: connector ?? nameless };
}
