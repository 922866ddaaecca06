// Rows of a trace that are no hop over the border: most of them. What such a row shows follows from a few of its names. Where a format has
// said so of one row, the kernel writes down all that have the same names (facts.ts, `passings`), and nobody else has to look at them.
import { COMBINATIONS, PASSINGS, PASSING_NAMES } from './memory';

/** Rows that were written to PASSINGS since project() was called: 12 bytes each. */
export let passed: u32 = 0;

/** Combinations of names stand in a hash table: what the row shows plus 1, and the numbers of the names. */
const PLACES: u32 = 256;
const MOST_TAKEN: u32 = 192;
const PLACE: usize = 48;
const NO_NAME: u32 = 0xffffffff;
/** The day stands in the bits from here on. */
const DAY: i32 = 13;

let names: u32 = 0;
let taken: u32 = 0;
let key: usize = 0;
let time: usize = 0;
let fields: u32 = 0;
let titles: u32 = 0;
let today: i32 = 0;

/**
 * Says which rows may pass: the places in a row of `count` names stand at PASSING_NAMES, 0 for none that may. A row has a key, a time not behind
 * `newest`, `width` fields, and does not begin with the unit `header`, as titles do.
 */
export function wantPassings(count: u32, keyPlace: u32, timePlace: u32, width: u32, header: u32, newest: i32): void {
  names = count;
  key = <usize>keyPlace * 4;
  time = <usize>timePlace * 4;
  fields = width;
  titles = header;
  today = newest;
}

export function forgetPassings(): void {
  memory.fill(COMBINATIONS, 0, <usize>PLACES * PLACE);
  taken = 0;
}

// @ts-ignore: decorators of AssemblyScript
@inline export function beginPassings(): void {
  passed = 0;
}

/** Where the combination stands of a row whose numbers are at `row`, or a free place for it. */
// @ts-ignore: decorators of AssemblyScript
@inline function find(row: usize): usize {
  let hash: u32 = 0;
  for (let name: u32 = 0; name < names; name++) {
    hash = rotl<u32>((hash ^ load<u32>(row + <usize>load<u32>(PASSING_NAMES + <usize>name * 4))) * 0x9e3779b1, 15);
  }
  let place = (hash * 0x85ebca6b) >> 24;
  while (true) {
    const at = COMBINATIONS + <usize>place * PLACE;
    if (load<u32>(at) == 0 || isSame(at + 4, row)) return at;
    place = (place + 1) & (PLACES - 1);
  }
}

// @ts-ignore: decorators of AssemblyScript
@inline function isSame(known: usize, row: usize): bool {
  for (let name: u32 = 0; name < names; name++) {
    if (load<u32>(known + <usize>name * 4) != load<u32>(row + <usize>load<u32>(PASSING_NAMES + <usize>name * 4))) return false;
  }
  return true;
}

/** Says what rows show that have the names of the one whose numbers are at `row`. */
export function passes(row: usize, seen: u32): void {
  if (names == 0 || taken >= MOST_TAKEN) return;
  for (let name: u32 = 0; name < names; name++) {
    if (load<u32>(row + <usize>load<u32>(PASSING_NAMES + <usize>name * 4)) == NO_NAME) return;
  }
  const at = find(row);
  if (load<u32>(at) != 0) return;
  store<u32>(at, seen + 1);
  for (let name: u32 = 0; name < names; name++) {
    store<u32>(at + 4 + <usize>name * 4, load<u32>(row + <usize>load<u32>(PASSING_NAMES + <usize>name * 4)));
  }
  taken++;
}

/** Writes a row down where it is known to pass; else false. `count`: its fields; `first`: what its first one begins with. */
// @ts-ignore: decorators of AssemblyScript
@inline export function pass(row: usize, count: u32, first: u32): bool {
  if (names == 0 || count != fields || first == titles) return false;
  const day = load<i32>(row + time);
  if (day < 0 || day > today || load<u64>(row + key) == 0) return false;
  const seen = load<u32>(find(row));
  if (seen == 0) return false;
  const to = PASSINGS + <usize>passed * 12;
  store<u64>(to, load<u64>(row + key));
  store<u32>(to, (seen - 1) | (day << DAY), 8);
  passed++;
  return true;
}
