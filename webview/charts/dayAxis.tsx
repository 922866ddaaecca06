import { useMemo } from 'preact/hooks';
import { dayTicks } from './axisTicks';
import { dayNames, hasSeveralYears } from './dayNames';

/** Where the plot lies inside its drawing, in pixels. */
export interface PlotFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room for a label, in pixels. */
const LABEL_ROOM = 64;
const LABEL_ROOM_WITH_YEAR = 106;

interface DayAxisProps {
  readonly days: readonly string[];
  readonly locale: string;
  readonly frame: PlotFrame;
  readonly position: (day: number) => number;
  /** True where the first and the last day lie at the plot's edges. */
  readonly isToEdges: boolean;
}

/** The names of as many days as there is room for; with their years where there are several. */
export function DayAxis({ days, locale, frame, position, isToEdges }: DayAxisProps) {
  const count = days.length;
  const names = useMemo(() => dayNames(days, locale), [days, locale]);
  const room = hasSeveralYears(days) ? LABEL_ROOM_WITH_YEAR : LABEL_ROOM;
  const ticks = dayTicks(count, Math.floor((frame.width - frame.left - frame.right) / room));
  return (
    <>
      {ticks.map((index) => (
        <text
          key={index}
          class="axis-day"
          x={position(index)}
          y={frame.height - frame.bottom + 18}
          text-anchor={isToEdges ? anchorOf(index, count) : 'middle'}
        >
          {names[index]}
        </text>
      ))}
    </>
  );
}

/** The first and the last day's names stay inside the drawing. */
function anchorOf(index: number, count: number): 'start' | 'middle' | 'end' {
  return count > 1 && index === 0 ? 'start' : count > 1 && index === count - 1 ? 'end' : 'middle';
}
