import { DAY_STEPS, type DayRange } from './dayRange';

/** What a chart's day slider shows: a day, or none, and where a range that is being chosen began. */
export interface DayState {
  readonly day: number | null;
  readonly anchor: number | null;
}

export const NO_DAY: DayState = { day: null, anchor: null };

/** First and last day of what is being chosen; null where that is no range. */
export function rangeOf({ day, anchor }: DayState): DayRange | null {
  return day === null || anchor === null ? null : [Math.min(day, anchor), Math.max(day, anchor)];
}

/**
 * The state after a key on a chart of days 0 to `last`: arrows, Page keys, Home and End move; with Shift they choose a range;
 * Escape gives it up, then hides the day. Undefined for a key that is none of ours.
 */
export function afterKey(state: DayState, key: string, isShift: boolean, last: number): DayState | undefined {
  if (key === 'Escape') {
    return state.anchor === null ? NO_DAY : { day: state.day, anchor: null };
  }
  const from = state.day ?? last;
  const step = DAY_STEPS.get(key);
  if (step === undefined) {
    return undefined;
  }
  const day = Math.min(last, Math.max(0, from + step));
  return { day, anchor: isShift ? (state.anchor ?? from) : null };
}
