import { TLS_STATES, volumeOf } from '../../core/model/tls';
import { weakestFirst } from '../../core/report/glance';
import type { Insight, MailFlowReport } from '../../core/report/report';
import { heldInsights } from '../problems/warnings';
import { type AnalysisNode, type ConnectorNode, queryOf, type TlsNode, type TreeNode } from './treeNode';

/** Of an analysis; the report has all of them. */
const MOST_CONNECTORS = 200;
/** Of one TLS state of a connector. */
const MOST_HOSTS = 100;
/** Senders and ciphers that are named where a host is pointed at. */
const PEERS_SHOWN = 3;

/** The connectors of an analysis, as far as it has read: the weakest first. */
export function connectorsOf(parent: AnalysisNode): TreeNode[] {
  const { analysis } = parent;
  const report = reportOf(parent);
  if (report === null) {
    return [];
  }
  const all = weakestFirst(report.connectors);
  const held = heldInsights(analysis.state);
  const shown = all.slice(0, MOST_CONNECTORS).map((weighed): ConnectorNode => {
    const insights = held.filter(({ insight }) => isAbout(insight, weighed.connector));
    return { kind: 'connector', analysis, parent, insights, ...weighed };
  });
  const count = all.length - shown.length;
  return count === 0 ? shown : [...shown, { kind: 'moreConnectors', analysis, parent, count }];
}

/** The TLS states in which a connector has messages, weakest first. */
export function statesOf(parent: ConnectorNode): TlsNode[] {
  const { analysis, tls } = parent;
  const states = TLS_STATES.filter((_, position) => (tls[position] ?? 0) > 0);
  return states.map((state): TlsNode => ({ kind: 'tls', analysis, parent, state }));
}

/** The remote hosts of messages in one state, those with the most first; asked of what was read only now. */
export async function hostsOf(parent: TlsNode): Promise<TreeNode[]> {
  const { analysis } = parent;
  const query = queryOf(parent);
  const peers =
    query === undefined
      ? null
      : await analysis.ask((asked) => asked.peers(query, { hosts: MOST_HOSTS, peers: PEERS_SHOWN }));
  if (peers === null) {
    return [];
  }
  const hosts = peers.hosts.map((row): TreeNode => ({ kind: 'host', analysis, parent, row }));
  const rest = peers.notListed.hosts;
  const untold = volumeOf(peers.aggregated);
  return [
    ...hosts,
    ...(rest === 0 ? [] : [{ kind: 'moreHosts', analysis, parent, count: rest } as const]),
    ...(untold === 0 ? [] : [{ kind: 'hostsNotTold', analysis, parent, count: untold } as const]),
  ];
}

/** What an analysis has to show by now. */
export function reportOf({ analysis: { state } }: AnalysisNode): MailFlowReport | null {
  return state.kind === 'done' || state.kind === 'reading' ? state.report : null;
}

/** True where an insight is about a connector. */
export function isAbout(insight: Insight, { direction, name, type }: ConnectorNode['connector']): boolean {
  return insight.direction === direction && insight.connector === name && insight.connectorType === type;
}
