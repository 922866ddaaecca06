import { TLS_STATES, Tls, type TlsCounts, type TlsState } from '../../src/core/model/tls';

/** These have a place only where they occur. */
const RARE: ReadonlySet<TlsState> = new Set(['ssl3.0', 'tls']);

/** Messages in a state. */
export function countOf(tls: TlsCounts, state: TlsState): number {
  return tls[TLS_STATES.indexOf(state)] ?? 0;
}

/** The states that get a row or column, weakest first; *Unknown* without any message only where it is asked for. */
export function statesToShow(tls: TlsCounts, unknown: 'always' | 'whenAny'): TlsState[] {
  return TLS_STATES.filter((state) => {
    const optional = RARE.has(state) || (state === 'unknown' && unknown === 'whenAny');
    return !optional || countOf(tls, state) > 0;
  });
}

/** A piece of a pie. */
export interface Slice {
  readonly state: TlsState;
  readonly count: number;
}

/** The pie's slices: states that are known, since the percentages are of those, and that occur. */
export function slicesOf(tls: TlsCounts): Slice[] {
  return TLS_STATES.map((state) => ({ state, count: countOf(tls, state) })).filter(
    (slice) => slice.state !== 'unknown' && slice.count > 0,
  );
}

/** Messages of unknown state. */
export function unknownOf(tls: TlsCounts): number {
  return tls[Tls.unknown] ?? 0;
}

/** The class that carries a state's colour (styles/colors.css). */
export function stateClass(state: TlsState): string {
  return `tls-${state.replace('.', '')}`;
}
