import { fill } from '../../src/core/report/wording';
import type { HeldBaseline } from '../../src/protocol/messages';
import type { PageStrings } from '../../src/protocol/strings';

/** Which baseline it is, of which mail and when it was saved; or why it cannot be used. */
export function baselineSentence(strings: PageStrings, locale: string, baseline: HeldBaseline): string {
  if ('problem' in baseline) {
    return fill(strings['baseline.broken'], baseline.name, baseline.problem);
  }
  const { name, saved, verdict } = baseline;
  const { period } = verdict;
  const mail =
    period === null ? strings['compare.noPeriod'] : fill(strings['compare.period'], period.start, period.end);
  if (saved === null) {
    return fill(strings['baseline.againstUndated'], name, mail);
  }
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  return fill(strings['baseline.against'], name, mail, when.format(saved));
}
