import { type DayRun, type DayVolume, runsOf, shownOf } from '../../report/dayVolume';

/** How wide a day of its own is drawn at most, since an area needs two. */
const SINGLE_DAY = 64;

/** Where days and numbers of messages lie in a plot, in pixels. */
export interface VolumePlot {
  readonly left: number;
  readonly right: number;
  readonly floor: number;
  x(day: number): number;
  y(messages: number): number;
}

/** A line through the days; one that is left out parts it. */
export function volumeLine(volumes: readonly DayVolume[], plot: VolumePlot): string {
  return runsOf(volumes)
    .map((run) => outline(pointsOf(volumes, run, plot)))
    .join('');
}

/** The area under the days, and its upper edge; a day that is left out parts both, and one between two such ones is a block. */
export function volumeArea(
  volumes: readonly DayVolume[],
  plot: VolumePlot,
): { readonly area: string; readonly edge: string } {
  const pieces = runsOf(volumes).map((run) =>
    run.first === run.last ? blockOf(volumes, run.first, plot) : pointsOf(volumes, run, plot),
  );
  const close = (points: readonly Point[]) =>
    `L${points.at(-1)?.[0] ?? 0} ${plot.floor}L${points[0]?.[0] ?? 0} ${plot.floor}Z`;
  return {
    area: pieces.map((points) => outline(points) + close(points)).join(''),
    edge: pieces.map(outline).join(''),
  };
}

/** The days that get a marker: every `step`th, counted from the newest, the one pointed at, and those that no line reaches. */
export function markedDays(
  volumes: readonly DayVolume[],
  step: number,
  pointed: number | null = null,
): readonly number[] {
  return runsOf(volumes).flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
      (day) => first === last || day === pointed || (volumes.length - 1 - day) % step === 0,
    ),
  );
}

type Point = readonly [x: number, y: number];

function pointsOf(volumes: readonly DayVolume[], { first, last }: DayRun, { x, y }: VolumePlot): readonly Point[] {
  return volumes.slice(first, last + 1).map((volume, index) => [x(first + index), y(shownOf(volume))]);
}

function blockOf(volumes: readonly DayVolume[], day: number, { left, right, x, y }: VolumePlot): readonly Point[] {
  const half = (volumes.length < 2 ? SINGLE_DAY : Math.min(SINGLE_DAY, (x(1) - x(0)) / 2)) / 2;
  const top = y(shownOf(volumes[day] ?? 0));
  return [
    [Math.max(left, x(day) - half), top],
    [Math.min(right, x(day) + half), top],
  ];
}

function outline(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${x} ${y}`).join('L')}`;
}
