import { type DayVolume, shownOf } from '../../report/dayVolume';
import { type Markup, markup } from '../markup';
import { countTicks } from './countAxis';
import { type PictureTexts, picture } from './picture';
import { PLOT_HEIGHT, plotWith, short } from './plotAxes';
import { markedDays, type VolumePlot, volumeArea, volumeLine } from './volumePaths';

/** A line of the Mail flow chart. */
export interface PictureLine {
  readonly name: string;
  /** Messages of all days, as it is printed. */
  readonly value: string;
  /** A day each. */
  readonly volumes: readonly DayVolume[];
  /** The outline of the line's own marker, around the origin. */
  readonly marker: string;
  /** Of several connectors together. */
  readonly isOthers: boolean;
}

/** What the Mail flow chart shows. */
export interface MailFlowFigures {
  /** As the axis names them. */
  readonly days: readonly string[];
  readonly total: Omit<PictureLine, 'marker' | 'isOthers'>;
  readonly lines: readonly PictureLine[];
  readonly formatCount: (count: number) => string;
}

const COLOURS = ['#c85a00', '#1d6b45', '#2e75b6', '#7b1fa2', '#b3261e', '#8a6800', '#00798c', '#222'];
const OTHERS = '#6b7280';
/** Between two markers on a line. */
const MARKER_SPACING = 18;

/** Messages per day: the total as an area, a line for each connector, told apart by colour and by marker. */
export function mailFlowPicture(texts: PictureTexts, { days, total, lines, formatCount }: MailFlowFigures): string {
  const ticks = countTicks(Math.max(0, ...total.volumes.map(shownOf)), 4).map((value) => ({
    value,
    name: formatCount(value),
  }));
  const place = (day: number, left: number, right: number): number =>
    short(days.length < 2 ? (left + right) / 2 : left + ((right - left) * day) / (days.length - 1));
  const axes = plotWith(ticks, days, place);
  const plot: VolumePlot = { ...axes, x: (day) => place(day, axes.left, axes.right) };
  const step = Math.max(1, Math.ceil((MARKER_SPACING * days.length) / (plot.right - plot.left)));
  const drawn = lines.map(
    (line, position) =>
      markup`<g>${linePath(volumeLine(line.volumes, plot), line, position)}${markedDays(line.volumes, step).map(
        (day) =>
          markup`<g transform="translate(${plot.x(day)} ${plot.y(shownOf(line.volumes[day] ?? 0))})">${marker(line, position)}</g>`,
      )}</g>`,
  );
  const { area, edge } = volumeArea(total.volumes, plot);
  const drawing = markup`${axes.axes}<path d="${area}" fill="#eceef1"/><path d="${edge}" fill="none" stroke="#8a8f98" stroke-width="1.5"/>${drawn}`;
  const legendArea = markup`<rect x="-12" y="-6" width="24" height="12" fill="#eceef1"/><path d="M-12-6h24" stroke="#8a8f98" stroke-width="1.5"/>`;
  return picture(texts, drawing, PLOT_HEIGHT, [
    { mark: legendArea, name: total.name, value: total.value },
    ...lines.map((line, position) => ({
      mark: markup`${linePath('M-12 0h24', line, position)}${marker(line, position)}`,
      name: line.name,
      value: line.value,
    })),
  ]);
}

function colourOf({ isOthers }: PictureLine, position: number): string {
  return isOthers ? OTHERS : (COLOURS[position % COLOURS.length] as string);
}

function linePath(path: string, line: PictureLine, position: number): Markup {
  const dashes = line.isOthers ? markup` stroke-dasharray="5 4"` : undefined;
  return markup`<path d="${path}" fill="none" stroke="${colourOf(line, position)}" stroke-width="2" stroke-linejoin="round"${dashes}/>`;
}

function marker(line: PictureLine, position: number): Markup {
  const colour = colourOf(line, position);
  return markup`<path d="${line.marker}" fill="${line.isOthers ? '#fff' : colour}" stroke="${line.isOthers ? colour : '#fff'}" stroke-width="${line.isOthers ? 1.5 : 1}"/>`;
}
