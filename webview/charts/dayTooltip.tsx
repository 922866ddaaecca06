import { fill } from '../../src/core/report/wording';
import { usePage } from '../pageContext';
import { LegendMark } from './legend';

/** A line of the tooltip. */
export interface DayFigure {
  readonly text: string;
  readonly volume: number;
  /** The position of the connector's line, null for the total. */
  readonly position: number | null;
}

interface DayTooltipProps {
  readonly days: readonly string[];
  readonly day: number | null;
  readonly onDay: (day: number | null) => void;
  readonly figures: (day: number) => readonly DayFigure[];
  /** The x position of a day in the plot. */
  readonly position: (day: number) => number;
  readonly width: number;
}

/**
 * The figures of one day, by pointer or by the arrow keys. To assistive technology it is a slider over the days whose value is
 * the day's figures, so that moving reads them out.
 */
export function DayTooltip({ days, day, onDay, figures, position, width }: DayTooltipProps) {
  const { strings, count } = usePage();
  const last = days.length - 1;
  const shown = day === null ? [] : figures(day);
  const nearest = (event: PointerEvent) => {
    const x = event.clientX - (event.currentTarget as HTMLElement).getBoundingClientRect().left;
    const start = position(0);
    const span = position(last) - start;
    return span === 0 ? 0 : Math.min(last, Math.max(0, Math.round(((x - start) / span) * last)));
  };
  const move = (event: KeyboardEvent) => {
    const target = keyTarget(event.key, day ?? last, last);
    if (target !== undefined) {
      event.preventDefault();
      onDay(target);
    }
  };
  return (
    <>
      <div
        class="day-slider"
        role="slider"
        tabIndex={0}
        aria-label={strings['chart.day']}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={day ?? last}
        aria-valuetext={valueText(day ?? last)}
        onPointerMove={(event: PointerEvent) => onDay(nearest(event))}
        onPointerDown={(event: PointerEvent) => onDay(nearest(event))}
        onPointerLeave={() => onDay(null)}
        onFocus={() => onDay(day ?? last)}
        onBlur={() => onDay(null)}
        onKeyDown={move}
      />
      {day !== null && (
        <div
          class={`tooltip ${position(day) > width / 2 ? 'tooltip-left' : ''}`}
          style={{ left: `${position(day)}px` }}
          aria-hidden="true"
        >
          <div class="tooltip-inner">
            <strong>{days[day]}</strong>
            <ul class="plain">
              {shown.map((figure) => (
                <li key={figure.position}>
                  <LegendMark position={figure.position} />
                  <span class="tooltip-text">{figure.text}</span>
                  <span class="number">{count(figure.volume)}</span>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </>
  );

  function valueText(index: number): string {
    const lines = figures(index).map((figure) => fill(strings['chart.series'], figure.text, count(figure.volume)));
    return `${days[index] ?? ''}: ${lines.join(' ')}`;
  }
}

/** The day a key leads to, null to hide the figures, undefined for a key that is none of ours. */
function keyTarget(key: string, day: number, last: number): number | null | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, day - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(last, day + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'Escape':
      return null;
    default:
      return undefined;
  }
}
