import { volumeOf } from '../../src/core/model/tls';
import type { VolumeSeries } from '../../src/core/report/connectorReport';

/** As many as there are markers that can be told apart. */
export const MOST_LINES = 8;

/** What the Mail flow chart draws. */
export interface DrawnSeries {
  readonly total: VolumeSeries;
  readonly lines: readonly VolumeSeries[];
  /** Connectors with messages that are in the total and have no line. */
  readonly notDrawn: number;
}

/** Takes the total and the largest connectors that have messages; `series` comes largest first, the total ahead. */
export function drawnSeries(series: readonly VolumeSeries[]): DrawnSeries {
  const [total = { connector: null, volumes: [] }, ...connectors] = series;
  const busy = connectors.filter((one) => volumeOf(one.volumes) > 0);
  return { total, lines: busy.slice(0, MOST_LINES), notDrawn: Math.max(0, busy.length - MOST_LINES) };
}
