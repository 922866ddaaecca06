// Texts of facts are numbers, too: positions in a list. Names are given theirs as they are met, for as long as they are known.
import { FRESH_NAMES, PLACES, POSITIONS } from './memory';
import { names } from './names';

/** What stands for no text at all. */
export const NO_ITEM: u32 = 0xfffffffe;

/** How many names were given a position last: they stand at FRESH_NAMES. */
export let freshNames: u32 = 0;
let next: u32 = 1;

/** How many lists there have been. */
export let lists: u32 = 0;

/** Another list begins: no name has a position. */
export function forgetPositions(): void {
  lists++;
  memory.fill(POSITIONS, 0, <usize>names * 4);
}

/** Says which position is the next one that is free: of the facts' names, or of other texts. */
export function positionsFrom(position: u32): void {
  next = position;
  freshNames = 0;
}

/** They have been taken. */
export function takenNames(): void {
  freshNames = 0;
}

/** The position of a name's text; 0 for an empty one and for none. */
export function positionOf(name: u32): u32 {
  return name == NO_ITEM ? 0 : positionAt(POSITIONS + <usize>name * 4, name);
}

/** The same among others, where a name's stands at a place. */
// @ts-ignore: decorators of AssemblyScript
@inline export function positionAt(at: usize, name: u32): u32 {
  const known = load<u32>(at);
  if (known != 0 || load<u32>(PLACES + <usize>name * 8, 4) == 0) return known;
  store<u32>(at, next);
  store<u32>(FRESH_NAMES + <usize>freshNames * 4, name);
  freshNames++;
  return next++;
}
