import { formatCount } from '../report/percent';
import { fill, insightTitle, type Wording } from '../report/wording';
import type { InsightChange } from './compare';
import type { SnapshotInsight } from './snapshot';

/** What became of an insight, in a sentence. */
export function insightSentence({ before, now }: InsightChange, wording: Wording, locale: string): string {
  const one = (now ?? before) as SnapshotInsight;
  const kind = before === null ? 'appeared' : now === null ? 'gone' : 'stays';
  const title = insightTitle(wording, one.rule, false);
  const counts = [before, now].map((insight) => formatCount(insight?.messages ?? 0, locale));
  return fill(wording[`compare.insight.${kind}`], title, one.connector ?? '–', ...counts);
}
