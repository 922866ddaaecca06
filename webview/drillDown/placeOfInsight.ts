import type { RuleId } from '../../src/core/model/ruleTable';
import type { TlsState } from '../../src/core/model/tls';
import { keyOf } from '../../src/core/report/connectorReport';
import { sumDays } from '../../src/core/report/figures';
import type { ConnectorFlow, Insight } from '../../src/core/report/report';
import { countOf } from '../../src/core/report/shownStates';
import type { DrillPlace } from '../../src/protocol/drillPlace';

/** The states of the messages that a rule is about; one that is not named here looks at more than the state. */
const STATES: Readonly<Partial<Record<RuleId, readonly TlsState[]>>> = {
  'inbound-partner-tls10': ['tls1.0'],
  'inbound-onpremises-tls10': ['tls1.0'],
  'inbound-unknown-tls10': ['tls1.0'],
  'inbound-tls11': ['tls1.1'],
  'outbound-old-tls': ['tls1.0', 'tls1.1'],
  'connector-without-tls': ['none', 'ssl3.0'],
  'forced-tls-broken': ['none', 'ssl3.0'],
  'tls10-turned-none': ['none'],
  'protection-fell': ['none', 'ssl3.0'],
};

/** Where the messages of an insight are looked at: those of its weakest state that there are. */
export function placeOfInsight({ rule, period }: Insight, connector: ConnectorFlow): DrillPlace {
  const { tls } = sumDays(connector.days, period);
  return {
    connector: keyOf(connector),
    tls: STATES[rule]?.find((state) => countOf(tls, state) > 0) ?? null,
    period,
    host: null,
    sender: null,
  };
}
