import { useMemo } from 'preact/hooks';
import { knownOf, volumeOf } from '../../src/core/model/tls';
import type { ConnectorReport } from '../../src/core/report/connectorReport';
import { DayAxis, type PlotFrame } from './dayAxis';
import { barsPath, shareScale, stackedDays, visibleParts } from './stackedDays';
import { textureOf } from './textures';
import { stateClass } from './tlsStates';
import { ValueAxis } from './valueAxis';

const WIDEST_BAR = 56;
const SHARES = [0, 0.25, 0.5, 0.75, 1];

/** Where a day's bar stands, in pixels. */
export function dayBand(index: number, count: number, frame: PlotFrame) {
  const band = (frame.width - frame.left - frame.right) / Math.max(1, count);
  const width = Math.max(1, Math.min(WIDEST_BAR, band > 6 ? band * 0.72 : band));
  const middle = frame.left + (index + 0.5) * band;
  return { left: middle - width / 2, middle, width };
}

interface TlsDaysPlotProps {
  readonly report: ConnectorReport;
  readonly frame: PlotFrame;
  readonly locale: string;
  readonly formatShare: (share: number) => string;
  /** The day pointed at, or null. */
  readonly day: number | null;
  readonly label: string;
}

/** The drawing: a bar a day; where nothing is known of a day's messages, an outline. */
export function TlsDaysPlot({ report, frame, locale, formatShare, day, label }: TlsDaysPlotProps) {
  const count = report.days.length;
  const floor = frame.height - frame.bottom;
  const y = shareScale(floor, frame.top);
  const { width } = dayBand(0, count, frame);
  const left = (index: number) => dayBand(index, count, frame).left;
  const bars = useMemo(() => {
    const height = floor - frame.top;
    // The weakest last, so that its sliver lies on top.
    return [...stackedDays(report.tlsPerDay)].reverse().map(([state, parts]) => ({
      state,
      path: barsPath(visibleParts(parts, height), left, width, y),
    }));
  }, [report, frame.width, frame.left]);
  const untold = report.tlsPerDay.flatMap((tls, index) =>
    knownOf(tls) === 0 && volumeOf(tls) > 0 ? [{ day: index, from: 0, to: 1 }] : [],
  );
  return (
    <svg width={frame.width} height={frame.height} role="img" aria-label={label}>
      <ValueAxis ticks={SHARES} frame={frame} y={y} formatTick={formatShare} />
      <DayAxis
        days={report.days}
        locale={locale}
        frame={frame}
        position={(index) => dayBand(index, count, frame).middle}
        isToEdges={false}
      />
      {day !== null && (
        <rect class="day-band" x={left(day) - 3} width={width + 6} y={frame.top} height={floor - frame.top} />
      )}
      <path class="bar-untold" d={barsPath(untold, left, width, y)} />
      {bars.map(({ state, path }) => (
        <g key={state} class={stateClass(state)} data-tls={state}>
          <path class="bar" d={path} />
          <path d={path} fill={textureOf(state)} />
        </g>
      ))}
    </svg>
  );
}
