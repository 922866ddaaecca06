import { fill } from '../../src/core/report/wording';
import { type ConnectorImpact, hostsText, type Impact, type ImpactHost } from '../../src/core/whatIf/impact';
import type { ShownImpact } from '../../src/protocol/messages';
import { PlainTable } from '../components/plainTable';
import { usePage } from '../pageContext';

/** The days on which something would have been refused, the newest first. */
export function ImpactDays({ impact }: { readonly impact: Impact }) {
  const { strings, count } = usePage();
  const days = impact.days.filter(({ messages }) => messages > 0).reverse();
  if (days.length === 0) {
    return null;
  }
  return (
    <>
      <h3>{strings['whatIf.perDay']}</h3>
      <PlainTable
        label={strings['whatIf.perDay']}
        class="impact-days"
        columns={[
          { title: strings['details.date'] },
          { title: strings['whatIf.refused'], isNumber: true },
          { title: strings['details.volume'], isNumber: true },
          { title: strings['whatIf.hostsHit'], isNumber: true },
          { title: strings['whatIf.connectorsHit'], isNumber: true },
        ]}
      >
        {days.map((day) => (
          <tr key={day.date} data-date={day.date}>
            <th scope="row" class="days">
              {day.date}
            </th>
            <td class="number">{count(day.messages)}</td>
            <td class="number">{count(day.volume)}</td>
            <td class="number">{hostsText(strings, count, day)}</td>
            <td class="number">{count(day.connectors)}</td>
          </tr>
        ))}
      </PlainTable>
    </>
  );
}

/** The connectors that would have been hit, hardest first, each with its remote hosts. */
export function ConnectorImpacts({ shown }: { readonly shown: ShownImpact }) {
  return (
    <>
      {shown.impact.connectors.map((connector, position) => (
        <ConnectorHit key={position} connector={connector} />
      ))}
    </>
  );
}

function ConnectorHit({ connector }: { readonly connector: ConnectorImpact }) {
  const { strings, count, percent, label } = usePage();
  const { messages, volume, unknown, versionUntold, hosts, hostCount, hostUntold } = connector;
  const name = label(connector);
  return (
    <section class="connector-hit" data-direction={connector.direction} data-name={connector.name}>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <p>{fill(strings['whatIf.connector'], count(messages), count(volume), percent(messages, volume, 1))}</p>
      {unknown > 0 && <p class="muted">{fill(strings['whatIf.unknown'], count(unknown))}</p>}
      {versionUntold > 0 && <p class="muted">{fill(strings['whatIf.versionUntold'], count(versionUntold))}</p>}
      {hosts.length > 0 && <HitHosts label={name} hosts={hosts} />}
      {hosts.length < hostCount && (
        <p class="muted note">{fill(strings['hostChanges.more'], count(hosts.length), count(hostCount))}</p>
      )}
      {hostUntold > 0 && <p class="muted note">{fill(strings['causes.untold'], count(hostUntold))}</p>}
    </section>
  );
}

function HitHosts({ label, hosts }: { readonly label: string; readonly hosts: readonly ImpactHost[] }) {
  const { strings, count } = usePage();
  return (
    <PlainTable
      label={`${strings['who.hosts']}: ${label}`}
      columns={[
        { title: strings['drill.column.host'] },
        { title: strings['whatIf.refused'], isNumber: true },
        { title: strings['whatIf.allOfIt'] },
        { title: strings['drill.column.firstSeen'] },
        { title: strings['drill.column.lastSeen'] },
      ]}
    >
      {hosts.map(({ host, messages, known, firstSeen, lastSeen }) => (
        <tr key={host} data-host={host}>
          <th scope="row">
            <bdi>{host}</bdi>
          </th>
          <td class="number">{count(messages)}</td>
          <td>{strings[messages === known ? 'details.yes' : 'details.no']}</td>
          <td class="days">{firstSeen}</td>
          <td class="days">{lastSeen}</td>
        </tr>
      ))}
    </PlainTable>
  );
}
