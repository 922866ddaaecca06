import { RULE_IDS, type RuleId, type Severity } from '../model/ruleTable';
import type { Insight } from '../report/report';

/** What makes a run fail: a severity, a rule, or nothing. */
export type FailOn = Severity | RuleId | 'never';

/** Everything that can be named. */
export const FAIL_ON: readonly FailOn[] = ['warning', 'information', 'never', ...RULE_IDS];

/**
 * True where an insight makes a run fail. `information` goes for warnings too; a rule goes for what it finds, not for its near
 * misses.
 */
export function isFailure({ rule, severity, isNearMiss }: Insight, failOn: readonly FailOn[]): boolean {
  return failOn.some(
    (one) => one === severity || (one === 'information' && severity === 'warning') || (one === rule && !isNearMiss),
  );
}
