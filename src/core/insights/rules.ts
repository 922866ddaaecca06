import type { Rule } from './rule';
import { connectorWithoutTls } from './rules/connectorWithoutTls';
import { couldForceTls } from './rules/couldForceTls';
import { forcedTlsBroken } from './rules/forcedTlsBroken';
import { inboundOnPremisesTls10 } from './rules/inboundOnPremisesTls10';
import { inboundPartnerTls10 } from './rules/inboundPartnerTls10';
import { inboundTls11 } from './rules/inboundTls11';
import { inboundUnknownTls10 } from './rules/inboundUnknownTls10';
import { outboundOldTls } from './rules/outboundOldTls';
import { protectionFell } from './rules/protectionFell';
import { tls10TurnedNone } from './rules/tls10TurnedNone';
import { weakCipher } from './rules/weakCipher';

/** Every rule, in the order in which its insights are listed. */
export const RULES: readonly Rule[] = [
  inboundPartnerTls10,
  inboundOnPremisesTls10,
  inboundUnknownTls10,
  inboundTls11,
  outboundOldTls,
  connectorWithoutTls,
  forcedTlsBroken,
  tls10TurnedNone,
  weakCipher,
  couldForceTls,
  protectionFell,
];
