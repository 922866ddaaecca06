import { RULE_IDS, type RuleId, type Thresholds } from '../model/ruleTable';
import { shareOf } from './thresholds';

/** Thresholds that were found in what somebody wrote: by rule, or by connector in small letters. */
export interface ReadThresholds<Name extends string> {
  /** Those that can be used. */
  readonly thresholds: ReadonlyMap<Name, Partial<Thresholds>>;
  /** In English, what was left out and why. */
  readonly faults: readonly string[];
}

/** Reads `{ "RULE": { "share": per cent, "messages": number } }`, as the setting `mailFlow.thresholds.rules` holds it. */
export function readRuleThresholds(value: unknown): ReadThresholds<RuleId> {
  return readThresholds(value, (name) => RULE_IDS.find((rule) => rule === name));
}

/** Reads `{ "CONNECTOR": { "share": per cent, "messages": number } }`, as the setting `mailFlow.thresholds.connectors` does. */
export function readConnectorThresholds(value: unknown): ReadThresholds<string> {
  return readThresholds(value, (name) => name.toLowerCase());
}

function readThresholds<Name extends string>(
  value: unknown,
  nameOf: (name: string) => Name | undefined,
): ReadThresholds<Name> {
  const thresholds = new Map<Name, Partial<Thresholds>>();
  const faults: string[] = [];
  if (!isObject(value)) {
    return { thresholds, faults: value === undefined || value === null ? [] : ['not an object'] };
  }
  for (const [key, entry] of Object.entries(value)) {
    const name = nameOf(key);
    if (name === undefined) {
      faults.push(`${key}: no such rule`);
    } else {
      const read = readEntry(entry, (fault) => faults.push(`${key}: ${fault}`));
      thresholds.set(name, { ...thresholds.get(name), ...read });
    }
  }
  return { thresholds, faults };
}

function readEntry(entry: unknown, tell: (fault: string) => void): Partial<Thresholds> {
  if (!isObject(entry)) {
    tell('not an object');
    return {};
  }
  const { share, messages, ...others } = entry;
  for (const other of Object.keys(others)) {
    tell(`${other} is neither share nor messages`);
  }
  const isShare = typeof share === 'number' && share >= 0 && share <= 100;
  const isCount = typeof messages === 'number' && Number.isSafeInteger(messages) && messages >= 0;
  if (share !== undefined && !isShare) {
    tell('share is a number from 0 to 100 (per cent)');
  }
  if (messages !== undefined && !isCount) {
    tell('messages is a whole number from 0 up');
  }
  return { ...(isShare ? { share: shareOf(share) } : {}), ...(isCount ? { messages } : {}) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
