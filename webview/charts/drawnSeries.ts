import { volumeOf } from '../../src/core/model/tls';
import type { VolumeSeries } from '../../src/core/report/connectorReport';

/** As many as there are markers that can be told apart. */
export const MOST_LINES = 8;

/** The connectors without a line of their own, as one. */
export interface OtherConnectors {
  readonly connectors: number;
  readonly volumes: readonly number[];
}

/** What the Mail flow chart draws. */
export interface DrawnSeries {
  readonly total: VolumeSeries;
  readonly lines: readonly VolumeSeries[];
  /** Null where every connector with messages has its line. */
  readonly others: OtherConnectors | null;
}

/** Takes the total and the largest connectors that have messages; `series` comes largest first, the total ahead. */
export function drawnSeries(series: readonly VolumeSeries[]): DrawnSeries {
  const [total = { connector: null, volumes: [] }, ...connectors] = series;
  const busy = connectors.filter((one) => volumeOf(one.volumes) > 0);
  const rest = busy.slice(MOST_LINES);
  const volumes = total.volumes.map((_, day) => rest.reduce((sum, one) => sum + (one.volumes[day] ?? 0), 0));
  return {
    total,
    lines: busy.slice(0, MOST_LINES),
    others: rest.length === 0 ? null : { connectors: rest.length, volumes },
  };
}
