import type { TlsCounts } from '../../src/core/model/tls';
import { fill } from '../../src/core/report/wording';
import { Swatch } from '../charts/textures';
import { countOf, statesToShow } from '../charts/tlsStates';
import { usePage } from '../pageContext';

/** Messages per TLS state. The swatch is the slice's colour in the pie beside it. */
export function TlsTable({ tls, caption }: { readonly tls: TlsCounts; readonly caption: string }) {
  const { strings, count } = usePage();
  return (
    <table class="tls-table">
      <caption class="visually-hidden">{caption}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{strings['report.viewBy.tlsUsage']}</th>
          <th scope="col">{strings['tls.messages']}</th>
        </tr>
      </thead>
      <tbody>
        {statesToShow(tls, 'whenAny').map((state) => (
          <tr key={state} data-tls={state}>
            <th scope="row">
              <Swatch state={state} />
              {state === 'tls1.3' ? fill(strings['tls.mostSecure'], strings['tls.tls1.3']) : strings[`tls.${state}`]}
            </th>
            <td class="number">{count(countOf(tls, state))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
