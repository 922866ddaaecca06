import { fill } from '../../src/core/report/wording';
import {
  type ConnectorImpact,
  type HostNumbers,
  hostsHit,
  type Impact,
  type ImpactHost,
} from '../../src/core/whatIf/impact';
import type { ShownImpact } from '../../src/protocol/messages';
import { ScrollRegion } from '../components/scrollRegion';
import { usePage } from '../pageContext';

/** The days on which something would have been refused, the newest first. */
export function ImpactDays({ impact }: { readonly impact: Impact }) {
  const { strings, count } = usePage();
  const days = impact.days.filter(({ messages }) => messages > 0).reverse();
  if (days.length === 0) {
    return null;
  }
  const hosts = (day: HostNumbers): string => {
    const { count: least, isAtLeast } = hostsHit(day);
    return isAtLeast ? fill(strings['whatIf.atLeast'], count(least)) : count(least);
  };
  return (
    <>
      <h3>{strings['whatIf.perDay']}</h3>
      <ScrollRegion class="plain-scroller impact-days" label={strings['whatIf.perDay']}>
        <table class="plain-table">
          <caption class="visually-hidden">{strings['whatIf.perDay']}</caption>
          <thead>
            <tr>
              <th scope="col">{strings['details.date']}</th>
              <th scope="col" class="number">
                {strings['whatIf.refused']}
              </th>
              <th scope="col" class="number">
                {strings['details.volume']}
              </th>
              <th scope="col" class="number">
                {strings['whatIf.hostsHit']}
              </th>
              <th scope="col" class="number">
                {strings['whatIf.connectorsHit']}
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.date} data-date={day.date}>
                <th scope="row" class="days">
                  {day.date}
                </th>
                <td class="number">{count(day.messages)}</td>
                <td class="number">{count(day.volume)}</td>
                <td class="number">{hosts(day)}</td>
                <td class="number">{count(day.connectors)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

/** The connectors that would have been hit, hardest first, each with its remote hosts. */
export function ConnectorImpacts({ shown }: { readonly shown: ShownImpact }) {
  return (
    <>
      {shown.impact.connectors.map((connector, position) => (
        <ConnectorHit key={position} connector={connector} hostCount={shown.hostCounts[position] ?? 0} />
      ))}
    </>
  );
}

interface ConnectorHitProps {
  readonly connector: ConnectorImpact;
  /** All its hosts, more than are listed perhaps. */
  readonly hostCount: number;
}

function ConnectorHit({ connector, hostCount }: ConnectorHitProps) {
  const { strings, count, percent, label } = usePage();
  const { messages, volume, unknown, versionUntold, hosts, hostUntold } = connector;
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
    <ScrollRegion class="plain-scroller" label={`${strings['who.hosts']}: ${label}`}>
      <table class="plain-table">
        <caption class="visually-hidden">{`${strings['who.hosts']}: ${label}`}</caption>
        <thead>
          <tr>
            <th scope="col">{strings['drill.column.host']}</th>
            <th scope="col" class="number">
              {strings['whatIf.refused']}
            </th>
            <th scope="col">{strings['whatIf.allOfIt']}</th>
            <th scope="col">{strings['drill.column.firstSeen']}</th>
            <th scope="col">{strings['drill.column.lastSeen']}</th>
          </tr>
        </thead>
        <tbody>
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
        </tbody>
      </table>
    </ScrollRegion>
  );
}
