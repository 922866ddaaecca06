import type { RuleId } from './ruleTable';
import type { TlsState } from './tls';

/** The TLS states of the messages that a rule is about, weakest first. Empty: the state alone does not decide, or all are meant. */
export const RULE_STATES: Readonly<Record<RuleId, readonly TlsState[]>> = {
  'inbound-partner-tls10': ['tls1.0'],
  'inbound-onpremises-tls10': ['tls1.0'],
  'inbound-unknown-tls10': ['tls1.0'],
  'inbound-tls11': ['tls1.1'],
  'outbound-old-tls': ['tls1.0', 'tls1.1'],
  'connector-without-tls': ['none', 'ssl3.0'],
  'forced-tls-broken': ['none', 'ssl3.0'],
  'tls10-turned-none': ['none'],
  'weak-cipher': [],
  'could-force-tls': [],
  'protection-fell': ['none', 'ssl3.0'],
};
