import type { ConnectorSummary } from '../aggregate/connectorSummary';
import { formatDay } from '../model/day';
import type { ChangedHost, HostChanges } from '../report/report';
import { type Conduct, conducts, firstDay, lastDay, lostTls, stoppedOldTls } from './conduct';

/** How many hosts of a connector are named, of either kind. */
const MOST_NAMED = 50;

/** The hosts that gave up old TLS in the period, for newer TLS or for plain text, of every connector that has some. */
export function hostChanges(connectors: readonly ConnectorSummary[]): HostChanges[] {
  return connectors.flatMap((connector) => {
    const { direction, name, type } = connector;
    const all = conducts(connector.peers());
    const stopped = all.filter(stoppedOldTls).map((conduct) => changed(conduct, firstNewer(conduct)));
    const lost = all.filter(lostTls).map((conduct) => changed(conduct, firstDay(conduct.plain)));
    return stopped.length + lost.length === 0
      ? []
      : [{ direction, connector: name, connectorType: type, stopped: listed(stopped), lost: listed(lost) }];
  });
}

/** The first day after old TLS of which it is certain that newer TLS was used. */
function firstNewer({ old, other }: Conduct): number {
  const since = lastDay(old);
  const days = other.flatMap((peer) => [peer.firstDay, peer.lastDay]).filter((day) => day > since);
  return Math.min(...days);
}

function changed({ host, old }: Conduct, since: number): ChangedHost {
  const messages = old.reduce((sum, peer) => sum + peer.messages, 0);
  return { host, messages, lastOld: formatDay(lastDay(old)), since: formatDay(since) };
}

function listed(hosts: readonly ChangedHost[]): HostChanges['lost'] {
  const ranked = [...hosts].sort((a, b) => b.messages - a.messages || (a.host < b.host ? -1 : 1));
  return { count: hosts.length, hosts: ranked.slice(0, MOST_NAMED) };
}
