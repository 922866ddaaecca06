import { noCounts, Tls } from '../model/tls';

/** How far rounded percentages may be from 100 and still be the whole. */
const TOLERANCE = 0.05;

/**
 * Works messages per TLS state out of rounded percentages, by largest remainder, so that they add up to `volume`. What
 * is missing from 100 is unknown; where the percentages add up to more, all is unknown and `excess` is their sum.
 */
export function apportion(
  volume: number,
  percents: readonly number[],
): { readonly counts: number[]; readonly excess?: number } {
  // Decimals of percentages have no exact binary form: their sum is rounded before it is compared.
  const sum = Number(percents.reduce((total, percent) => total + percent, 0).toFixed(6));
  const surplus = Number((sum - 100).toFixed(6));
  const counts = noCounts();
  if (surplus > TOLERANCE) {
    counts[Tls.unknown] = volume;
    return { counts, excess: sum };
  }
  const isWhole = surplus >= -TOLERANCE;
  const shares = percents.map((percent) => (isWhole ? percent / sum : percent / 100));
  if (!isWhole) {
    shares[Tls.unknown] = 1 - sum / 100;
  }
  const exact = shares.map((share) => share * volume);
  exact.forEach((value, state) => {
    counts[state] = Math.floor(value + 1e-9);
  });
  let left = volume - counts.reduce((total, count) => total + count, 0);
  const byRemainder = exact.map((value, state) => ({ state, rest: value - (counts[state] ?? 0) }));
  for (const { state } of byRemainder.sort((a, b) => b.rest - a.rest)) {
    if (left-- <= 0) {
      break;
    }
    counts[state] = (counts[state] ?? 0) + 1;
  }
  return { counts };
}
