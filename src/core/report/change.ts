import { countIn, knownOf, Tls, type TlsCounts, volumeOf } from '../model/tls';

/**
 * How mail has changed. `improved`, `worse`: the share without TLS or with old TLS, by one percentage point or more; `untold`:
 * then or now nothing is known of its TLS state.
 */
export type Change = 'appeared' | 'disappeared' | 'improved' | 'worse' | 'same' | 'untold';

/** A percentage point, without the trace that binary fractions leave in 0.21 − 0.2. */
const LEAST_DIFFERENCE = 0.01 - 1e-9;

/** True where a share is larger than another one by a percentage point or more. */
export function isLarger(share: number, other: number): boolean {
  return share - other >= LEAST_DIFFERENCE;
}

/** Messages without TLS, or with SSL 3.0, TLS 1.0 or 1.1. */
export function weakOf(tls: TlsCounts): number {
  return countIn(tls, [Tls.none, Tls.ssl30, Tls.tls10, Tls.tls11]);
}

/** What became of a connector's mail, or a direction's. */
export function changeBetween(before: TlsCounts, now: TlsCounts): Change {
  if (volumeOf(before) === 0 || volumeOf(now) === 0) {
    return volumeOf(now) > 0 ? 'appeared' : volumeOf(before) > 0 ? 'disappeared' : 'same';
  }
  if (knownOf(before) === 0 || knownOf(now) === 0) {
    return 'untold';
  }
  const [then, since] = [weakOf(before) / knownOf(before), weakOf(now) / knownOf(now)];
  return isLarger(since, then) ? 'worse' : isLarger(then, since) ? 'improved' : 'same';
}
