import { TLS_STATES, type TlsCounts, type TlsState, volumeOf } from '../../model/tls';
import { countOf } from '../../report/shownStates';
import { type Markup, markup } from '../markup';
import { countTicks, labelled } from './countAxis';
import { tlsFill, tlsPatterns } from './tlsPaint';

const WIDTH = 680;
const HEIGHT = 200;
const TOP = 8;
const BOTTOM = 24;
const RIGHT = 4;
const LETTER = 6;
const LABEL_ROOM = 62;
const WIDEST = 34;

/** A column: messages of a day, or of a week. */
export interface TlsColumn {
  /** As the axis names it. */
  readonly name: string;
  readonly tls: TlsCounts;
}

/** Messages per day by TLS state, the strongest at the bottom. `id` is the drawing's own. */
export function tlsColumns(
  id: string,
  columns: readonly TlsColumn[],
  title: string,
  formatCount: (count: number) => string,
): Markup {
  const states = TLS_STATES.filter((state) => columns.some(({ tls }) => countOf(tls, state) > 0));
  const ticks = countTicks(Math.max(0, ...columns.map(({ tls }) => volumeOf(tls))), 4);
  const left = 10 + LETTER * Math.max(...ticks.map((tick) => formatCount(tick).length));
  const floor = HEIGHT - BOTTOM;
  const y = (count: number): number => short(floor - ((floor - TOP) * count) / (ticks.at(-1) ?? 1));
  const step = (WIDTH - left - RIGHT) / Math.max(1, columns.length);
  const width = Math.min(WIDEST, step * (columns.length > 60 ? 1 : 0.78));
  const x = (index: number): number => short(left + step * (index + 0.5));
  const names = labelled(columns.length, Math.floor((WIDTH - left) / LABEL_ROOM));
  return markup`<svg class="columns" role="img" aria-labelledby="${id}-title" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}"><title id="${id}-title">${title}</title>${tlsPatterns(id, states)}<g font-size="10.5" fill="#444">${ticks.map(
    (tick) =>
      markup`<line x1="${left}" x2="${WIDTH - RIGHT}" y1="${y(tick)}" y2="${y(tick)}" stroke="${tick === 0 ? '#333' : '#d5d8dc'}"/><text x="${left - 6}" y="${y(tick) + 3.5}" text-anchor="end">${formatCount(tick)}</text>`,
  )}${names.map((index) => {
    const isAtEdge = x(index) + (LETTER * (columns[index]?.name.length ?? 0)) / 2 > WIDTH;
    return markup`<text x="${isAtEdge ? WIDTH - RIGHT : x(index)}" y="${floor + 16}" text-anchor="${isAtEdge ? 'end' : 'middle'}">${columns[index]?.name}</text>`;
  })}</g>${columns.map(({ tls }, index) => stack(id, tls, states, short(x(index) - width / 2), short(width), y))}</svg>`;
}

function stack(
  id: string,
  tls: TlsCounts,
  states: readonly TlsState[],
  left: number,
  width: number,
  y: (count: number) => number,
): Markup[] {
  let below = 0;
  let base = y(0);
  return states.toReversed().map((state) => {
    const count = countOf(tls, state);
    below += count;
    if (count === 0) {
      return markup``;
    }
    // However few they are, they are seen.
    const height = Math.max(1, short(base - y(below)));
    base = short(base - height);
    return markup`<rect x="${left}" y="${base}" width="${width}" height="${height}" fill="${tlsFill(id, state)}"/>`;
  });
}

function short(value: number): number {
  return Number(value.toFixed(2));
}
