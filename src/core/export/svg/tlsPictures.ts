import { knownOf, TLS_STATES, type TlsCounts, type TlsState, volumeOf } from '../../model/tls';
import { countOf } from '../../report/shownStates';
import { type Markup, markup } from '../markup';
import { DRAWING_WIDTH, type LegendEntry, type PictureTexts, picture } from './picture';
import { PLOT_HEIGHT, plotWith, short } from './plotAxes';
import { tlsFill, tlsPatterns } from './tlsPaint';
import { arcsOf } from './tlsRing';

/** What stands beside each state in the legend. */
export interface TlsTexts {
  name(state: TlsState): string;
  /** Share and number. */
  value(state: TlsState): string;
}

const ID = 'tls';
const RADIUS = 130;
const PIE_HEIGHT = 2 * RADIUS + 10;
const WIDEST_BAR = 56;
/** However few messages a state has, it is seen: in pixels. */
const LEAST = 1.5;

/** The messages of known state by TLS state, as a pie. */
export function tlsPiePicture(texts: PictureTexts, tls: TlsCounts, words: TlsTexts): string {
  const states = knownStates(tls);
  const slices = arcsOf(states, tls).map(
    ({ state, start, end }) =>
      markup`<path d="${slicePath(start, end)}" fill="${tlsFill(ID, state)}" stroke="#fff" stroke-width="1.5" stroke-linejoin="round"/>`,
  );
  const drawing = markup`${tlsPatterns(ID, states)}<g transform="translate(${DRAWING_WIDTH / 2} ${PIE_HEIGHT / 2})">${slices}</g>`;
  return picture(texts, drawing, PIE_HEIGHT, legendOf(states, words));
}

/** What the chart of TLS versions per day shows. */
export interface TlsDaysFigures {
  /** As the axis names them. */
  readonly days: readonly string[];
  readonly perDay: readonly TlsCounts[];
  readonly formatShare: (share: number) => string;
}

/** For each day the shares of the TLS states among the messages of known state; an outline where none is known. */
export function tlsDaysPicture(
  texts: PictureTexts,
  { days, perDay, formatShare }: TlsDaysFigures,
  words: TlsTexts,
): string {
  const states = TLS_STATES.filter((state) => state !== 'unknown' && perDay.some((tls) => countOf(tls, state) > 0));
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, name: formatShare(value) }));
  const middle = (day: number, left: number, right: number): number =>
    left + ((right - left) * (day + 0.5)) / Math.max(1, days.length);
  const plot = plotWith(ticks, days, middle);
  const band = (plot.right - plot.left) / Math.max(1, days.length);
  const width = Math.min(WIDEST_BAR, band > 6 ? band * 0.74 : band);
  const bars = perDay.map((tls, day) => {
    const left = short(middle(day, plot.left, plot.right) - width / 2);
    return knownOf(tls) > 0
      ? bar(tls, states, left, short(width), plot.y)
      : volumeOf(tls) === 0
        ? undefined
        : markup`<rect x="${left}" y="${plot.y(1)}" width="${short(width)}" height="${plot.floor - plot.y(1)}" fill="none" stroke="#8a8f98" stroke-dasharray="3 3"/>`;
  });
  return picture(texts, markup`${tlsPatterns(ID, states)}${plot.axes}${bars}`, PLOT_HEIGHT, legendOf(states, words));
}

/** The weakest on top. */
function bar(
  tls: TlsCounts,
  states: readonly TlsState[],
  left: number,
  width: number,
  y: (share: number) => number,
): Markup[] {
  let below = 0;
  return states.toReversed().flatMap((state) => {
    const count = countOf(tls, state);
    const base = y(below / knownOf(tls));
    below += count;
    const top = Math.min(y(below / knownOf(tls)), base - LEAST);
    return count === 0
      ? []
      : [
          markup`<rect x="${left}" y="${short(Math.max(top, y(1)))}" width="${width}" height="${short(Math.max(LEAST, base - top))}" fill="${tlsFill(ID, state)}"/>`,
        ];
  });
}

function knownStates(tls: TlsCounts): readonly TlsState[] {
  return TLS_STATES.filter((state) => state !== 'unknown' && countOf(tls, state) > 0);
}

function legendOf(states: readonly TlsState[], words: TlsTexts): readonly LegendEntry[] {
  return states.map((state) => ({
    mark: markup`<rect x="-8" y="-8" width="16" height="16" fill="${tlsFill(ID, state)}"/>`,
    name: words.name(state),
    value: words.value(state),
  }));
}

function slicePath(start: number, end: number): string {
  const at = (angle: number): string => `${short(Math.sin(angle) * RADIUS)} ${short(-Math.cos(angle) * RADIUS)}`;
  return end - start > 2 * Math.PI - 1e-6
    ? `M0 ${-RADIUS}A${RADIUS} ${RADIUS} 0 1 1 0 ${RADIUS}A${RADIUS} ${RADIUS} 0 1 1 0 ${-RADIUS}Z`
    : `M0 0L${at(start)}A${RADIUS} ${RADIUS} 0 ${end - start > Math.PI ? 1 : 0} 1 ${at(end)}Z`;
}
