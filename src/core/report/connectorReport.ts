import { type ConnectorRef, connectorKey } from '../model/connector';
import { daysOf, type Period } from '../model/day';
import { addCounts, noCounts, type TlsCounts, volumeOf } from '../model/tls';
import { isInside } from './figures';
import type { ConnectorFlow, DayFlow } from './report';

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

/** The Connector report for a selection: everything its charts and its table show, from one pass. */
export interface ConnectorReport {
  readonly period: Period;
  readonly days: readonly string[];
  /** The total first, then the connectors with the largest volume first. */
  readonly series: readonly VolumeSeries[];
  readonly tls: TlsCounts;
  readonly messages: number;
  readonly approximate: boolean;
  readonly rows: readonly DetailsRow[];
}

/** The stable identity of a connector within a report, for *Show data for* and remembered choices. */
export function keyOf(flow: ConnectorFlow): string {
  return connectorKey(flow.direction, refOf(flow));
}

function refOf(flow: ConnectorFlow): ConnectorRef {
  if (flow.name !== null) {
    return { kind: 'named', name: flow.name, type: flow.type };
  }
  return { kind: flow.type === 'NoConnector' ? 'none' : 'untold' };
}

/**
 * Selects from the connectors. `showDataFor` is `all` or a key of {@link keyOf}; a key that names no connector selects
 * nothing. Rows come newest day first, then by volume.
 */
export function connectorReport(
  connectors: readonly ConnectorFlow[],
  showDataFor: string,
  period: Period,
): ConnectorReport {
  const days = daysOf(period);
  const position = new Map(days.map((day, index) => [day, index]));
  const total = days.map(() => 0);
  const tls = noCounts();
  const rows: DetailsRow[] = [];
  const series: VolumeSeries[] = [];
  for (const connector of connectors) {
    if (showDataFor !== 'all' && keyOf(connector) !== showDataFor) {
      continue;
    }
    const volumes = days.map(() => 0);
    for (const day of connector.days) {
      const index = position.get(day.date);
      if (index === undefined || !isInside(day.date, period)) {
        continue;
      }
      const volume = volumeOf(day.tls);
      volumes[index] = (volumes[index] ?? 0) + volume;
      total[index] = (total[index] ?? 0) + volume;
      addCounts(tls, day.tls);
      rows.push({ ...day, connector, volume });
    }
    series.push({ connector, volumes });
  }
  rows.sort((a, b) => (a.date === b.date ? b.volume - a.volume : a.date < b.date ? 1 : -1));
  series.sort((a, b) => volumeOf(b.volumes) - volumeOf(a.volumes));
  return {
    period,
    days,
    series: [{ connector: null, volumes: total }, ...series],
    tls,
    messages: volumeOf(tls),
    approximate: rows.some((row) => row.approximate),
    rows,
  };
}
