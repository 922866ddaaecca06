import { countIn, Tls, volumeOf } from '../../model/tls';
import { inStates, isInScope, type Rule } from '../rule';

const NEW = [Tls.tls12, Tls.tls13];

/** A connector whose mail all uses TLS 1.2 or newer: forcing TLS on it would lose nothing. */
export const couldForceTls: Rule = {
  id: 'could-force-tls',
  find: (subject) => {
    const { connector, tls } = subject;
    const isOpen = isInScope({ types: ['Partner', 'OnPremises'] }, subject) && !connector.forcesTls;
    // Not where the state of a single message is not told.
    const isAllNew = countIn(tls, NEW) === volumeOf(tls);
    return isOpen && isAllNew ? inStates(subject, NEW) : undefined;
  },
};
