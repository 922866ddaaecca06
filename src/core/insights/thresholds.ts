import type { Thresholds } from '../report/report';

/** "Significant", as long as no setting says otherwise: at least 1 % and at least 10 of a connector's messages. */
export const DEFAULT_THRESHOLDS: Thresholds = { share: 0.01, messages: 10 };

/** A threshold's share from the percentage a user gives, without the trace that binary fractions leave in 1.1 / 100. */
export function shareOf(percent: number): number {
  return Number((percent / 100).toPrecision(12));
}
