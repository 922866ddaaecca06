import type { ConnectorType, Direction } from './connector';

/** A connector as it is set up in Exchange Online: Get-InboundConnector, Get-OutboundConnector. */
export interface ConnectorDefinition {
  readonly direction: Direction;
  readonly name: string;
  /** Unknown where the definition does not tell. */
  readonly type: ConnectorType;
  /** Null where the definition does not tell. */
  readonly forcedTls: boolean | null;
  /** The name that the other side's certificate must have; empty where none is asked for, or it is not told. */
  readonly certificate: string;
  /** Null where the definition does not tell. */
  readonly isEnabled: boolean | null;
  readonly line: number;
}
