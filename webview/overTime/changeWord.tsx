import type { Change } from '../../src/core/report/change';
import { DownIcon, SameIcon, UpIcon } from '../components/icons';
import { usePage } from '../pageContext';

/** What became of mail, in a word; an arrow says which way the weak share went. */
export function ChangeWord({ change }: { readonly change: Change }) {
  const { strings } = usePage();
  return (
    <span class={`change change-${change}`} data-change={change}>
      {change === 'worse' && <UpIcon />}
      {change === 'improved' && <DownIcon />}
      {change === 'same' && <SameIcon />}
      {strings[`compare.change.${change}`]}
    </span>
  );
}
