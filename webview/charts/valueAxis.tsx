import type { PlotFrame } from './dayAxis';

interface ValueAxisProps {
  /** From 0 up. */
  readonly ticks: readonly number[];
  readonly frame: PlotFrame;
  /** Where a value stands, in pixels. */
  readonly y: (value: number) => number;
  readonly formatTick: (value: number) => string;
}

/** The values beside a plot, each with its line across it. */
export function ValueAxis({ ticks, frame, y, formatTick }: ValueAxisProps) {
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick} class="axis">
          <line
            class={tick === 0 ? 'base-line' : 'grid-line'}
            x1={frame.left}
            x2={frame.width - frame.right}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text x={frame.left - 8} y={y(tick)} text-anchor="end" dominant-baseline="central">
            {formatTick(tick)}
          </text>
        </g>
      ))}
    </>
  );
}
