import { knownOf, TLS_STATES, type TlsCounts, type TlsState, volumeOf } from '../model/tls';

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

/** The messages a state's count is a share of: those of known state, and for *Unknown* all. */
export function wholeOf(tls: TlsCounts, state: TlsState): number {
  return state === 'unknown' ? volumeOf(tls) : knownOf(tls);
}
