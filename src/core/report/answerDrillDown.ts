import { type ConnectorSummary, NO_NOTES, summarize } from '../aggregate/connectorSummary';
import { DrillDown } from '../aggregate/drillDown';
import { type HostHits, HostHitsWalk } from '../aggregate/hostHits';
import type { MailFlow } from '../aggregate/mailFlow';
import type { FileAccount } from '../facts/fileAccount';
import { holdsDay, type Period } from '../model/day';
import { namesIn } from '../model/hostNote';
import { noCounts, TLS_STATES, type Tls, type TlsState } from '../model/tls';
import { inOneGo } from '../steps';
import { periodOf, type ReportOptions } from './buildReport';
import type { DrillDownQuery, PeerLimits, PeerReport, ProofLineList } from './drillDown';
import { peerReport } from './peerReport';

/** An analysis that is asked. */
export interface Asked {
  readonly flow: MailFlow;
  readonly accounts: readonly FileAccount[];
  readonly options: ReportOptions;
}

/**
 * Who stood at the other side of a connector. Works in small steps; undefined where the analysis went on meanwhile. A
 * connector that there is not has no messages.
 */
export function* answerPeers(
  asked: Asked,
  query: DrillDownQuery,
  limits: PeerLimits,
): Generator<void, PeerReport | undefined> {
  const { period, connector, drillDown } = begin(asked, query);
  const peers = drillDown === undefined ? [] : yield* drillDown.peers();
  if (peers === undefined) {
    return undefined;
  }
  const aggregated = drillDown?.aggregated ?? noCounts();
  const pathOf = (file: number): string => asked.accounts[file]?.path ?? '';
  const namesOf = (host: string): string[] =>
    connector === undefined ? [] : namesIn(asked.flow.hostNotes.of(connector.direction, host));
  return yield* peerReport({ query, period, peers, aggregated, pathOf, namesOf }, limits);
}

/** The lines that prove messages of a connector: up to `most`, behind the first `skip`. As {@link answerPeers}. */
export function* answerProofLines(
  asked: Asked,
  query: DrillDownQuery,
  most: number,
  skip: number,
): Generator<void, ProofLineList | undefined> {
  const { drillDown } = begin(asked, query);
  if (drillDown === undefined) {
    return { lines: [], total: 0 };
  }
  const lines = yield* drillDown.lines();
  return lines === undefined ? undefined : { lines: yield* lines.list(skip, most), total: lines.size };
}

/** Which hosts had messages in these states over connectors, by their keys, day by day. As {@link answerPeers}. */
export function* answerHostHits(
  { flow, options }: Asked,
  states: readonly TlsState[],
  connectors: readonly string[],
  mostBytes: number | undefined,
): Generator<void, HostHits | undefined> {
  const summaries = inOneGo(summarize(flow, null, options.typeOf, NO_NOTES));
  const period = periodOf(summaries, options);
  const numbers = states.map((state) => TLS_STATES.indexOf(state) as Tls);
  const keys = new Set(connectors);
  const meant = summaries.filter(({ key }) => keys.has(key));
  return yield* new HostHitsWalk(flow, meant, numbers, holdsDay(period), mostBytes).take();
}

/** Finds the connector, and the days that are asked for. */
function begin(
  { flow, options }: Asked,
  query: DrillDownQuery,
): {
  readonly period: Period | null;
  readonly connector: ConnectorSummary | undefined;
  readonly drillDown: DrillDown | undefined;
} {
  const summaries = inOneGo(summarize(flow, null, options.typeOf, NO_NOTES));
  const period = common(periodOf(summaries, options), query.period);
  const connector = summaries.find(({ key }) => key === query.connector);
  if (period === null || connector === undefined) {
    return { period, connector, drillDown: undefined };
  }
  const { tls, host, sender } = query;
  const holds = holdsDay(period);
  const state = tls === undefined ? undefined : (TLS_STATES.indexOf(tls) as Tls);
  return { period, connector, drillDown: new DrillDown(flow, connector, { holds, tls: state, host, sender }) };
}

/** The days of the analysis period that are asked for. */
function common(whole: Period | null, asked: Period | undefined): Period | null {
  if (whole === null || asked === undefined) {
    return whole;
  }
  const start = asked.start > whole.start ? asked.start : whole.start;
  const end = asked.end < whole.end ? asked.end : whole.end;
  return start <= end ? { start, end } : null;
}
