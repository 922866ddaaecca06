// A hop's route and TLS state follow from its direction, from the texts that tell its connector and TLS version, and from what other texts
// mention: that is a way. What a way means is asked once a stretch.
import { FRESH_WAYS, WAYS, WAY_PLACES } from './memory';

/** How many ways have to be asked for: their places stand at FRESH_WAYS. */
export let freshWays: u32 = 0;

/** A place: what tells the way, the line of its first row, its route, its TLS state plus 1; the first number is never 0. */
const PLACE: usize = 32;
const MOST_TAKEN: u32 = WAY_PLACES - (WAY_PLACES >> 2);
let taken: u32 = 0;

export function forgetWays(): void {
  if (taken > 0) memory.fill(WAYS, 0, <usize>WAY_PLACES * PLACE);
  taken = 0;
  freshWays = 0;
}

/** All fresh ways have been answered. */
// @ts-ignore: decorators of AssemblyScript
@inline export function endFreshWays(): void {
  freshWays = 0;
}

/** The place of a way; 0 where there is no room for one more. */
export function wayOf(kind: u32, told: u32, connector: u32, version: u32, line: u32): usize {
  const hash = ((((kind * 0x9e3779b1) ^ told) * 0x85ebca6b ^ connector) * 0xc2b2ae35 ^ version) * 0x9e3779b1;
  let place = hash >> 23;
  while (true) {
    const at = WAYS + <usize>(place & (WAY_PLACES - 1)) * PLACE;
    const known = load<u32>(at);
    if (known == kind && load<u32>(at, 4) == told && load<u32>(at, 8) == connector && load<u32>(at, 12) == version) return at;
    if (known == 0) {
      if (taken == MOST_TAKEN) return 0;
      taken++;
      store<u32>(at, kind); store<u32>(at, told, 4); store<u32>(at, connector, 8); store<u32>(at, version, 12);
      store<u32>(at, line, 16); store<u32>(at, 0, 24);
      store<u32>(FRESH_WAYS + <usize>freshWays * 4, <u32>at);
      freshWays++;
      return at;
    }
    place++;
  }
}

/** Writes route and TLS state of the way at a place to `to`, or its place and -1 where it has to be asked for. */
// @ts-ignore: decorators of AssemblyScript
@inline export function tellWay(at: usize, to: usize): void {
  const state = load<u32>(at, 24);
  store<u32>(to, state == 0 ? <u32>at : load<u32>(at, 20));
  store<u32>(to, state - 1, 4);
}
