import { Tls } from '../../model/tls';
import { stateRule } from '../rule';

/** Beside Microsoft's two: logs of Exchange Server tell no connector type, and TLS 1.0 matters there as well. */
export const inboundUnknownTls10 = stateRule('inbound-unknown-tls10', [Tls.tls10], {
  direction: 'inbound',
  types: ['Unknown'],
});
