import type { DayVolume } from '../../src/core/report/dayVolume';
import { MOST_LINES } from './drawnSeries';
import { markerPath } from './markers';

/** What stands for a line of the Mail flow chart: its place among the lines, null for the total. */
export type LinePosition = number | null;

/** A line of the chart by name. */
export interface NamedLine {
  readonly position: LinePosition;
  readonly text: string;
  readonly volumes: readonly DayVolume[];
}

/** Which marker stands for which connector. */
export function Legend({ lines }: { readonly lines: readonly NamedLine[] }) {
  return (
    <ul class="plain legend">
      {lines.map(({ position, text }) => (
        <li key={position} title={text}>
          <LegendMark position={position} />
          <bdi class="legend-text">{text}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** The mark of a line. */
export function LegendMark({ position }: { readonly position: LinePosition }) {
  return (
    <svg class="legend-mark" viewBox="-12 -7 24 14" width="24" height="14" aria-hidden="true">
      {position === null ? (
        <>
          <rect class="total-area" x="-12" y="-5" width="24" height="11" />
          <line class="total-line" x1="-12" x2="12" y1="-5" y2="-5" />
        </>
      ) : (
        <g class={`series series-${Math.min(position, MOST_LINES)}`}>
          <line class="series-line" x1="-12" x2="12" y1="0" y2="0" />
          <path class="series-marker" d={markerPath(position)} />
        </g>
      )}
    </svg>
  );
}
