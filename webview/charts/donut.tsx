import { arc } from 'd3-shape';

const SIZE = 104;
const OUTER = 50;
const INNER = 37;
/** The gap between the two arcs, in radians, so that they can be told apart without their colours. */
const GAP = 0.06;
/** What is not all and not nothing is seen, however little it is: the exact share is in the hole. */
const LEAST = 0.14;
const FULL = 2 * Math.PI;

interface DonutProps {
  /** 0 to 1; null where nothing is known. */
  readonly share: number | null;
  /** What stands in the hole. */
  readonly text: string;
  readonly label: string;
}

/** The protected share as a ring. */
export function Donut({ share, text, label }: DonutProps) {
  const split = share !== null && share > 0 && share < 1;
  const edge = (share ?? 0) * FULL;
  const seen = split ? Math.min(Math.max(edge, LEAST), FULL - LEAST) : edge;
  const gap = split ? GAP / 2 : 0;
  const half = SIZE / 2;
  return (
    <svg
      class="donut"
      viewBox={`${-half} ${-half} ${SIZE} ${SIZE}`}
      width={SIZE}
      height={SIZE}
      role="img"
      aria-label={label}
    >
      {share === null && <path class="donut-untold" d={ring(0, FULL)} />}
      {share !== null && share > 0 && <path class="donut-protected" d={ring(gap, seen - gap)} />}
      {share !== null && share < 1 && <path class="donut-open" d={ring(seen + gap, FULL - gap)} />}
      <text
        class={text.length > 5 ? 'donut-text donut-text-long' : 'donut-text'}
        text-anchor="middle"
        dominant-baseline="central"
      >
        {text}
      </text>
    </svg>
  );
}

function ring(startAngle: number, endAngle: number): string {
  return arc()({ innerRadius: INNER, outerRadius: OUTER, startAngle, endAngle }) ?? '';
}
