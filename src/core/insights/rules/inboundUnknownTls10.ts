import { Tls } from '../../model/tls';
import type { Rule } from '../rule';

/** Ours beside Microsoft's two: logs of Exchange Server tell no connector type, and TLS 1.0 matters there as well. */
export const inboundUnknownTls10: Rule = {
  id: 'inbound-unknown-tls10',
  direction: 'inbound',
  connectorType: 'Unknown',
  state: Tls.tls10,
};
