import type { SilentRule } from '../../src/core/report/report';
import { silentRuleSentence } from '../../src/core/report/silentRule';
import type { PageStrings } from '../../src/protocol/strings';

/** What each rule that says nothing lacks, a sentence each, and where a connector's type can be had if that is lacking. */
export function silentRuleSentences(strings: PageStrings, rules: readonly SilentRule[]): string[] {
  const sentences = rules.map((silent) => silentRuleSentence(strings, silent));
  const lacksType = rules.some(({ missing }) => missing.includes('connectorType'));
  return lacksType ? [...sentences, strings['silent.definitions']] : sentences;
}
