import { Tls } from '../../model/tls';
import { stateRule } from '../rule';

/** Microsoft's insight "Inbound OnPremises connector seeing significant TLS1.0 mail flow". */
export const inboundOnPremisesTls10 = stateRule('inbound-onpremises-tls10', [Tls.tls10], {
  direction: 'inbound',
  types: ['OnPremises'],
});
