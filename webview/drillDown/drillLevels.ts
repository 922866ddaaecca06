import { keyOf } from '../../src/core/report/connectorReport';
import type { DrillDownQuery } from '../../src/core/report/drillDown';
import type { MailFlowReport } from '../../src/core/report/report';
import type { DrillPlace } from '../../src/protocol/drillPlace';

/** What a place shows: connectors to choose from, a connector's hosts, a host's senders, what one sender sent. */
export type DrillLevel = 'connectors' | 'hosts' | 'host' | 'sender';

export function levelOf({ connector, host, sender }: DrillPlace): DrillLevel {
  if (connector === null) {
    return 'connectors';
  }
  return sender !== null ? 'sender' : host !== null ? 'host' : 'hosts';
}

/** True where a report has the connector of a place. */
export function isIn({ connector }: DrillPlace, { connectors }: MailFlowReport): boolean {
  return connector === null || connectors.some((one) => keyOf(one) === connector);
}

/** What the host is asked about a place; null where the report tells all of it. */
export function queryOf({ connector, tls, period, host, sender }: DrillPlace): DrillDownQuery | null {
  return connector === null
    ? null
    : {
        connector,
        period,
        ...(tls === null ? {} : { tls }),
        ...(host === null ? {} : { host }),
        ...(sender === null ? {} : { sender }),
      };
}

/** A step of the way to a place. */
export interface Crumb {
  readonly text: string;
  readonly place: DrillPlace;
}

/** What the steps are called. */
export interface CrumbNames {
  readonly allConnectors: string;
  connector(key: string): string;
  tls(state: NonNullable<DrillPlace['tls']>): string;
  host(name: string): string;
  sender(name: string): string;
}

/** The way to a place, its own step last: connectors, connector, TLS state, host, sender. */
export function crumbsOf(place: DrillPlace, names: CrumbNames): readonly Crumb[] {
  const { connector, tls, host, sender } = place;
  const ofConnector = { ...place, host: null, sender: null };
  return [
    { text: names.allConnectors, place: { ...ofConnector, connector: null } },
    ...(connector === null ? [] : [{ text: names.connector(connector), place: { ...ofConnector, tls: null } }]),
    ...(tls === null || connector === null ? [] : [{ text: names.tls(tls), place: ofConnector }]),
    ...(host === null ? [] : [{ text: names.host(host), place: { ...place, sender: null } }]),
    ...(sender === null ? [] : [{ text: names.sender(sender), place }]),
  ];
}

/** Which row of the place `to` leads to `from`; null where none does. */
export function rowBetween(from: DrillPlace, to: DrillPlace): string | null {
  switch (levelOf(to)) {
    case 'connectors':
      return from.connector;
    case 'hosts':
      return from.connector === to.connector ? from.host : null;
    case 'host':
      return from.host === to.host ? from.sender : null;
    case 'sender':
      return null;
  }
}
