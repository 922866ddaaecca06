import type { VolumeSeries } from '../../src/core/report/connectorReport';
import { type DayVolume, hasGap, shownOfAll, togetherOf } from '../../src/core/report/dayVolume';

/** As many as there are markers that can be told apart. */
export const MOST_LINES = 8;

/** The connectors without a line of their own, as one. */
export interface OtherConnectors {
  readonly connectors: number;
  readonly volumes: readonly DayVolume[];
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
  const busy = connectors.filter((one) => shownOfAll(one.volumes) > 0);
  const rest = busy.slice(MOST_LINES);
  const volumes = total.volumes.map((_, day) => togetherOf(rest.map((one) => one.volumes[day] ?? 0)));
  return {
    total,
    lines: busy.slice(0, MOST_LINES),
    others: rest.length === 0 ? null : { connectors: rest.length, volumes },
  };
}

/** True where a filter leaves a gap in one of the lines that are drawn, or in their total. */
export function drawsGap({ total, lines, others }: DrawnSeries): boolean {
  return [total, ...lines, ...(others === null ? [] : [others])].some(({ volumes }) => hasGap(volumes));
}
