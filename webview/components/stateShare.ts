import type { TlsCounts, TlsState } from '../../src/core/model/tls';
import { formatCount, formatPercent } from '../../src/core/report/percent';
import { countOf, wholeOf } from '../../src/core/report/shownStates';
import { fill } from '../../src/core/report/wording';
import type { PageStrings } from '../../src/protocol/strings';

/** `12.0% (340)`, with `≈` where it is approximate; *Not told* where the share is of no message. */
export function stateShare(
  strings: PageStrings,
  locale: string,
  { tls, approximate }: { readonly tls: TlsCounts; readonly approximate: boolean },
  state: TlsState,
): string {
  const [messages, whole] = [countOf(tls, state), wholeOf(tls, state)];
  if (whole === 0) {
    return strings.notTold;
  }
  const percent = formatPercent(messages, whole, 1, locale);
  const share = approximate ? `≈\u2009${percent}` : percent;
  return fill(strings['details.shareAndCount'], share, formatCount(messages, locale));
}
