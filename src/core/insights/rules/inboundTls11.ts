import { Tls } from '../../model/tls';
import { stateRule } from '../rule';

/** TLS 1.1 was given up together with TLS 1.0, and is as easily overlooked. */
export const inboundTls11 = stateRule('inbound-tls11', [Tls.tls11], {
  direction: 'inbound',
  types: ['Partner', 'OnPremises', 'Unknown'],
});
