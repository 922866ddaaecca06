import { usePage } from '../pageContext';

/** The exports that are understood, as their users call them. */
export function UnderstoodExports() {
  const { strings } = usePage();
  return (
    <>
      <p>{strings['exports.heading']}</p>
      <ul class="understood">
        <li>{strings['exports.trace']}</li>
        <li>{strings['exports.protocolLogs']}</li>
        <li>{strings['exports.connectorReport']}</li>
        <li>{strings['exports.definitions']}</li>
      </ul>
    </>
  );
}
