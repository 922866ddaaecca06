import { factsOf, type RuleId, type Thresholds } from '../model/ruleTable';

/** "Significant", as long as no setting says otherwise: at least 1 % and at least 10 of a connector's messages. */
export const DEFAULT_THRESHOLDS: Thresholds = { share: 0.01, messages: 10 };

/** The thresholds of a rule for a connector, by its name; null: none, or not told. */
export type ThresholdsOf = (rule: RuleId, connector: string | null) => Thresholds;

/** What the user sets: in general, for rules, for connectors (by name in small letters). */
export interface ThresholdSettings {
  readonly thresholds: Thresholds;
  readonly ruleThresholds?: ReadonlyMap<RuleId, Partial<Thresholds>>;
  readonly connectorThresholds?: ReadonlyMap<string, Partial<Thresholds>>;
}

/** What holds of what is set: a connector's own wins over a rule's, which wins over the general ones. */
export function thresholdsFrom(settings: ThresholdSettings): ThresholdsOf {
  const { thresholds, ruleThresholds, connectorThresholds } = settings;
  return (rule, connector) => ({
    ...(factsOf(rule).thresholds ?? thresholds),
    ...ruleThresholds?.get(rule),
    ...(connector === null ? {} : connectorThresholds?.get(connector.toLowerCase())),
  });
}

/** A threshold's share from the percentage a user gives, without the trace that binary fractions leave in 1.1 / 100. */
export function shareOf(percent: number): number {
  return Number((percent / 100).toPrecision(12));
}
