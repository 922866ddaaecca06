import { scaleLinear } from 'd3-scale';
import { markedDays, type VolumePlot, volumeArea, volumeLine } from '../../src/core/export/svg/volumePaths';
import { shownOf } from '../../src/core/report/dayVolume';
import { countAxis, markerStep } from './axisTicks';
import { DayAxis, type PlotFrame } from './dayAxis';
import { type DrawnSeries, MOST_LINES } from './drawnSeries';
import { markerPath } from './markers';
import { ValueAxis } from './valueAxis';

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

/** The drawing of the Mail flow chart: axes, the total as an area, a line per connector. */
export function MailFlowPlot({ series, frame, days, locale, formatTick, day, label }: MailFlowPlotProps) {
  const right = frame.width - frame.right;
  const floor = frame.height - frame.bottom;
  const axis = countAxis(Math.max(0, ...series.total.volumes.map(shownOf)), 4);
  const y = scaleLinear().domain([0, axis.top]).range([floor, frame.top]);
  const x = (index: number) => dayPosition(index, days.length, frame);
  const plot: VolumePlot = { left: frame.left, right, floor, x, y };
  const step = markerStep(days.length, right - frame.left, MARKER_SPACING);
  const { area, edge } = volumeArea(series.total.volumes, plot);
  const lines = series.lines.map((one, position) => ({ position, volumes: one.volumes }));
  if (series.others !== null) {
    lines.push({ position: MOST_LINES, volumes: series.others.volumes });
  }
  return (
    <svg width={frame.width} height={frame.height} role="img" aria-label={label}>
      <ValueAxis ticks={axis.ticks} frame={frame} y={y} formatTick={formatTick} />
      <DayAxis days={days} locale={locale} frame={frame} position={x} isToEdges />
      <path class="total-area" d={area} />
      <path class="total-line" d={edge} />
      {day !== null && <line class="day-line" x1={x(day)} x2={x(day)} y1={frame.top} y2={floor} />}
      {lines.map(({ position, volumes }) => {
        const marker = markerPath(position);
        return (
          <g key={position} class={`series series-${position}`}>
            <path class="series-line" d={volumeLine(volumes, plot)} />
            {markedDays(volumes, step, day).map((index) => (
              <path
                key={index}
                class="series-marker"
                d={marker}
                transform={`translate(${x(index)} ${y(shownOf(volumes[index] ?? 0))})`}
              />
            ))}
          </g>
        );
      })}
    </svg>
  );
}
