import { keyOf } from '../../src/core/report/connectorReport';
import type { ChangedHost, HostChanges, MailFlowReport } from '../../src/core/report/report';
import { fill } from '../../src/core/report/wording';
import type { DrillPlace } from '../../src/protocol/drillPlace';
import { CheckIcon, WarningIcon } from '../components/icons';
import { Link } from '../components/link';
import { PlainTable } from '../components/plainTable';
import { usePage } from '../pageContext';

interface HostChangesProps {
  readonly report: MailFlowReport;
  readonly onDrill: (place: DrillPlace) => void;
}

/** A host that gave up old TLS: `lost`, where it sends in plain text since. */
interface Row extends ChangedHost {
  readonly changes: HostChanges;
  readonly became: 'lost' | 'stopped';
}

/** The hosts that gave up TLS 1.0 and 1.1: those that lost TLS first, which somebody has to look at. Nothing where there are none. */
export function HostChangesTable({ report, onDrill }: HostChangesProps) {
  const { strings, count, label } = usePage();
  const rows = (['lost', 'stopped'] as const).flatMap((became) =>
    report.hostChanges.flatMap((changes) => changes[became].hosts.map((host): Row => ({ ...host, changes, became }))),
  );
  const all = report.hostChanges.reduce((sum, { lost, stopped }) => sum + lost.count + stopped.count, 0);
  if (rows.length === 0 || report.period === null) {
    return null;
  }
  const { period } = report;
  const heading = strings['hostChanges.heading'];
  return (
    <>
      <h3>{heading}</h3>
      <p class="muted">{strings['hostChanges.lead']}</p>
      <PlainTable
        id="host-changes"
        label={heading}
        columns={[
          { title: strings['drill.column.host'] },
          { title: strings['compare.column.connector'] },
          { title: strings['hostChanges.oldMessages'], isNumber: true },
          { title: strings['hostChanges.lastOld'] },
          { title: strings['hostChanges.since'] },
          { title: strings['hostChanges.now'] },
        ]}
      >
        {rows.map(({ host, messages, lastOld, since, became, changes }) => {
          const connector = { ...changes, name: changes.connector, type: changes.connectorType };
          const key = keyOf(connector);
          return (
            <tr key={`${key} ${host}`} data-host={host} data-became={became}>
              <th scope="row">
                <Link
                  class="to-peer"
                  onClick={() => onDrill({ connector: key, tls: null, period, host, sender: null })}
                >
                  <bdi>{host}</bdi>
                </Link>
              </th>
              <td>
                <bdi>{label(connector)}</bdi>
              </td>
              <td class="number">{count(messages)}</td>
              <td class="days">{lastOld}</td>
              <td class="days">{since}</td>
              <td>
                <span class="change">
                  {became === 'lost' ? <WarningIcon /> : <CheckIcon />}
                  {strings[became === 'lost' ? 'tls.none' : 'hostChanges.stopped']}
                </span>
              </td>
            </tr>
          );
        })}
      </PlainTable>
      {rows.length < all && (
        <p class="muted note">{fill(strings['hostChanges.more'], count(rows.length), count(all))}</p>
      )}
    </>
  );
}
