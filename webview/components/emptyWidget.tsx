import { usePage } from '../pageContext';
import { Button } from './toolkit';
import { UnderstoodExports } from './understoodExports';

/** No export has been opened: what this is for, and how to begin. */
export function EmptyWidget() {
  const { strings, host } = usePage();
  return (
    <section class="empty" id="empty">
      <p>{strings['empty.text']}</p>
      <Button id="open-file" onClick={() => host.post({ type: 'openFile' })}>
        {strings['empty.open']}
      </Button>
      <UnderstoodExports />
    </section>
  );
}
