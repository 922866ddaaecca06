import { type ConnectorRef, type ConnectorType, connectorKey, type Direction } from '../model/connector';
import { daysOf, type Period } from '../model/day';
import { addCounts, noCounts, TLS_STATES, type TlsCounts, type TlsState, volumeOf } from '../model/tls';
import { isInside } from './figures';
import type { ConnectorFlow, DayFlow, Insight } from './report';

/** One row of the details table: a connector on a day. */
export interface DetailsRow extends DayFlow {
  readonly connector: ConnectorFlow;
  readonly volume: number;
}

/** One line of the Mail flow chart: messages of a connector, or of all, per day of the period. */
export interface VolumeSeries {
  /** Null: the total. */
  readonly connector: ConnectorFlow | null;
  readonly volumes: readonly number[];
}

/** What is taken of the connectors, beside *Show data for* and the days. Null and empty lists take everything. */
export interface ReportFilter {
  readonly direction: Direction | null;
  readonly types: readonly ConnectorType[];
  /** Takes the connector-days that have messages in one of these states; their figures stay whole. */
  readonly tls: readonly TlsState[];
}

/** Takes everything. */
export const NO_FILTER: ReportFilter = { direction: null, types: [], tls: [] };

/** The Connector report for a selection: everything its charts and its table show, from one pass. */
export interface ConnectorReport {
  readonly period: Period;
  readonly days: readonly string[];
  /** The total first, then the connectors with the largest volume first. */
  readonly series: readonly VolumeSeries[];
  readonly tls: TlsCounts;
  /** The same for each of `days`. */
  readonly tlsPerDay: readonly TlsCounts[];
  readonly messages: number;
  readonly approximate: boolean;
  readonly rows: readonly DetailsRow[];
}

/** The stable identity of a connector within a report, for *Show data for* and remembered choices. */
export function keyOf(flow: Pick<ConnectorFlow, 'direction' | 'name' | 'type'>): string {
  return connectorKey(flow.direction, refOf(flow));
}

/** The same of the connector that an insight is about: one without a name is told from others by its type. */
export function insightConnectorKey({ direction, connector: name, connectorType: type }: Insight): string {
  return keyOf({ direction, name, type });
}

function refOf(flow: Pick<ConnectorFlow, 'name' | 'type'>): ConnectorRef {
  if (flow.name !== null) {
    return { kind: 'named', name: flow.name, type: flow.type };
  }
  return { kind: flow.type === 'NoConnector' ? 'none' : 'untold' };
}

/**
 * Selects from the connectors. `showDataFor` is `all` or a key of {@link keyOf}; a key that names no connector selects
 * nothing. Everything asked for must be met. Rows come newest day first, then by volume.
 */
export function connectorReport(
  connectors: readonly ConnectorFlow[],
  showDataFor: string,
  period: Period,
  filter: ReportFilter = NO_FILTER,
): ConnectorReport {
  const days = daysOf(period);
  const position = new Map(days.map((day, index) => [day, index]));
  const total = days.map(() => 0);
  const tlsPerDay = days.map(noCounts);
  const rowsPerDay = days.map((): DetailsRow[] => []);
  const series: VolumeSeries[] = [];
  for (const connector of connectorsTaken(connectors, showDataFor, filter)) {
    const volumes = days.map(() => 0);
    for (const day of daysTaken(connector, period, filter)) {
      const index = position.get(day.date) ?? 0;
      const volume = volumeOf(day.tls);
      volumes[index] = (volumes[index] ?? 0) + volume;
      total[index] = (total[index] ?? 0) + volume;
      addCounts(tlsPerDay[index] ?? [], day.tls);
      rowsPerDay[index]?.push({ ...day, connector, volume });
    }
    series.push({ connector, volumes });
  }
  const rows = rowsPerDay.reverse().flatMap((ofDay) => ofDay.sort((a, b) => b.volume - a.volume));
  series.sort((a, b) => volumeOf(b.volumes) - volumeOf(a.volumes));
  const tls = noCounts();
  for (const counts of tlsPerDay) {
    addCounts(tls, counts);
  }
  return {
    period,
    days,
    series: [{ connector: null, volumes: total }, ...series],
    tls,
    tlsPerDay,
    messages: volumeOf(tls),
    approximate: rows.some((row) => row.approximate),
    rows,
  };
}

/** Messages of each of the period's days under a selection; what {@link connectorReport} draws as its total. */
export function volumesPerDay(
  connectors: readonly ConnectorFlow[],
  showDataFor: string,
  period: Period,
  filter: ReportFilter = NO_FILTER,
): readonly number[] {
  const days = new Map(daysOf(period).map((day) => [day, 0]));
  for (const connector of connectorsTaken(connectors, showDataFor, filter)) {
    for (const day of daysTaken(connector, period, filter)) {
      days.set(day.date, (days.get(day.date) ?? 0) + volumeOf(day.tls));
    }
  }
  return [...days.values()];
}

function connectorsTaken(
  connectors: readonly ConnectorFlow[],
  showDataFor: string,
  { direction, types }: ReportFilter,
): readonly ConnectorFlow[] {
  return connectors.filter(
    (connector) =>
      (direction === null || connector.direction === direction) &&
      (types.length === 0 || types.includes(connector.type)) &&
      (showDataFor === 'all' || keyOf(connector) === showDataFor),
  );
}

function daysTaken(connector: ConnectorFlow, period: Period, { tls }: ReportFilter): readonly DayFlow[] {
  const states = tls.map((state) => TLS_STATES.indexOf(state));
  return connector.days.filter(
    (day) => isInside(day.date, period) && (states.length === 0 || states.some((state) => (day.tls[state] ?? 0) > 0)),
  );
}
