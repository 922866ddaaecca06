import { Tls } from '../../model/tls';
import { stateRule } from '../rule';

/** Mail of a partner, or of the organisation's own servers, that nothing protects. SSL 3.0 is no protection. */
export const connectorWithoutTls = stateRule('connector-without-tls', [Tls.none, Tls.ssl30], {
  types: ['Partner', 'OnPremises'],
});
