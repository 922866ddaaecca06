import type { TlsState } from '../../src/core/model/tls';
import { stateClass } from './tlsStates';

/**
 * What lies over the colour of a TLS state, so that colour is not needed to tell states apart: the weaker, the denser.
 * TLS 1.2, the usual one, is plain.
 */
const TEXTURES: Readonly<Partial<Record<TlsState, string>>> = {
  none: 'M-1 1 1 -1M0 6 6 0M5 7 7 5M-1 5 1 7M0 0 6 6M5 -1 7 1',
  'ssl3.0': 'M0 1.5H6M0 4.5H6M1.5 0V6M4.5 0V6',
  tls: 'M0 3H6',
  'tls1.0': 'M-1 1 1 -1M0 6 6 0M5 7 7 5',
  'tls1.1': 'M-1 5 1 7M0 0 6 6M5 -1 7 1',
  'tls1.3': 'M2.4 3H3.6',
};

/** The textures themselves; once in a page. */
export function Textures() {
  return (
    <svg class="textures" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        {Object.entries(TEXTURES).map(([state, path]) => (
          <pattern
            key={state}
            id={textureId(state as TlsState)}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            class="texture"
          >
            <path d={path} />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

function textureId(state: TlsState): string {
  return `texture-${stateClass(state)}`;
}

/** The `fill` that lays a state's texture over a shape. */
export function textureOf(state: TlsState): string {
  return state in TEXTURES ? `url(#${textureId(state)})` : 'none';
}

/** A small square in a state's colour and texture. */
export function Swatch({ state }: { readonly state: TlsState }) {
  return (
    <svg class={`swatch ${stateClass(state)}`} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <rect class="swatch-colour" width="12" height="12" rx="2" />
      <rect width="12" height="12" rx="2" fill={textureOf(state)} />
    </svg>
  );
}
