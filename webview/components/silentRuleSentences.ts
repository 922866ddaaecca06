import type { SilentRule } from '../../src/core/report/report';
import { fill, insightTitle } from '../../src/core/report/wording';
import type { PageStrings } from '../../src/protocol/strings';

/** What each rule that says nothing lacks, a sentence each, and where a connector's type can be had if that is lacking. */
export function silentRuleSentences(strings: PageStrings, rules: readonly SilentRule[]): string[] {
  const sentences = rules.map(({ rule, missing }) => {
    const title = insightTitle(strings, rule, false);
    const list = missing.map((what) => strings[`told.${what}`]).join(', ');
    return missing.length === 0
      ? fill(strings['silent.tooShort'], title)
      : fill(strings['silent.missing'], title, list);
  });
  const lacksType = rules.some(({ missing }) => missing.includes('connectorType'));
  return lacksType ? [...sentences, strings['silent.definitions']] : sentences;
}
