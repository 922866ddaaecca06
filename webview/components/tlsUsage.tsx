import { knownOf, type TlsCounts, type TlsState } from '../../src/core/model/tls';
import { fill } from '../../src/core/report/wording';
import { TlsPie } from '../charts/pie';
import { unknownOf } from '../charts/tlsStates';
import { usePage } from '../pageContext';
import { TlsTable } from './tlsTable';

interface TlsUsageProps {
  readonly tls: TlsCounts;
  readonly approximate: boolean;
  readonly largestRadius: number;
  /** Said in place of the pie where no state is known. */
  readonly nothingKnown: string;
  /** See `TlsTable`. */
  readonly onState?: (state: TlsState) => void;
}

/** Messages by TLS version: a pie of the known ones and a table of all. */
export function TlsUsage({ tls, approximate, largestRadius, nothingKnown, onState }: TlsUsageProps) {
  const { strings, count } = usePage();
  const unknown = unknownOf(tls);
  const known = knownOf(tls);
  return (
    <div class="tls-usage">
      <div class="tls-usage-body">
        {known > 0 ? (
          <TlsPie tls={tls} approximate={approximate} largestRadius={largestRadius} />
        ) : (
          <p class="pie nothing">{nothingKnown}</p>
        )}
        <TlsTable tls={tls} caption={strings['report.viewBy.tlsUsage']} onState={onState} />
      </div>
      {known > 0 && unknown > 0 && (
        <p class="muted note unknown-note">
          {fill(strings[unknown === 1 ? 'unknownNotCharted.one' : 'unknownNotCharted.many'], count(unknown))}
        </p>
      )}
      {approximate && <p class="muted note approximate-note">{strings.approximateNote}</p>}
    </div>
  );
}
