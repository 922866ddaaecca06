import type { ConnectorHits, HitDay, HitHost, HostHits } from '../aggregate/hostHits';
import type { Analysis } from '../analyze';
import { daysOf, formatDay, type Period, parseDay } from '../model/day';
import { addCounts, noCounts, Tls, type TlsCounts, type TlsState, volumeOf } from '../model/tls';
import { keyOf } from '../report/connectorReport';
import { sumDays } from '../report/figures';
import type { ConnectorFlow, MailFlowReport } from '../report/report';
import { countOf } from '../report/shownStates';
import {
  type ConnectorImpact,
  type HostNumbers,
  type Impact,
  type ImpactDay,
  type ImpactFigures,
  type ImpactHost,
  type PeriodDay,
  WITHOUT_TLS,
} from './impact';

/**
 * What would have been refused if mail in these TLS states had been, on the connectors that `isMeant` accepts. Works in small
 * steps; undefined where the analysis went on meanwhile. `report`: the analysis' own.
 */
export function* askImpact(
  analysis: Pick<Analysis, 'hostHits'>,
  report: MailFlowReport,
  states: readonly TlsState[],
  isMeant: (connector: ConnectorFlow) => boolean = () => true,
): Generator<void, Impact | undefined> {
  const connectors = report.connectors.filter(isMeant);
  const hits = yield* analysis.hostHits(states, connectors.map(keyOf));
  return hits === undefined ? undefined : impactOf(report.period, connectors, hits, states);
}

/** The same of connectors whose hosts are known. */
function impactOf(
  period: Period | null,
  meant: readonly ConnectorFlow[],
  hits: HostHits,
  states: readonly TlsState[],
): Impact {
  const days = meant.flatMap((connector) => connector.days);
  const connectors = meant
    .map((connector) => connectorImpact(connector, hits.connectors.get(keyOf(connector)), states))
    .filter(({ messages }) => messages > 0)
    .sort((a, b) => b.messages - a.messages);
  return {
    period,
    states,
    ...figuresOf(sumDays(days, null), states),
    hostCount: new Set(connectors.flatMap(({ hosts }) => hosts.map(({ host }) => host))).size,
    hostUntold: connectors.reduce((sum, { hostUntold }) => sum + hostUntold, 0),
    days: period === null ? [] : periodDays(perDay(days, states, daysOf(period)), connectors, hits.days),
    connectors,
  };
}

function connectorImpact(
  { direction, name, type, days }: ConnectorFlow,
  hits: ConnectorHits | undefined,
  states: readonly TlsState[],
): ConnectorImpact {
  const figures = figuresOf(sumDays(days, null), states);
  const hosts = (hits?.hosts ?? [])
    .map(impactHost)
    .sort((a, b) => b.messages - a.messages || (a.host < b.host ? -1 : 1));
  const dates = days.map(({ date }) => date);
  return {
    direction,
    name,
    type,
    ...figures,
    hostCount: hosts.length,
    hostUntold: figures.messages - hosts.reduce((sum, { messages }) => sum + messages, 0),
    days: perDay(days, states, dates)
      .filter(({ messages }) => messages > 0)
      .map((day) => ({ ...day, ...hostsOn(day, hits?.days.get(parseDay(day.date) ?? 0)) })),
    hosts,
  };
}

/** The days of all connectors, with the hosts and the connectors that would have been hit. */
function periodDays(
  days: readonly DayCount[],
  connectors: readonly ConnectorImpact[],
  hostsOfDays: ReadonlyMap<number, number>,
): PeriodDay[] {
  const byDate = new Map<string, { connectors: number; hostUntold: number }>();
  for (const { date, hostUntold } of connectors.flatMap((connector) => connector.days)) {
    const known = byDate.get(date) ?? { connectors: 0, hostUntold: 0 };
    byDate.set(date, { connectors: known.connectors + 1, hostUntold: known.hostUntold + hostUntold });
  }
  return days.map((day) => ({
    ...day,
    hostCount: hostsOfDays.get(parseDay(day.date) ?? 0) ?? 0,
    ...(byDate.get(day.date) ?? { connectors: 0, hostUntold: 0 }),
  }));
}

function hostsOn({ messages }: DayCount, hit: HitDay | undefined): HostNumbers {
  return { hostCount: hit?.hosts ?? 0, hostUntold: messages - (hit?.messages ?? 0) };
}

function impactHost({ host, messages, known, firstDay, lastDay }: HitHost): ImpactHost {
  return { host, messages, known, firstSeen: formatDay(firstDay), lastSeen: formatDay(lastDay) };
}

function figuresOf(
  { tls, messages, approximate }: { readonly tls: TlsCounts; readonly messages: number; readonly approximate: boolean },
  states: readonly TlsState[],
): Omit<ImpactFigures, keyof HostNumbers> {
  return {
    messages: messagesIn(tls, states),
    volume: messages,
    unknown: tls[Tls.unknown] ?? 0,
    versionUntold: isWithoutTls(states) ? 0 : (tls[Tls.tls] ?? 0),
    approximate,
  };
}

/** Mail that was encrypted, whatever the version, is none without TLS. */
function isWithoutTls(states: readonly TlsState[]): boolean {
  return states.every((state) => WITHOUT_TLS.includes(state));
}

type DayCount = Pick<ImpactDay, 'date' | 'messages' | 'volume'>;

function perDay(
  days: readonly { readonly date: string; readonly tls: TlsCounts }[],
  states: readonly TlsState[],
  dates: readonly string[],
): DayCount[] {
  const byDate = new Map(dates.map((date) => [date, noCounts()] as const));
  for (const { date, tls } of days) {
    addCounts(byDate.get(date) ?? [], tls);
  }
  return [...byDate].map(([date, tls]) => ({ date, messages: messagesIn(tls, states), volume: volumeOf(tls) }));
}

function messagesIn(tls: TlsCounts, states: readonly TlsState[]): number {
  return states.reduce((sum, state) => sum + countOf(tls, state), 0);
}
