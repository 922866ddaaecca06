import type { ConnectorSummary } from '../aggregate/connectorSummary';
import { formatDay } from '../model/day';
import type { ChangedHost, HostChanges } from '../report/report';
import { type Conduct, conducts, lostTls, stoppedOldTls } from './conduct';

/** How many hosts of a connector are named, of either kind. */
const MOST_NAMED = 50;

/** The hosts that gave up old TLS in the period, for newer TLS or for plain text, of every connector that has some. */
export function hostChanges(connectors: readonly ConnectorSummary[]): HostChanges[] {
  return connectors.flatMap((connector) => {
    const { direction, name, type } = connector;
    const all = conducts(connector);
    const stopped = all.filter(stoppedOldTls).map((conduct) => changed(conduct, conduct.firstSince));
    const lost = all.filter(lostTls).map((conduct) => changed(conduct, conduct.firstPlain));
    return stopped.length + lost.length === 0
      ? []
      : [{ direction, connector: name, connectorType: type, stopped: listed(stopped), lost: listed(lost) }];
  });
}

function changed({ host, oldMessages, lastOld }: Conduct, since: number): ChangedHost {
  return { host, messages: oldMessages, lastOld: formatDay(lastOld), since: formatDay(since) };
}

function listed(hosts: readonly ChangedHost[]): HostChanges['lost'] {
  const ranked = [...hosts].sort((a, b) => b.messages - a.messages || (a.host < b.host ? -1 : 1));
  return { count: hosts.length, hosts: ranked.slice(0, MOST_NAMED) };
}
