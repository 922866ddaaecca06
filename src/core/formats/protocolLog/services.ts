import type { Direction } from '../../model/connector';
import type { Names } from '../../reading/names';
import { NameTable } from '../../reading/nameTable';
import { isImplicitConnector } from '../implicitConnectors';

/** The service that logged, as far as a connector's name and the file's folder tell. */
export interface Service {
  readonly connector: string;
  /** A receive connector's name begins with its server; a send log tells only the local address. */
  readonly server: string | undefined;
  readonly isHub: boolean;
  /** Exchange uses the connector between its own services: its sessions are internal. */
  readonly isImplicit: boolean;
}

/** The Hub service's own receive connectors; `Default SERVER` is Hub's from Exchange 2013 (version 15) on. */
const CLIENT_PROXY = /^(.+)\\Client Proxy \1$/i;
const DEFAULT = /^(.+)\\Default \1$/i;
const HUB_FOLDER = /(?:^|[\\/])Hub[\\/]/i;

/** Tells services by the connectors that a log names. `location`: where the log lies. */
export function serviceOf(connector: string, direction: Direction, majorVersion: number, location: string): Service {
  const isReceive = direction === 'inbound';
  const slash = connector.indexOf('\\');
  const isHubName = CLIENT_PROXY.test(connector) || (majorVersion >= 15 && DEFAULT.test(connector));
  return {
    connector,
    server: isReceive && slash > 0 ? connector.slice(0, slash).toLowerCase() : undefined,
    isHub: HUB_FOLDER.test(location) || (isReceive && isHubName),
    isImplicit: isImplicitConnector(connector),
  };
}

const HUB_PORTS = /:(2525|465)$/;

/** The services of a log, by the numbers of names: it names few connectors, and local endpoints, in many rows. */
export class Services {
  readonly #direction: Direction;
  readonly #majorVersion: number;
  readonly #location: string;
  readonly #services: Service[] = [];
  /** Positions of services, by the number of the connector's name. */
  readonly #positions = new NameTable();
  /** By the local endpoint's number: 1 where its port is one of the Hub service's. */
  readonly #hubPorts = new NameTable();

  /** See {@link serviceOf}. */
  constructor(direction: Direction, majorVersion: number, location: string) {
    this.#direction = direction;
    this.#majorVersion = majorVersion;
    this.#location = location;
  }

  /** What a connector's name tells. */
  of(names: Names, name: number): Service {
    let position = this.#positions.get(name);
    if (position === undefined) {
      position = this.#services.length;
      this.#services.push(serviceOf(names.text(name), this.#direction, this.#majorVersion, this.#location));
      this.#positions.set(name, position);
    }
    return this.#services[position] as Service;
  }

  /** True where a local endpoint's port is one of the Hub service's. */
  isHubPort(names: Names, local: number): boolean {
    let isHub = this.#hubPorts.get(local);
    if (isHub === undefined) {
      isHub = Number(HUB_PORTS.test(names.text(local)));
      this.#hubPorts.set(local, isHub);
    }
    return isHub === 1;
  }
}
