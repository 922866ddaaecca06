import { knownOf, type TlsCounts, volumeOf } from '../../src/core/model/tls';
import { weakOf } from '../../src/core/report/change';
import { formatCount, formatPercent } from '../../src/core/report/percent';
import { fill } from '../../src/core/report/wording';
import type { PageStrings } from '../../src/protocol/strings';

/** "1.2% (60)", `≈` before an approximate count: how much of mail is without TLS or with old TLS. A dash where there is none. */
export function weakShare(strings: PageStrings, locale: string, tls: TlsCounts, approximate = false): string {
  const known = knownOf(tls);
  if (known === 0) {
    return volumeOf(tls) > 0 ? strings['tls.unknown'] : '–';
  }
  const weak = weakOf(tls);
  const messages = `${approximate ? '≈\u202f' : ''}${formatCount(weak, locale)}`;
  return fill(strings['details.shareAndCount'], formatPercent(weak, known, 1, locale), messages);
}
