import { Tls } from '../../model/tls';
import { stateRule } from '../rule';

/** Whoever still takes mail over TLS 1.0 or 1.1 only: once the sender refuses them, it goes out in plain text, or not at all. */
export const outboundOldTls = stateRule('outbound-old-tls', [Tls.tls10, Tls.tls11], { direction: 'outbound' });
