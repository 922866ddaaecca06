import { type ConnectorRef, type ConnectorType, connectorKey, type Direction } from '../model/connector';
import { daysOf, type Period } from '../model/day';
import { addCounts, knownOf, noCounts, TLS_STATES, type TlsCounts, type TlsState, volumeOf } from '../model/tls';
import { type DayVolume, shownOfAll, togetherOf } from './dayVolume';
import { daysWithin } from './figures';
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
  readonly volumes: readonly DayVolume[];
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
  const tlsPerDay = days.map(noCounts);
  const rowsPerDay = days.map((): DetailsRow[] => []);
  const series: VolumeSeries[] = [];
  let isApproximate = false;
  for (const connector of connectorsTaken(connectors, showDataFor, filter)) {
    const volumes = days.map((): DayVolume => 0);
    let index = 0;
    for (const day of daysWithin(connector.days, period)) {
      index = positionOf(day.date, days, index);
      const { date, tls, approximate, forcedTls } = day;
      const volume = volumeOf(tls);
      volumes[index] = volumeTaken(day, volume, filter);
      if (isTaken(day, filter)) {
        addCounts(tlsPerDay[index] ?? [], tls);
        isApproximate ||= approximate;
        // Field by field: to copy all that a day has takes several times as long, and there are thousands.
        rowsPerDay[index]?.push({ date, tls, approximate, forcedTls, connector, volume });
      }
    }
    series.push({ connector, volumes });
  }
  const rows = rowsPerDay.reverse().flatMap((ofDay) => ofDay.sort((a, b) => b.volume - a.volume));
  series.sort((a, b) => shownOfAll(b.volumes) - shownOfAll(a.volumes));
  const total = days.map((_, day) => togetherOf(series.map(({ volumes }) => volumes[day] ?? 0)));
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
    approximate: isApproximate,
    rows,
  };
}

/** Messages of each of the period's days under a selection; what {@link connectorReport} draws as its total. */
export function volumesPerDay(
  connectors: readonly ConnectorFlow[],
  showDataFor: string,
  period: Period,
  filter: ReportFilter = NO_FILTER,
): readonly DayVolume[] {
  const days = daysOf(period);
  const volumes = days.map((): DayVolume => 0);
  for (const connector of connectorsTaken(connectors, showDataFor, filter)) {
    let index = 0;
    for (const day of daysWithin(connector.days, period)) {
      index = positionOf(day.date, days, index);
      const before = volumes[index] ?? 0;
      const volume = volumeTaken(day, volumeOf(day.tls), filter);
      const isPlain = typeof before === 'number' && typeof volume === 'number';
      volumes[index] = isPlain ? before + volume : togetherOf([before, volume]);
    }
  }
  return volumes;
}

/** Position of a day among all days of the period, from where the one before was found: a connector's days come oldest first. */
function positionOf(date: string, days: readonly string[], from: number): number {
  let index = from;
  while (index < days.length - 1 && (days[index] ?? '') < date) {
    index++;
  }
  return index;
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

function isTaken(day: DayFlow, { tls }: ReportFilter): boolean {
  return tls.length === 0 || tls.some((state) => (day.tls[TLS_STATES.indexOf(state)] ?? 0) > 0);
}

/** What is shown of a connector's day with so many messages, or why nothing. */
function volumeTaken(day: DayFlow, volume: number, filter: ReportFilter): DayVolume {
  if (volume === 0 || isTaken(day, filter)) {
    return volume;
  }
  return knownOf(day.tls) === 0 ? 'notTold' : 'leftOut';
}
