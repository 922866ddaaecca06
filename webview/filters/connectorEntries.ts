import { keyOf } from '../../src/core/report/connectorReport';
import type { ConnectorFlow } from '../../src/core/report/report';
import { connectorLabel } from '../../src/core/report/wording';
import type { PageStrings } from '../../src/protocol/strings';

/** An entry of *Show data for*. */
export interface ConnectorEntry {
  readonly value: string;
  readonly text: string;
}

/**
 * All mail flow first, then mail without a connector, then the connectors: inbound before outbound, by type, by name.
 */
export function connectorEntries(
  connectors: readonly ConnectorFlow[],
  strings: PageStrings,
  locale: string,
): ConnectorEntry[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const sorted = connectors
    .map((connector) => ({
      rank: rankOf(connector),
      value: keyOf(connector),
      text: connectorLabel(strings, connector),
    }))
    .sort((a, b) => a.rank - b.rank || collator.compare(a.text, b.text));
  return [{ value: 'all', text: strings['report.allMailFlow'] }, ...sorted.map(({ value, text }) => ({ value, text }))];
}

const TYPES = ['Partner', 'OnPremises', 'Unknown'] as const;

function rankOf({ direction, name, type }: ConnectorFlow): number {
  const outbound = direction === 'outbound' ? 1 : 0;
  if (type === 'NoConnector') {
    return outbound;
  }
  return 2 + outbound * 10 + (name === null ? TYPES.length : TYPES.indexOf(type));
}
