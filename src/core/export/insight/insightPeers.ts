import type { Analysis } from '../../analyze';
import { isWeakCipher } from '../../insights/rules/weakCipher';
import { weekEndingWith } from '../../model/day';
import { RULE_STATES } from '../../model/ruleStates';
import type { TlsState } from '../../model/tls';
import { insightConnectorKey, keyOf } from '../../report/connectorReport';
import { NO_LIMITS, type PeerRow } from '../../report/drillDown';
import type { ConnectorFlow, Insight, MailFlowReport } from '../../report/report';

/** A row of who stood at the other side, with its host. */
export interface InsightPeer extends PeerRow {
  /** Empty where not told. */
  readonly host: string;
}

/** The connector that an insight is about; undefined where the report has it no more. */
export function connectorOf({ connectors }: MailFlowReport, insight: Insight): ConnectorFlow | undefined {
  const key = insightConnectorKey(insight);
  return connectors.find((connector) => keyOf(connector) === key);
}

/**
 * Who causes an insight: hosts, senders, ciphers, the most frequent first. They add up to the insight's messages, as far as
 * hosts are told. Works in small steps; undefined where the analysis went on meanwhile.
 */
export function* insightPeers(
  analysis: Pick<Analysis, 'peers'>,
  report: MailFlowReport,
  insight: Insight,
): Generator<void, InsightPeer[] | undefined> {
  const connector = connectorOf(report, insight);
  const peers: InsightPeer[] = [];
  for (const tls of connector === undefined ? [] : statesAsked(insight)) {
    const period = insight.rule === 'protection-fell' ? { period: weekEndingWith(insight.period.end) } : {};
    const query = { connector: keyOf(connector as ConnectorFlow), ...(tls === undefined ? {} : { tls }), ...period };
    const found = yield* analysis.peers(query, NO_LIMITS);
    if (found === undefined) {
      return undefined;
    }
    peers.push(...found.hosts.flatMap(({ host, peers: rows }) => rows.map((row) => ({ ...row, host }))));
  }
  return peers.filter((peer) => isMeant(insight, peer)).sort((a, b) => b.messages - a.messages);
}

function statesAsked({ rule }: Insight): readonly (TlsState | undefined)[] {
  return RULE_STATES[rule].length === 0 ? [undefined] : RULE_STATES[rule];
}

/** Some rules are about a part of the messages in their states. */
function isMeant({ rule, hosts }: Insight, peer: InsightPeer): boolean {
  switch (rule) {
    case 'weak-cipher':
      return peer.tls !== 'unknown' && isWeakCipher(peer.cipher);
    case 'tls10-turned-none':
      return hosts.some(({ host }) => host === peer.host);
    default:
      return true;
  }
}
