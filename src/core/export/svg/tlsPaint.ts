import { TLS_STATES, type TlsState } from '../../model/tls';
import { type Markup, markup } from '../markup';

/** How a state is drawn on white paper: apart by colour, and apart by pattern where there is none. */
interface Paint {
  readonly colour: string;
  /** Lines or dots over the colour, in a tile of 6 × 6. */
  readonly over?: Markup;
}

const RISING = markup`<path d="M-1 1l2-2M0 6l6-6M5 7l2-2" stroke="#fff" stroke-width="1.6"/>`;
const CROSSED = markup`<path d="M-1 1l2-2M0 6l6-6M5 7l2-2M-1 5l2 2M0 0l6 6M5-1l2 2" stroke="#fff" stroke-width="1.2"/>`;
const LEVEL = markup`<path d="M0 3h6" stroke="#fff" stroke-width="1.6"/>`;
const UPRIGHT = markup`<path d="M3 0v6" stroke="#fff" stroke-width="1.6"/>`;
const DOTTED = markup`<circle cx="3" cy="3" r="1.3" fill="#fff"/>`;

const PAINTS: Readonly<Record<TlsState, Paint>> = {
  none: { colour: '#b3261e', over: CROSSED },
  'ssl3.0': { colour: '#7b1fa2', over: CROSSED },
  tls: { colour: '#5f6b7a', over: UPRIGHT },
  'tls1.0': { colour: '#c85a00', over: RISING },
  'tls1.1': { colour: '#9a7400', over: DOTTED },
  'tls1.2': { colour: '#2e75b6' },
  'tls1.3': { colour: '#1d6b45' },
  unknown: { colour: '#8a8f98', over: LEVEL },
};

/** What fills a state's shape in the drawing with these {@link tlsPatterns}. */
export function tlsFill(id: string, state: TlsState): string {
  return PAINTS[state].over === undefined ? PAINTS[state].colour : `url(#${id}-${state.replace('.', '')})`;
}

/** The patterns of a drawing. `id` is the drawing's own: no other in the document has it. */
export function tlsPatterns(id: string, states: readonly TlsState[] = TLS_STATES): Markup {
  const patterns = states.map((state) => {
    const { colour, over } = PAINTS[state];
    return over === undefined
      ? undefined
      : markup`<pattern id="${id}-${state.replace('.', '')}" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="${colour}"/>${over}</pattern>`;
  });
  return markup`<defs>${patterns}</defs>`;
}

/** A small square in a state's paint, for legends and tables; it says nothing that the text beside it does not. */
export function tlsSwatch(id: string, state: TlsState): Markup {
  return markup`<svg class="swatch" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">${tlsPatterns(id, [state])}<rect width="12" height="12" fill="${tlsFill(id, state)}"/></svg>`;
}
