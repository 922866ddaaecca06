import { knownOf, TLS_STATES, type TlsCounts, type TlsState } from '../../model/tls';
import { countOf } from '../../report/shownStates';
import { type Markup, markup } from '../markup';
import { tlsFill, tlsPatterns } from './tlsPaint';

const SIZE = 168;
const OUTER = 82;
const INNER = 54;
const FULL = 2 * Math.PI;
/** However few messages a state has, its arc is seen: in radians. */
const LEAST = 0.05;

/** What a ring says. */
export interface RingTexts {
  /** Of the whole drawing, for those who do not see it. */
  readonly title: string;
  /** In the hole: the figure, and below it what it is. */
  readonly figure: string;
  readonly caption: string;
}

/** The messages of known state by TLS state, as a ring; grey where no state is known. `id` is the drawing's own. */
export function tlsRing(id: string, tls: TlsCounts, texts: RingTexts): Markup {
  const states = TLS_STATES.filter((state) => state !== 'unknown' && countOf(tls, state) > 0);
  const arcs = arcsOf(states, tls);
  return markup`<svg class="ring" role="img" aria-labelledby="${id}-title" width="${SIZE}" height="${SIZE}" viewBox="${-SIZE / 2} ${-SIZE / 2} ${SIZE} ${SIZE}"><title id="${id}-title">${texts.title}</title>${tlsPatterns(id, states)}${
    states.length === 0
      ? markup`<path d="${ringPath(0, FULL)}" fill="none" stroke="#8a8f98" stroke-dasharray="4 3"/>`
      : arcs.map(
          ({ state, start, end }) =>
            markup`<path d="${ringPath(start, end)}" fill="${tlsFill(id, state)}" stroke="#fff" stroke-width="1.5" fill-rule="evenodd"/>`,
        )
  }<text text-anchor="middle" y="4" font-size="${texts.figure.length > 5 ? 21 : 26}" font-weight="600" fill="#111">${texts.figure}</text><text text-anchor="middle" y="22" font-size="11.5" fill="#444">${texts.caption}</text></svg>`;
}

/** The part of a circle that stands for a state, in radians. */
export interface Arc {
  readonly state: TlsState;
  readonly start: number;
  readonly end: number;
}

/** Clockwise from twelve o'clock, weakest first; slivers are widened at the cost of the others. */
export function arcsOf(states: readonly TlsState[], tls: TlsCounts): Arc[] {
  const known = knownOf(tls);
  const widths = states.map((state) => Math.max(LEAST, (FULL * countOf(tls, state)) / known));
  const scale = FULL / widths.reduce((sum, width) => sum + width, 0);
  let start = 0;
  return states.map((state, index) => {
    const end = index === states.length - 1 ? FULL : start + (widths[index] ?? 0) * scale;
    const arc = { state, start, end };
    start = end;
    return arc;
  });
}

/** The outline of a part of the ring; of the whole, two circles. */
function ringPath(start: number, end: number): string {
  if (end - start > FULL - 1e-6) {
    return `${circle(OUTER)}${circle(INNER)}`;
  }
  const large = end - start > Math.PI ? 1 : 0;
  return `M${at(OUTER, start)}A${OUTER} ${OUTER} 0 ${large} 1 ${at(OUTER, end)}L${at(INNER, end)}A${INNER} ${INNER} 0 ${large} 0 ${at(INNER, start)}Z`;
}

function circle(radius: number): string {
  return `M0 ${-radius}A${radius} ${radius} 0 1 1 0 ${radius}A${radius} ${radius} 0 1 1 0 ${-radius}Z`;
}

function at(radius: number, angle: number): string {
  return `${short(Math.sin(angle) * radius)} ${short(-Math.cos(angle) * radius)}`;
}

function short(value: number): number {
  return Number(value.toFixed(2));
}
