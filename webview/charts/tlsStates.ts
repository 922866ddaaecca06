import { TLS_STATES, Tls, type TlsCounts, type TlsState } from '../../src/core/model/tls';
import { countOf } from '../../src/core/report/shownStates';

export { countOf, statesToShow } from '../../src/core/report/shownStates';

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
