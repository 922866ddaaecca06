import { formatCount } from '../../src/core/report/percent';
import type { Insight } from '../../src/core/report/report';
import { fill } from '../../src/core/report/wording';
import type { PageStrings } from '../../src/protocol/strings';

/** "Who: 3 remote hosts, 2 sender domains, 1 cipher". */
export function whoSummary(strings: PageStrings, locale: string, insight: Insight): string {
  const counts = [
    ['hosts', insight.hostCount],
    ['senders', insight.senders.length],
    ['ciphers', insight.ciphers.length],
  ] as const;
  const parts = counts
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => fill(strings[`who.${kind}.${count === 1 ? 'one' : 'many'}`], formatCount(count, locale)));
  return fill(strings['who.summary'], new Intl.ListFormat(locale, { type: 'unit' }).format(parts));
}
