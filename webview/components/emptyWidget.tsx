import { usePage } from '../pageContext';
import { Button } from './toolkit';

/** No export has been opened: what this is for, and how to begin. */
export function EmptyWidget() {
  const { strings, host } = usePage();
  return (
    <section class="empty" id="empty">
      <p>{strings['empty.text']}</p>
      <Button id="open-file" onClick={() => host.post({ type: 'openFile' })}>
        {strings['empty.open']}
      </Button>
      <p>{strings['empty.exports']}</p>
      <ul>
        <li>{strings['empty.trace']}</li>
        <li>{strings['empty.protocolLogs']}</li>
        <li>{strings['empty.connectorReport']}</li>
      </ul>
    </section>
  );
}
