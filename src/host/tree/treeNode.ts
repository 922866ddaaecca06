import type { TlsState } from '../../core/model/tls';
import { keyOf } from '../../core/report/connectorReport';
import type { DrillDownQuery, HostRow } from '../../core/report/drillDown';
import type { WeighedConnector } from '../../core/report/glance';
import type { ExportAnalysis } from '../analysis/exportAnalysis';
import type { HeldInsight } from '../problems/warnings';

/** An export that is open. */
export interface AnalysisNode {
  readonly kind: 'analysis';
  readonly analysis: ExportAnalysis;
}

/** A connector of its report. */
export interface ConnectorNode extends WeighedConnector {
  readonly kind: 'connector';
  readonly analysis: ExportAnalysis;
  readonly parent: AnalysisNode;
  /** What Problems says of it. */
  readonly insights: readonly HeldInsight[];
}

/** The connector's messages in one TLS state. */
export interface TlsNode {
  readonly kind: 'tls';
  readonly analysis: ExportAnalysis;
  readonly parent: ConnectorNode;
  readonly state: TlsState;
}

/** A remote host of these messages. */
export interface HostNode {
  readonly kind: 'host';
  readonly analysis: ExportAnalysis;
  readonly parent: TlsNode;
  readonly row: HostRow;
}

/** Says what is not listed: `count` connectors or hosts, or messages whose hosts the export does not tell. */
export interface RestNode {
  readonly kind: 'moreConnectors' | 'moreHosts' | 'hostsNotTold';
  readonly analysis: ExportAnalysis;
  readonly parent: AnalysisNode | TlsNode;
  readonly count: number;
}

/** A node of the tree *Analyses*. */
export type TreeNode = AnalysisNode | ConnectorNode | TlsNode | HostNode | RestNode;

/** The same for the same thing in another reading, so that VS Code keeps it open and selected. */
export function idOf(node: TreeNode): string {
  switch (node.kind) {
    case 'analysis':
      return node.analysis.key;
    case 'connector':
      return `${idOf(node.parent)}\n${keyOf(node.connector)}`;
    case 'tls':
      return `${idOf(node.parent)}\n${node.state}`;
    case 'host':
      return `${idOf(node.parent)}\nhost ${node.row.host}`;
    default:
      return `${idOf(node.parent)}\n${node.kind}`;
  }
}

/** The messages that a node stands for; undefined for one that stands for none. */
export function queryOf(node: TreeNode): DrillDownQuery | undefined {
  switch (node.kind) {
    case 'connector':
      return { connector: keyOf(node.connector) };
    case 'tls':
      return { connector: keyOf(node.parent.connector), tls: node.state };
    case 'host':
      return { connector: keyOf(node.parent.parent.connector), tls: node.parent.state, host: node.row.host };
    default:
      return undefined;
  }
}

/** True for what VS Code hands to a command of the tree's menus. */
export function isTreeNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'kind' in value && 'analysis' in value;
}
