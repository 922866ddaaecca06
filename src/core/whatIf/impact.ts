import type { ConnectorType, Direction } from '../model/connector';
import { daysOf, formatDay, MILLISECONDS_PER_DAY, type Period } from '../model/day';
import { addCounts, knownOf, noCounts, TLS_STATES, Tls, type TlsCounts, type TlsState, volumeOf } from '../model/tls';
import { keyOf } from '../report/connectorReport';
import type { HostRow, PeerReport } from '../report/drillDown';
import { sumDays } from '../report/figures';
import type { ConnectorFlow, MailFlowReport } from '../report/report';

/** What a change of settings would have done to the mail of the period. */
export interface Impact extends ImpactFigures {
  readonly period: Period | null;
  /** TLS states of the messages that would have been refused. */
  readonly states: readonly TlsState[];
  /** Every day of the period, oldest first. */
  readonly days: readonly ImpactDay[];
  /** Those that would have been hit, hardest first. */
  readonly connectors: readonly ConnectorImpact[];
}

export interface ImpactFigures {
  /** Messages that would have been refused. */
  readonly messages: number;
  /** All messages, those of unknown TLS state included. */
  readonly volume: number;
  /** Messages of which it cannot be told: their TLS state is unknown … */
  readonly unknown: number;
  /** … or they were encrypted with a version that is not told, of which some would have been refused. */
  readonly versionUntold: number;
  readonly approximate: boolean;
}

/** A UTC day. */
export interface ImpactDay {
  readonly date: string;
  readonly messages: number;
  readonly volume: number;
}

/** What would have happened on a connector. */
export interface ConnectorImpact extends ImpactFigures {
  readonly direction: Direction;
  readonly name: string | null;
  readonly type: ConnectorType;
  /** Only those that would have been hit. */
  readonly days: readonly ImpactDay[];
  /** Who would have been refused, hardest hit first. */
  readonly hosts: readonly ImpactHost[];
  /** Refused messages of which no file tells the host. */
  readonly hostUntold: number;
}

/** A remote host that would have been refused. */
export interface ImpactHost {
  readonly host: string;
  readonly messages: number;
  /** All its messages of known TLS state: where they are as many, it has nothing better. */
  readonly known: number;
  /** UTC days of the first and the last message that would have been refused. */
  readonly firstSeen: string;
  readonly lastSeen: string;
}

/** What forcing TLS on a connector refuses. SSL 3.0 is no protection. */
export const WITHOUT_TLS: readonly TlsState[] = ['none', 'ssl3.0'];

/**
 * What would have been refused if mail in these TLS states had been, on the connectors that `isMeant` accepts. `peers`: all
 * hosts of the report's connectors (`peersOfAll`).
 */
export function impactOf(
  { period, connectors }: MailFlowReport,
  peers: readonly PeerReport[],
  states: readonly TlsState[],
  isMeant: (connector: ConnectorFlow) => boolean = () => true,
): Impact {
  const meant = connectors.filter(isMeant);
  const days = meant.flatMap((connector) => connector.days);
  const impacts = meant.map((connector) => {
    const told = peers.find((one) => one.connector === keyOf(connector));
    return connectorImpact(connector, told, states);
  });
  return {
    period,
    states,
    ...figuresOf(sumDays(days, null), states),
    days: period === null ? [] : perDay(days, states, daysOf(period)),
    connectors: impacts.filter(({ messages }) => messages > 0).sort((a, b) => b.messages - a.messages),
  };
}

function connectorImpact(
  { direction, name, type, days }: ConnectorFlow,
  peers: PeerReport | undefined,
  states: readonly TlsState[],
): ConnectorImpact {
  const figures = figuresOf(sumDays(days, null), states);
  const hosts = (peers?.hosts ?? [])
    .filter((host) => host.host !== '' && countIn(host.tls, states) > 0)
    .map((host) => impactHost(host, states))
    .sort((a, b) => b.messages - a.messages || (a.host < b.host ? -1 : 1));
  const dates = days.map(({ date }) => date);
  return {
    direction,
    name,
    type,
    ...figures,
    days: perDay(days, states, dates).filter(({ messages }) => messages > 0),
    hosts,
    hostUntold: figures.messages - hosts.reduce((sum, { messages }) => sum + messages, 0),
  };
}

function impactHost({ host, tls, peers }: HostRow, states: readonly TlsState[]): ImpactHost {
  const hit = peers.filter((peer) => states.includes(peer.tls));
  const day = (time: number): string => formatDay(time / MILLISECONDS_PER_DAY);
  return {
    host,
    messages: countIn(tls, states),
    known: knownOf(tls),
    firstSeen: day(Math.min(...hit.map(({ firstSeen }) => firstSeen))),
    lastSeen: day(Math.max(...hit.map(({ lastSeen }) => lastSeen))),
  };
}

function figuresOf(
  { tls, messages, approximate }: { readonly tls: TlsCounts; readonly messages: number; readonly approximate: boolean },
  states: readonly TlsState[],
): ImpactFigures {
  return {
    messages: countIn(tls, states),
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

function perDay(
  days: readonly { readonly date: string; readonly tls: TlsCounts }[],
  states: readonly TlsState[],
  dates: readonly string[],
): ImpactDay[] {
  const byDate = new Map(dates.map((date) => [date, noCounts()] as const));
  for (const { date, tls } of days) {
    addCounts(byDate.get(date) ?? [], tls);
  }
  return [...byDate].map(([date, tls]) => ({ date, messages: countIn(tls, states), volume: volumeOf(tls) }));
}

function countIn(tls: TlsCounts, states: readonly TlsState[]): number {
  return states.reduce((sum, state) => sum + (tls[TLS_STATES.indexOf(state)] ?? 0), 0);
}
