import { DIRECTIONS, type Direction } from '../model/connector';
import { RULE_IDS, type RuleId } from '../model/ruleTable';
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

/**
 * Reads mutes as the setting `mailFlow.muted` holds them: `{ "connector": NAME or null, "direction"?, "rule"? }`. What is of a
 * wrong kind is left out: it must not mute more than somebody meant.
 */
export function readMutes(value: unknown): Mute[] {
  return Array.isArray(value) ? value.flatMap((entry: unknown) => readMute(entry) ?? []) : [];
}

function readMute(entry: unknown): Mute | undefined {
  if (typeof entry !== 'object' || entry === null || !('connector' in entry)) {
    return undefined;
  }
  const { connector, direction, rule }: { connector: unknown; direction?: unknown; rule?: unknown } = entry;
  const [toldDirection, toldRule] = [DIRECTIONS.find((one) => one === direction), RULE_IDS.find((one) => one === rule)];
  const isRight =
    (connector === null || typeof connector === 'string') &&
    (direction === undefined || toldDirection !== undefined) &&
    (rule === undefined || toldRule !== undefined);
  if (!isRight) {
    return undefined;
  }
  return {
    connector,
    ...(toldDirection === undefined ? {} : { direction: toldDirection }),
    ...(toldRule === undefined ? {} : { rule: toldRule }),
  };
}
