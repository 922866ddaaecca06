import { Tls } from '../../model/tls';
import { stateRule } from '../rule';

/** Microsoft's insight "Inbound Partner connector seeing significant TLS1.0 mail flow". */
export const inboundPartnerTls10 = stateRule('inbound-partner-tls10', [Tls.tls10], {
  direction: 'inbound',
  types: ['Partner'],
});
