/** To (inbound) or from (outbound) the organisation. */
export type Direction = 'inbound' | 'outbound';
export const DIRECTIONS: readonly Direction[] = ['inbound', 'outbound'];

/** `NoConnector` is a state of Exchange Online mail; `Unknown` means that no record, definition or setting tells. */
export type ConnectorType = 'Partner' | 'OnPremises' | 'NoConnector' | 'Unknown';

/**
 * Which connector a message went over, as one record tells it. `none`: Exchange Online, without a connector;
 * `untold`: the record does not say.
 */
export type ConnectorRef =
  | { readonly kind: 'named'; readonly name: string; readonly type: ConnectorType }
  | { readonly kind: 'none' }
  | { readonly kind: 'untold' };

export const NO_CONNECTOR: ConnectorRef = { kind: 'none' };
export const UNTOLD_CONNECTOR: ConnectorRef = { kind: 'untold' };

/** A connector is its direction and its name without regard to case; this is the key both make. */
export function connectorKey(direction: Direction, connector: ConnectorRef): string {
  return `${direction}:${connector.kind}:${connector.kind === 'named' ? connector.name.toLowerCase() : ''}`;
}
