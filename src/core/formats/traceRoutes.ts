import type { Route } from '../facts/facts';
import type { Names } from '../reading/names';
import type { ToldConnector } from './connectorData';
import { onlineConnector, RouteTable } from './routeTable';

/** The routes of a trace's hops over the border. */
export class TraceRoutes {
  readonly #routes = new RouteTable();
  /** By connector as an item of custom_data tells it: each item that is met is one object. */
  readonly #told = { inbound: new Map<ToldConnector, Route>(), outbound: new Map<ToldConnector, Route>() };
  /** By the number of connector_id and the direction. */
  readonly #recent = new Map<number, Route>();

  /** `told`: the connector that `custom_data` tells, if any; `id`: the name that connector_id has. */
  of(isInbound: boolean, told: ToldConnector | undefined, id: number, names: Names): Route {
    const direction = isInbound ? 'inbound' : 'outbound';
    if (told !== undefined && told.name !== '') {
      let route = this.#told[direction].get(told);
      if (route === undefined) {
        route = this.#routes.of(direction, { kind: 'named', ...told });
        this.#told[direction].set(told, route);
      }
      return route;
    }
    if (told !== undefined) {
      const connector = onlineConnector(names.text(id));
      return this.#routes.of(direction, connector.kind === 'named' ? { ...connector, type: told.type } : connector);
    }
    const recent = id * 2 + Number(isInbound);
    let route = this.#recent.get(recent);
    if (route === undefined) {
      route = this.#routes.of(direction, onlineConnector(names.text(id)));
      this.#recent.set(recent, route);
    }
    return route;
  }
}
