import { Tls } from '../../model/tls';
import { inStates, type Rule } from '../rule';

/** A connector is set up to force TLS, and yet mail went over it without. */
export const forcedTlsBroken: Rule = {
  id: 'forced-tls-broken',
  find: (subject) => (subject.connector.forcesTls ? inStates(subject, [Tls.none, Tls.ssl30]) : undefined),
};
