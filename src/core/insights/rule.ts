import type { ConnectorType, Direction } from '../model/connector';
import type { Tls } from '../model/tls';
import type { RuleId } from '../report/report';

/** A rule, declared: about which connectors it speaks and which TLS state of their messages is significant. */
export interface Rule {
  readonly id: RuleId;
  readonly direction: Direction;
  readonly connectorType: ConnectorType;
  readonly state: Tls;
}
