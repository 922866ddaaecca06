import { RULE_IDS, type RuleId } from '../core/model/ruleTable';

/** What a page can ask for about an insight: each is a command of the same name, but `unmute`. */
export const INSIGHT_ACTIONS = [
  'copyEvidence',
  'draftNotice',
  'adjustThreshold',
  'muteConnector',
  'showGuidance',
  'unmute',
] as const;
export type InsightAction = (typeof INSIGHT_ACTIONS)[number];

/** An action, and the insight that it is about: its rule and its connector's key (`insightConnectorKey`). */
export interface InsightRequest {
  readonly action: InsightAction;
  readonly rule: RuleId;
  readonly connector: string;
}

/** Checks what a page asks for; undefined where there is no such action or rule. */
export function parseInsightRequest(message: Readonly<Record<string, unknown>>): InsightRequest | undefined {
  const action = INSIGHT_ACTIONS.find((one) => one === message.action);
  const rule = RULE_IDS.find((one) => one === message.rule);
  const { connector } = message;
  return action === undefined || rule === undefined || typeof connector !== 'string'
    ? undefined
    : { action, rule, connector };
}
