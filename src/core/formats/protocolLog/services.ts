import type { Direction } from '../../model/connector';
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
