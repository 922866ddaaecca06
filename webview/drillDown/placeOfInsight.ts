import { RULE_STATES } from '../../src/core/model/ruleStates';
import { keyOf } from '../../src/core/report/connectorReport';
import { sumDays } from '../../src/core/report/figures';
import type { ConnectorFlow, Insight } from '../../src/core/report/report';
import { countOf } from '../../src/core/report/shownStates';
import type { DrillPlace } from '../../src/protocol/drillPlace';

/** Where the messages of an insight are looked at: those of its weakest state that there are. */
export function placeOfInsight({ rule, period }: Insight, connector: ConnectorFlow): DrillPlace {
  const { tls } = sumDays(connector.days, period);
  return {
    connector: keyOf(connector),
    tls: RULE_STATES[rule].find((state) => countOf(tls, state) > 0) ?? null,
    period,
    host: null,
    sender: null,
  };
}
