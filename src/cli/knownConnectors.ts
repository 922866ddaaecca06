import type { Mute } from '../core/insights/mute';
import type { ConnectorFlow } from '../core/report/report';
import type { AnalysisArguments } from './arguments/analysisArguments';

/** That no connector has a name, and which ones there are. */
export function noConnectorCalled(name: string, connectors: readonly ConnectorFlow[]): string {
  const known = [...new Set(connectors.flatMap((connector) => connector.name ?? []))];
  const there = known.length === 0 ? 'is none' : `${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}`;
  return `no connector is called ${name}; there ${there}`;
}

/** What was said of connectors that there are not: most likely a name is mistyped. */
export function notesOnNames(
  { muted = [], connectorThresholds }: AnalysisArguments['options'],
  connectors: readonly ConnectorFlow[],
): string[] {
  const known = new Set(connectors.flatMap(({ name }) => name?.toLowerCase() ?? []));
  const isUnknown = (name: string): boolean => !known.has(name.toLowerCase());
  const named = muted.flatMap(({ connector }: Mute) => connector ?? []);
  return [
    ...named.filter(isUnknown).map((name) => `--mute: ${noConnectorCalled(name, connectors)}`),
    ...[...(connectorThresholds?.keys() ?? [])]
      .filter(isUnknown)
      .map((name) => `--connector-threshold: ${noConnectorCalled(name, connectors)}`),
  ];
}
