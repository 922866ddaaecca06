import type { ComponentChildren } from 'preact';

/** A line of the tooltip. */
export interface DayFigure {
  readonly key: string;
  /** What stands for the line in the chart. */
  readonly mark: ComponentChildren;
  readonly text: string;
  readonly value: string;
}

interface DayTooltipProps {
  readonly day: string;
  readonly figures: readonly DayFigure[];
  /** Where the day lies in the plot, in pixels. */
  readonly x: number;
  readonly width: number;
}

/** The figures of one day beside it, on the side that has more room. */
export function DayTooltip({ day, figures, x, width }: DayTooltipProps) {
  return (
    <div class={`tooltip ${x > width / 2 ? 'tooltip-left' : ''}`} style={{ left: `${x}px` }} aria-hidden="true">
      <div class="tooltip-inner" style={{ maxWidth: `${Math.max(x, width - x) - 8}px` }}>
        <strong>{day}</strong>
        <ul class="plain">
          {figures.map((figure) => (
            <li key={figure.key}>
              {figure.mark}
              <bdi class="tooltip-text">{figure.text}</bdi>
              <span class="number">{figure.value}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
