import { insightSentence } from '../../src/core/compare/insightSentence';
import { insightKey } from '../../src/core/compare/snapshot';
import { fill } from '../../src/core/report/wording';
import type { HeldBaseline } from '../../src/protocol/messages';
import { usePage } from '../pageContext';
import { baselineSentence } from './baselineSentence';
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
            {gone.map((insight) => (
              <li key={insightKey(insight)}>
                <bdi>{insightSentence({ before: insight, now: null }, strings, locale)}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
