/**
 * Messages of a day, or why a TLS filter takes none though there are some: `leftOut` where they are known not to be what it asks
 * for, `notTold` where nothing tells how any of them travelled. A day without messages is 0.
 */
export type DayVolume = number | 'leftOut' | 'notTold';

/** The messages that are shown of a day. */
export function shownOf(volume: DayVolume): number {
  return typeof volume === 'number' ? volume : 0;
}

/** The messages that are shown of all days. */
export function shownOfAll(volumes: readonly DayVolume[]): number {
  return volumes.reduce<number>((sum, volume) => sum + shownOf(volume), 0);
}

/** Several of them as one: what is shown, and only where that is nothing, why. */
export function togetherOf(volumes: readonly DayVolume[]): DayVolume {
  const shown = shownOfAll(volumes);
  if (shown > 0) {
    return shown;
  }
  return volumes.includes('leftOut') ? 'leftOut' : volumes.includes('notTold') ? 'notTold' : 0;
}

/** True where a filter leaves out messages of a day: charts have a gap there. */
export function hasGap(volumes: readonly DayVolume[]): boolean {
  return volumes.some((volume) => typeof volume !== 'number');
}

/** Days that follow each other, by position, both inside. */
export interface DayRun {
  readonly first: number;
  readonly last: number;
}

/** The days that charts connect: one that is left out parts them. */
export function runsOf(volumes: readonly DayVolume[]): readonly DayRun[] {
  const runs: { first: number; last: number }[] = [];
  volumes.forEach((volume, day) => {
    const last = runs.at(-1);
    if (typeof volume !== 'number') {
      return;
    }
    if (last?.last === day - 1) {
      last.last = day;
    } else {
      runs.push({ first: day, last: day });
    }
  });
  return runs;
}
