import type { ConnectorFlow, Insight, OffendingHost, OffendingName } from '../../src/core/report/report';
import { fill } from '../../src/core/report/wording';
import type { DrillPlace } from '../../src/protocol/drillPlace';
import { placeOfInsight } from '../drillDown/placeOfInsight';
import { usePage } from '../pageContext';
import { Link } from './link';
import { PlainTable } from './plainTable';
import { Repair } from './repair';
import { introductions, whoSummary } from './whoWords';

interface WhoProps {
  readonly insight: Insight;
  /** What the insight calls itself, for who hears the page. */
  readonly title: string;
  readonly connector: ConnectorFlow | undefined;
  readonly onDrill: (place: DrillPlace) => void;
}

/** Who is behind an insight: remote hosts, sender domains and ciphers, the most frequent first, and whose repair ends it. */
export function Who({ insight, title, connector, onDrill }: WhoProps) {
  const { strings, locale, count } = usePage();
  const { hosts, hostCount, hostUntold, senders, ciphers, repair } = insight;
  if (hosts.length + senders.length + ciphers.length === 0 && repair === null) {
    return null;
  }
  const open = (who: Pick<DrillPlace, 'host'> | Pick<DrillPlace, 'sender'>) => {
    if (connector !== undefined) {
      onDrill({ ...placeOfInsight(insight, connector), ...who });
    }
  };
  return (
    <details class="who">
      <summary>
        {whoSummary(strings, locale, insight)}
        <span class="visually-hidden">: {title}</span>
      </summary>
      {repair !== null && <Repair repair={repair} />}
      <NameTable
        kind="host"
        heading={strings['who.hosts']}
        title={strings['drill.column.host']}
        rows={hosts.map((host) => ({ ...host, name: host.host, notes: introductions(strings, host) }))}
        onOpen={connector && ((host) => open({ host }))}
      />
      {hosts.length < hostCount && (
        <p class="muted note">{fill(strings['hostChanges.more'], count(hosts.length), count(hostCount))}</p>
      )}
      {hostUntold !== null && hostUntold > 0 && (
        <p class="muted note">{fill(strings['causes.untold'], count(hostUntold))}</p>
      )}
      <NameTable
        kind="sender"
        heading={strings['who.senders']}
        title={strings['drill.column.sender']}
        rows={senders}
        onOpen={connector && ((sender) => open({ sender }))}
      />
      <NameTable kind="cipher" heading={strings['who.ciphers']} title={strings['drill.column.cipher']} rows={ciphers} />
    </details>
  );
}

interface NameRow extends Pick<OffendingName & OffendingHost, 'name' | 'messages' | 'firstSeen' | 'lastSeen'> {
  /** What is said beside the name. */
  readonly notes?: readonly string[];
}

interface NameTableProps {
  readonly kind: 'host' | 'sender' | 'cipher';
  readonly heading: string;
  /** Of the first column. */
  readonly title: string;
  readonly rows: readonly Omit<NameRow, 'names'>[];
  /** Where a name leads on. */
  readonly onOpen?: ((name: string) => void) | undefined;
}

function NameTable({ kind, heading, title, rows, onOpen }: NameTableProps) {
  const { strings, count } = usePage();
  if (rows.length === 0) {
    return null;
  }
  return (
    <PlainTable
      label={heading}
      who={kind}
      columns={[
        { title },
        { title: strings['drill.column.messages'], isNumber: true },
        { title: strings['drill.column.firstSeen'] },
        { title: strings['drill.column.lastSeen'] },
      ]}
    >
      {rows.map(({ name, messages, firstSeen, lastSeen, notes = [] }) => (
        <tr key={name} data-name={name}>
          <th scope="row">
            {onOpen === undefined ? (
              <bdi>{name}</bdi>
            ) : (
              <Link class="to-peer" onClick={() => onOpen(name)}>
                <bdi>{name}</bdi>
              </Link>
            )}
            {notes.map((note) => (
              <bdi key={note} class="muted note who-note">
                {note}
              </bdi>
            ))}
          </th>
          <td class="number">{count(messages)}</td>
          <td class="days">{firstSeen}</td>
          <td class="days">{lastSeen}</td>
        </tr>
      ))}
    </PlainTable>
  );
}
