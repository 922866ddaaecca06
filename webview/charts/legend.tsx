import { markerPath } from './markers';

interface LegendProps {
  readonly total: string;
  readonly lines: readonly string[];
}

/** Which marker stands for which connector. */
export function Legend({ total, lines }: LegendProps) {
  return (
    <ul class="plain legend">
      <li>
        <LegendMark position={null} />
        <span class="legend-text">{total}</span>
      </li>
      {lines.map((text, position) => (
        <li key={text} title={text}>
          <LegendMark position={position} />
          <span class="legend-text">{text}</span>
        </li>
      ))}
    </ul>
  );
}

/** The mark of a line, or of the total where the position is null. */
export function LegendMark({ position }: { readonly position: number | null }) {
  return (
    <svg class="legend-mark" viewBox="-12 -7 24 14" width="24" height="14" aria-hidden="true">
      {position === null ? (
        <>
          <rect class="total-area" x="-12" y="-5" width="24" height="11" />
          <line class="total-line" x1="-12" x2="12" y1="-5" y2="-5" />
        </>
      ) : (
        <g class={`series series-${position}`}>
          <line class="series-line" x1="-12" x2="12" y1="0" y2="0" />
          <path class="series-marker" d={markerPath(position)} />
        </g>
      )}
    </svg>
  );
}
