import type { TlsCounts, TlsState } from '../../src/core/model/tls';
import { fill } from '../../src/core/report/wording';
import { Swatch } from '../charts/textures';
import { countOf, statesToShow } from '../charts/tlsStates';
import { usePage } from '../pageContext';
import { Link } from './link';

interface TlsTableProps {
  readonly tls: TlsCounts;
  readonly caption: string;
  /** Shows who stood at the other side of the messages in a state; without it the table leads nowhere. */
  readonly onState?: ((state: TlsState) => void) | undefined;
}

/** Messages per TLS state. The swatch is the slice's colour in the pie beside it. */
export function TlsTable({ tls, caption, onState }: TlsTableProps) {
  const { strings, count } = usePage();
  const nameOf = (state: TlsState) =>
    state === 'tls1.3' ? fill(strings['tls.mostSecure'], strings['tls.tls1.3']) : strings[`tls.${state}`];
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
              {onState === undefined || countOf(tls, state) === 0 ? (
                nameOf(state)
              ) : (
                <Link
                  class="show-hosts"
                  name={fill(strings['tls.showHosts'], nameOf(state), count(countOf(tls, state)))}
                  onClick={() => onState(state)}
                >
                  {nameOf(state)}
                </Link>
              )}
            </th>
            <td class="number">{count(countOf(tls, state))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
