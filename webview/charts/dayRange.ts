/** First and last of the chosen days, by position, both inside. */
export type DayRange = readonly [first: number, last: number];

/** What of the range a pointer or a key moves: an edge, the whole, or a new range from where the pointer went down. */
export type RangePart = 'first' | 'last' | 'whole' | 'new';

/** The day at `x` of `width` pixels that hold days 0 to `last`. */
export function dayAt(x: number, width: number, last: number): number {
  return Math.min(last, Math.max(0, Math.floor((x / width) * (last + 1))));
}

/** The range after a part of it was dragged from one day to another. An edge stops at the other one; the whole, at the data's ends. */
export function afterDrag(range: DayRange, part: RangePart, from: number, to: number, last: number): DayRange {
  const [first, end] = range;
  switch (part) {
    case 'first':
      return [Math.min(end, Math.max(0, first + to - from)), end];
    case 'last':
      return [first, Math.max(first, Math.min(last, end + to - from))];
    case 'whole': {
      const step = Math.min(last - end, Math.max(-first, to - from));
      return [first + step, end + step];
    }
    case 'new':
      return [Math.min(from, to), Math.max(from, to)];
  }
}

/** Days that a key moves on; a week for a page. */
export const DAY_STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowLeft', -1],
  ['ArrowDown', -1],
  ['ArrowRight', 1],
  ['ArrowUp', 1],
  ['PageDown', -7],
  ['PageUp', 7],
  ['Home', Number.NEGATIVE_INFINITY],
  ['End', Number.POSITIVE_INFINITY],
]);

/** The range after a key on one of its edges; undefined for a key that is none of ours. */
export function afterEdgeKey(range: DayRange, edge: 'first' | 'last', key: string, last: number): DayRange | undefined {
  const step = DAY_STEPS.get(key);
  return step === undefined ? undefined : afterDrag(range, edge, 0, step, last);
}
