import type { Route } from '../facts/facts';
import { type ConnectorRef, type Direction, NO_CONNECTOR, UNTOLD_CONNECTOR } from '../model/connector';

/** The connectors that Exchange Online names when no customer connector was used (docs/formats.md). */
const DEFAULT_RECEIVE = /^(.+)\\Default \1$/i;
const OPPORTUNISTIC_SEND = /^To_DefaultOpportunisticTLS$/i;

/** The routes of a stretch: each is one object, so that rows can share it. */
export class RouteTable {
  readonly #routes = new Map<string, Route>();

  /** `trackedBy`: see {@link Route}. */
  of(direction: Direction, connector: ConnectorRef, trackedBy: string | null = null): Route {
    const name = connector.kind === 'named' ? `${connector.type} ${connector.name}` : '';
    const key = `${direction} ${connector.kind} ${name}${trackedBy === null ? '' : `\n${trackedBy}`}`;
    let route = this.#routes.get(key);
    if (route === undefined) {
      route = { direction, connector, hubServer: null, trackedBy };
      this.#routes.set(key, route);
    }
    return route;
  }
}

/** A connector as traces of Exchange Online name it: none where it is one of its own, untold where the name is empty. */
export function onlineConnector(name: string): ConnectorRef {
  if (name === '') {
    return UNTOLD_CONNECTOR;
  }
  return DEFAULT_RECEIVE.test(name) || OPPORTUNISTIC_SEND.test(name)
    ? NO_CONNECTOR
    : { kind: 'named', name, type: 'Unknown' };
}

/**
 * A connector in a table of unknown origin: the way to the internet that only Exchange Online has is none. The other name is a
 * receive connector of its own on Exchange Server.
 */
export function anyConnector(name: string): ConnectorRef {
  const connector = onlineConnector(name);
  return connector.kind === 'none' && !OPPORTUNISTIC_SEND.test(name)
    ? { kind: 'named', name, type: 'Unknown' }
    : connector;
}
