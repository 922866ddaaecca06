import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { countAxis, markerStep } from './axisTicks';
import { DayAxis, type PlotFrame } from './dayAxis';
import { type DrawnSeries, MOST_LINES } from './drawnSeries';
import { markerPath } from './markers';

/** The middle of a day on the x axis; a single day stands in the middle of the plot. */
export function dayPosition(index: number, count: number, frame: PlotFrame): number {
  const inner = frame.width - frame.left - frame.right;
  return frame.left + (count < 2 ? inner / 2 : (index * inner) / (count - 1));
}

interface MailFlowPlotProps {
  readonly series: DrawnSeries;
  readonly frame: PlotFrame;
  readonly days: readonly string[];
  readonly locale: string;
  readonly formatTick: (count: number) => string;
  /** The day pointed at, or null. */
  readonly day: number | null;
  readonly label: string;
}

const MARKER_SPACING = 16;
/** How wide a day of its own is drawn, since an area needs two. */
const SINGLE_DAY = 64;

/** The drawing of the Mail flow chart: axes, the total as an area, a line per connector. */
export function MailFlowPlot({ series, frame, days, locale, formatTick, day, label }: MailFlowPlotProps) {
  const count = days.length;
  const inner = frame.width - frame.left - frame.right;
  const floor = frame.height - frame.bottom;
  const axis = countAxis(Math.max(0, ...series.total.volumes), 4);
  const y = scaleLinear().domain([0, axis.top]).range([floor, frame.top]);
  const x = (index: number) => dayPosition(index, count, frame);
  const step = markerStep(count, inner, MARKER_SPACING);
  const lines = series.lines.map((one, position) => ({ position, volumes: one.volumes }));
  if (series.others !== null) {
    lines.push({ position: MOST_LINES, volumes: series.others.volumes });
  }
  return (
    <svg width={frame.width} height={frame.height} role="img" aria-label={label}>
      {axis.ticks.map((tick) => (
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
      <DayAxis days={days} locale={locale} frame={frame} position={x} isToEdges />
      <Total volumes={series.total.volumes} x={x} y={y} floor={floor} />
      {day !== null && <line class="day-line" x1={x(day)} x2={x(day)} y1={frame.top} y2={floor} />}
      {lines.map(({ position, volumes }) => (
        <g key={position} class={`series series-${position}`}>
          <path class="series-line" d={line<number>((_, index) => x(index), y)(volumes as number[]) ?? ''} />
          {volumes.map((volume, index) =>
            (count - 1 - index) % step === 0 || index === day ? (
              <path
                key={index}
                class="series-marker"
                d={markerPath(position)}
                transform={`translate(${x(index)} ${y(volume)})`}
              />
            ) : null,
          )}
        </g>
      ))}
    </svg>
  );
}

interface TotalProps {
  readonly volumes: readonly number[];
  readonly x: (index: number) => number;
  readonly y: (volume: number) => number;
  readonly floor: number;
}

function Total({ volumes, x, y, floor }: TotalProps) {
  const only = volumes.length === 1 ? volumes[0] : undefined;
  if (only !== undefined) {
    const left = x(0) - SINGLE_DAY / 2;
    return (
      <>
        <rect class="total-area" x={left} y={y(only)} width={SINGLE_DAY} height={floor - y(only)} />
        <line class="total-line" x1={left} x2={left + SINGLE_DAY} y1={y(only)} y2={y(only)} />
      </>
    );
  }
  return (
    <>
      <path class="total-area" d={area<number>((_, index) => x(index), floor, y)(volumes as number[]) ?? ''} />
      <path class="total-line" d={line<number>((_, index) => x(index), y)(volumes as number[]) ?? ''} />
    </>
  );
}
