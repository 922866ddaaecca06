import type { Told } from './exportKind';

/** How much a finding weighs: a warning asks for something to be done. */
export type Severity = 'warning' | 'information';

/** When a share of a connector's messages is "significant": both must be reached. */
export interface Thresholds {
  /** 0 to 1. */
  readonly share: number;
  readonly messages: number;
}

interface RuleFacts {
  readonly severity: Severity;
  /** What exports have to tell, one way or another, for the rule to say anything. */
  readonly needs: readonly Told[];
  /** What counts as significant unless the user says otherwise; null: the general thresholds. */
  readonly thresholds: Thresholds | null;
}

/**
 * Every rule: its id, which never changes, the severity of what it finds, and what it needs to know. The first two are
 * Microsoft's insights, in whose order and words they are listed.
 */
export const RULE_TABLE = {
  'inbound-partner-tls10': { severity: 'warning', needs: ['tls', 'connectorType'], thresholds: null },
  'inbound-onpremises-tls10': { severity: 'warning', needs: ['tls', 'connectorType'], thresholds: null },
  'inbound-unknown-tls10': { severity: 'warning', needs: ['tls', 'connector'], thresholds: null },
  'inbound-tls11': { severity: 'warning', needs: ['tls', 'connector'], thresholds: null },
  'outbound-old-tls': { severity: 'warning', needs: ['tls'], thresholds: null },
  'connector-without-tls': { severity: 'warning', needs: ['tls', 'connectorType'], thresholds: null },
  'forced-tls-broken': { severity: 'warning', needs: ['tls', 'forcedTls'], thresholds: { share: 0, messages: 1 } },
  'tls10-turned-none': { severity: 'warning', needs: ['tls', 'remoteHost'], thresholds: { share: 0, messages: 1 } },
  'weak-cipher': { severity: 'warning', needs: ['cipher'], thresholds: null },
  'could-force-tls': {
    severity: 'information',
    needs: ['tls', 'connectorType'],
    thresholds: { share: 0, messages: 100 },
  },
  'protection-fell': { severity: 'information', needs: ['tls'], thresholds: null },
} as const satisfies Record<string, RuleFacts>;

export type RuleId = keyof typeof RULE_TABLE;

export const RULE_IDS = Object.keys(RULE_TABLE) as readonly RuleId[];

/** What is fixed of a rule. */
export function factsOf(rule: RuleId): RuleFacts {
  return RULE_TABLE[rule];
}
