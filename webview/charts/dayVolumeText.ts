import type { DayVolume } from '../../src/core/report/dayVolume';
import { formatCount } from '../../src/core/report/percent';
import type { PageStrings } from '../../src/protocol/strings';

/** The messages of a day, or why a filter takes none of them. */
export function dayVolumeText(strings: PageStrings, locale: string, volume: DayVolume): string {
  if (typeof volume === 'number') {
    return formatCount(volume, locale);
  }
  return strings[volume === 'notTold' ? 'notTold' : 'chart.leftOut'];
}
