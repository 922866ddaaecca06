import { useState } from 'preact/hooks';
import { repairSentence } from '../../src/core/report/causeSentences';
import type { Repair as RepairFacts } from '../../src/core/report/report';
import { copyText } from '../copyText';
import { usePage } from '../pageContext';
import { Link } from './link';

/** The fewest hosts whose repair ends an insight, to be copied: a line for each. */
export function Repair({ repair }: { readonly repair: RepairFacts }) {
  const { strings, count, host } = usePage();
  const [outcome, setOutcome] = useState('');
  return (
    <p class="repair">
      <bdi>{repairSentence(strings, count, repair)}</bdi>{' '}
      {repair.hosts.length > 0 && (
        <Link
          class="copy-repair"
          name={strings['who.copyHostsNamed']}
          onClick={() => void copyText(repair.hosts.join('\n'), host).then(() => setOutcome(strings['picture.copied']))}
        >
          {strings['who.copyHosts']}
        </Link>
      )}{' '}
      <span class="muted note" role="status">
        {outcome}
      </span>
    </p>
  );
}
