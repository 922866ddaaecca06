import { knownOf, TLS_STATES, type TlsCounts, type TlsState } from '../../src/core/model/tls';

/** One TLS state's part of one day's bar, from the bottom up: `from` and `to` are shares of the messages of known state. */
export interface BarPart {
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

/** The parts of every day's bar by state, the weakest state at the bottom; a day of which nothing is known has none. */
export function stackedDays(tlsPerDay: readonly TlsCounts[]): ReadonlyMap<TlsState, readonly BarPart[]> {
  const parts = new Map<TlsState, BarPart[]>();
  for (const [day, tls] of tlsPerDay.entries()) {
    const known = knownOf(tls);
    let below = 0;
    for (const [position, state] of TLS_STATES.entries()) {
      const count = state === 'unknown' ? 0 : (tls[position] ?? 0);
      if (count > 0) {
        const own = parts.get(state) ?? [];
        own.push({ day, from: below / known, to: (below + count) / known });
        parts.set(state, own);
        below += count;
      }
    }
  }
  return new Map([...parts].sort(([a], [b]) => TLS_STATES.indexOf(a) - TLS_STATES.indexOf(b)));
}

/** The bars' parts as one outline, so that a year of days is no more elements than a week. */
export function barsPath(
  parts: readonly BarPart[],
  left: (day: number) => number,
  width: number,
  y: (share: number) => number,
): string {
  return parts.map(({ day, from, to }) => `M${left(day)} ${y(from)}V${y(to)}h${width}V${y(from)}Z`).join('');
}

/** What is not nothing is seen, however little it is: at least so many pixels. */
const LEAST = 1.5;

/** Where a share stands on an axis from `floor` up to `top`, in pixels. */
export function shareScale(floor: number, top: number): (share: number) => number {
  return (share) => floor - share * (floor - top);
}

/** The same parts, drawn so that a sliver at the bottom or the top can be seen. */
export function visibleParts(parts: readonly BarPart[], height: number): readonly BarPart[] {
  const least = LEAST / height;
  return parts.map((part) => {
    if (part.to - part.from >= least) {
      return part;
    }
    return part.from + least <= 1 ? { ...part, to: part.from + least } : { ...part, from: part.to - least };
  });
}
