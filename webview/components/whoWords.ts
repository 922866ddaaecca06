import { formatCount } from '../../src/core/report/percent';
import type { Insight, OffendingHost, Repair } from '../../src/core/report/report';
import { fill } from '../../src/core/report/wording';
import type { PageStrings } from '../../src/protocol/strings';

/** How many names stand in a sentence, or beside a host. */
const MOST_NAMES = 8;

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

/** What a host calls itself, and the certificates it shows. */
export function introductions(strings: PageStrings, { names, certificates }: OffendingHost): readonly string[] {
  return [
    ...(names.length === 0 ? [] : [fill(strings['causes.names'], names.slice(0, MOST_NAMES).join(', '))]),
    ...certificates
      .slice(0, MOST_NAMES)
      .map(({ subject, expires }) =>
        fill(strings[expires === null ? 'causes.certificate' : 'causes.certificateUntil'], subject, expires ?? ''),
      ),
  ];
}

/** Whose repair takes an insight below its threshold, in a sentence. */
export function repairSentence(strings: PageStrings, locale: string, repair: Repair): string {
  const { hosts, hostCount, remaining, isEnough } = repair;
  const left = formatCount(remaining, locale);
  if (!isEnough) {
    return fill(strings['repair.notEnough'], left);
  }
  const names = hosts.slice(0, MOST_NAMES).join(', ') + (hostCount > MOST_NAMES ? ', …' : '');
  return fill(strings[hostCount === 1 ? 'repair.one' : 'repair.many'], names, left, formatCount(hostCount, locale));
}
