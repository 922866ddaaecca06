import { type Markup, markup } from '../markup';
import { labelled } from './countAxis';
import { DRAWING_WIDTH, textWidth } from './picture';

export const PLOT_HEIGHT = 320;
const TOP = 8;
const BOTTOM = 26;
const RIGHT = 14;
const FONT = 12;

/** A tick of the value axis. */
export interface Tick {
  readonly value: number;
  readonly name: string;
}

/** Where values and days lie in a plot, and its axes. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly floor: number;
  readonly axes: Markup;
  y(value: number): number;
}

/** Lays out a plot: `ticks` rise from 0, the last one is the top; `x` tells where a day's name stands. */
export function plotWith(
  ticks: readonly Tick[],
  days: readonly string[],
  x: (day: number, left: number, right: number) => number,
): Plot {
  const left = 12 + Math.ceil(Math.max(0, ...ticks.map(({ name }) => textWidth(name, FONT))));
  const right = DRAWING_WIDTH - RIGHT;
  const floor = PLOT_HEIGHT - BOTTOM;
  const most = ticks.at(-1)?.value ?? 1;
  const y = (value: number): number => short(floor - ((floor - TOP) * value) / most);
  const room = Math.floor((right - left) / (30 + Math.max(0, ...days.map((day) => textWidth(day, FONT)))));
  const names = labelled(days.length, room).map((day) => {
    const at = x(day, left, right);
    const half = textWidth(days[day] ?? '', FONT) / 2;
    const inside = Math.max(left - 8 + half, Math.min(at, DRAWING_WIDTH - half));
    return markup`<text x="${short(inside)}" y="${floor + 19}" text-anchor="middle">${days[day]}</text>`;
  });
  const lines = ticks.map(
    ({ value, name }) =>
      markup`<line x1="${left}" x2="${right}" y1="${y(value)}" y2="${y(value)}" stroke="${value === 0 ? '#333' : '#d5d8dc'}"/><text x="${left - 8}" y="${y(value) + 4}" text-anchor="end">${name}</text>`,
  );
  return { left, right, floor, y, axes: markup`<g font-size="${FONT}" fill="#444">${lines}${names}</g>` };
}

/** A number as drawings write it. */
export function short(value: number): number {
  return Number(value.toFixed(2));
}
