import type { Names } from './names';
import type { SilentRule } from './report';
import { fill, insightTitle, type Wording } from './wording';

/** Why a rule says nothing, as a sentence: its silence is no good sign. */
export function silentRuleSentence(strings: Wording & Names, { rule, missing }: SilentRule): string {
  const title = insightTitle(strings, rule, false);
  const list = missing.map((what) => strings[`told.${what}`]).join(', ');
  return missing.length === 0 ? fill(strings['silent.tooShort'], title) : fill(strings['silent.missing'], title, list);
}
