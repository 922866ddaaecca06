import type { Direction } from '../model/connector';
import type { RuleId } from '../model/ruleTable';
import type { Insight } from '../report/report';

/** What the user has taken note of and no longer wants to be warned about: a connector, or what one rule says of it. */
export interface Mute {
  /** Every rule where none is named. */
  readonly rule?: RuleId;
  /** Both where none is named. */
  readonly direction?: Direction;
  /** Its name without regard to case; null: none, or not told. */
  readonly connector: string | null;
}

/** True where an insight is not to be warned about. */
export function isMuted({ rule, direction, connector }: Insight, mutes: readonly Mute[]): boolean {
  const name = connector?.toLowerCase() ?? null;
  return mutes.some(
    (mute) =>
      (mute.rule ?? rule) === rule &&
      (mute.direction ?? direction) === direction &&
      (mute.connector?.toLowerCase() ?? null) === name,
  );
}
