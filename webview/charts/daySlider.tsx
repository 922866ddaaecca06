import { useRef } from 'preact/hooks';
import { fill } from '../../src/core/report/wording';
import { usePage } from '../pageContext';
import { afterKey, type DayState, NO_DAY, rangeOf } from './dayKeys';
import { type DayFigure, DayTooltip } from './dayTooltip';

interface DaySliderProps {
  readonly days: readonly string[];
  readonly state: DayState;
  readonly onState: (state: DayState) => void;
  /** What the days from one to another add up to. */
  readonly figures: (first: number, last: number) => readonly DayFigure[];
  /** The x position of a day in the plot. */
  readonly position: (day: number) => number;
  readonly width: number;
  /** Shows nothing but the days from one to another. */
  readonly onRange: (first: number, last: number) => void;
}

/**
 * The figures of one day, by pointer or by the arrow keys, and a range of days, by dragging or with Shift. To assistive
 * technology it is a slider over the days whose value is the day's figures, so that moving reads them out.
 */
export function DaySlider({ days, state, onState, figures, position, width, onRange }: DaySliderProps) {
  const { strings } = usePage();
  /** Where dragging began; null while nobody drags. */
  const dragged = useRef<number | null>(null);
  const last = days.length - 1;
  const { day } = state;
  const range = rangeOf(state);
  const nearest = (event: MouseEvent) => {
    const x = event.clientX - (event.currentTarget as HTMLElement).getBoundingClientRect().left;
    const start = position(0);
    const span = position(last) - start;
    return span === 0 ? 0 : Math.min(last, Math.max(0, Math.round(((x - start) / span) * last)));
  };
  const choose = (first: number, end: number) => {
    onState(NO_DAY);
    onRange(first, end);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [first, end] = range ?? [day ?? last, day ?? last];
    const next = afterKey(state, event.key, event.shiftKey, last);
    if (event.key === 'Enter' && days.length > 1) {
      event.preventDefault();
      choose(first, end);
    } else if (next !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      onState(next);
    }
  };
  const half = last > 0 ? (position(last) - position(0)) / last / 2 : 0;
  return (
    <>
      {range !== null && range[0] < range[1] && (
        <div
          class="range-band"
          style={{
            left: `${position(range[0]) - half}px`,
            width: `${position(range[1]) - position(range[0]) + 2 * half}px`,
          }}
        />
      )}
      <div
        class="day-slider"
        role="slider"
        tabIndex={0}
        aria-label={strings['chart.day']}
        aria-description={strings['chart.dayKeys']}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={day ?? last}
        aria-valuetext={valueText(day ?? last)}
        onPointerDown={(event: PointerEvent) => {
          if (event.button === 0) {
            (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
            dragged.current = nearest(event);
            onState({ day: dragged.current, anchor: dragged.current });
          }
        }}
        onPointerMove={(event: PointerEvent) => onState({ day: nearest(event), anchor: dragged.current })}
        onPointerUp={(event: PointerEvent) => {
          const [from, to] = [dragged.current, nearest(event)];
          dragged.current = null;
          if (from !== null && from !== to) {
            choose(Math.min(from, to), Math.max(from, to));
          } else {
            onState({ day: to, anchor: null });
          }
        }}
        onPointerCancel={() => {
          dragged.current = null;
          onState(NO_DAY);
        }}
        onPointerLeave={() => dragged.current === null && onState(NO_DAY)}
        onDblClick={(event: MouseEvent) => days.length > 1 && choose(nearest(event), nearest(event))}
        onFocus={(event) => {
          // A pointer says itself which day it means.
          if (event.currentTarget.matches(':focus-visible')) {
            onState({ day: day ?? last, anchor: null });
          }
        }}
        onBlur={() => onState(NO_DAY)}
        onKeyDown={onKeyDown}
      />
      {day !== null && days[day] !== undefined && (
        <DayTooltip day={titleOf(day)} figures={figures(...(range ?? [day, day]))} x={position(day)} width={width} />
      )}
    </>
  );

  /** The day, or the range that is being chosen. */
  function titleOf(index: number): string {
    const [first, end] = range ?? [index, index];
    return first < end ? fill(strings.period, days[first] ?? '', days[end] ?? '') : (days[index] ?? '');
  }

  function valueText(index: number): string {
    const lines = figures(...(range ?? [index, index])).map(({ text, value }) =>
      fill(strings['chart.series'], text, value),
    );
    const hint = range !== null && range[0] < range[1] ? ` ${strings['chart.rangeChosen']}` : '';
    return `${titleOf(index)}: ${lines.join(' ')}${hint}`;
  }
}
