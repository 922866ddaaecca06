import type { Callout } from './calloutLayout';

/** Height of a line of a call-out, in pixels. */
export const LINE_HEIGHT = 16;

interface CalloutDrawingProps {
  readonly callout: Callout;
  readonly lines: readonly string[];
  readonly colour: string;
}

/** A label beside the pie and the leader from its slice, in the slice's colour. */
export function CalloutDrawing({ callout, lines, colour }: CalloutDrawingProps) {
  const [x, y] = callout.end;
  const sign = callout.side === 'right' ? 1 : -1;
  const first = y - ((lines.length - 1) * LINE_HEIGHT) / 2;
  return (
    <g class={`callout ${colour}`}>
      <circle class="leader-end" cx={x} cy={y} r={2.5} />
      <polyline class="leader" points={[callout.rim, callout.elbow, callout.end].join(' ')} />
      <text x={x + sign * 7} y={first} text-anchor={sign === 1 ? 'start' : 'end'} dominant-baseline="central">
        {lines.map((line, index) => (
          <tspan key={line} x={x + sign * 7} dy={index === 0 ? 0 : LINE_HEIGHT}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}
