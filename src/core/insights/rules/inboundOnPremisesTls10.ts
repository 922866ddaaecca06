import { Tls } from '../../model/tls';
import type { Rule } from '../rule';

/** Microsoft's insight "Inbound OnPremises connector seeing significant TLS1.0 mail flow". */
export const inboundOnPremisesTls10: Rule = {
  id: 'inbound-onpremises-tls10',
  direction: 'inbound',
  connectorType: 'OnPremises',
  state: Tls.tls10,
};
