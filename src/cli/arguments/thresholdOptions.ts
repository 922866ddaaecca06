import type { Mute } from '../../core/insights/mute';
import { type ReadThresholds, readConnectorThresholds, readRuleThresholds } from '../../core/insights/readThresholds';
import { RULE_IDS, type RuleId, type Thresholds } from '../../core/model/ruleTable';
import { UsageError } from './options';

/** Thresholds of rules' own, each as `RULE=2%,50`, `RULE=2%` or `RULE=50`. */
export function ruleThresholds(texts: readonly string[]): ReadonlyMap<RuleId, Partial<Thresholds>> {
  return checked('--rule-threshold', readRuleThresholds(entriesOf(texts, '--rule-threshold')));
}

/** Thresholds of connectors' own, each as `NAME=2%,50`, `NAME=2%` or `NAME=50`. */
export function connectorThresholds(texts: readonly string[]): ReadonlyMap<string, Partial<Thresholds>> {
  return checked('--connector-threshold', readConnectorThresholds(entriesOf(texts, '--connector-threshold')));
}

/** What is not to be warned about, each as `CONNECTOR` or `RULE:CONNECTOR`. */
export function mutes(texts: readonly string[]): Mute[] {
  return texts.map((text) => {
    const rule = RULE_IDS.find((id) => text.startsWith(`${id}:`));
    return rule === undefined ? { connector: text } : { rule, connector: text.slice(rule.length + 1) };
  });
}

function entriesOf(texts: readonly string[], option: string): Record<string, object> {
  const entries: [string, object][] = texts.map((text) => {
    const [, name = '', share, messages] = /^(.+)=(?:(\d+(?:\.\d+)?)%)?(?:(?:(?<=%),|(?<==))(\d+))?$/.exec(text) ?? [];
    if (name === '' || (share === undefined && messages === undefined)) {
      throw new UsageError(`${option} takes NAME=PERCENT%,COUNT such as Fabrikam=2%,50, not ${text}`);
    }
    const ofShare = share === undefined ? {} : { share: Number(share) };
    return [name, { ...ofShare, ...(messages === undefined ? {} : { messages: Number(messages) }) }];
  });
  return Object.fromEntries(entries);
}

function checked<Name extends string>(
  option: string,
  { thresholds, faults }: ReadThresholds<Name>,
): ReadonlyMap<Name, Partial<Thresholds>> {
  if (faults.length > 0) {
    throw new UsageError(`${option}: ${faults.join('; ')}`);
  }
  return thresholds;
}
