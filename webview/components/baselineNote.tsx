import { formatCount } from '../../src/core/report/percent';
import { fill, insightTitle } from '../../src/core/report/wording';
import type { HeldBaseline } from '../../src/protocol/messages';
import type { PageStrings } from '../../src/protocol/strings';
import { usePage } from '../pageContext';
import { Link } from './link';

/** Which baseline the insights are held against, what of it is gone, and how to forget it. */
export function BaselineNote({ baseline }: { readonly baseline: HeldBaseline }) {
  const { strings, locale, count, host } = usePage();
  const gone = 'verdict' in baseline ? baseline.verdict.gone : [];
  return (
    <div class="baseline-note" data-broken={'problem' in baseline}>
      <p class={'problem' in baseline ? 'note' : 'muted note'}>
        <bdi>{baselineSentence(strings, locale, baseline)}</bdi>{' '}
        <Link class="forget-baseline" onClick={() => host.post({ type: 'run', command: 'forgetBaseline' })}>
          {strings['baseline.forget']}
        </Link>
      </p>
      {gone.length > 0 && (
        <details>
          <summary class="muted note">
            {fill(strings[gone.length === 1 ? 'baseline.gone.one' : 'baseline.gone.many'], count(gone.length))}
          </summary>
          <ul class="note">
            {gone.map(({ rule, direction, connector, messages }) => (
              <li key={`${rule} ${direction} ${connector}`}>
                <bdi>
                  {fill(
                    strings['compare.insight.gone'],
                    insightTitle(strings, rule, false),
                    connector ?? '–',
                    formatCount(messages, locale),
                    '0',
                  )}
                </bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

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
