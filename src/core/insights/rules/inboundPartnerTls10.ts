import { Tls } from '../../model/tls';
import type { Rule } from '../rule';

/** Microsoft's insight "Inbound Partner connector seeing significant TLS1.0 mail flow". */
export const inboundPartnerTls10: Rule = {
  id: 'inbound-partner-tls10',
  direction: 'inbound',
  connectorType: 'Partner',
  state: Tls.tls10,
};
